namespace Merriwig.Devices;

/// <summary>The two cascaded 8259s, programmed from scratch: no firmware is relied on. Lines arrive from vector 32 on, all masked at first.</summary>
internal static class InterruptController
{
    private const ushort FirstCommand = 0x20;
    private const ushort FirstData = 0x21;
    private const ushort SecondCommand = 0xA0;
    private const ushort SecondData = 0xA1;

    private const byte Initialise = 0x11; // ICW1: edge triggered, cascaded, ICW4 follows
    private const byte Mode8086 = 0x01; // ICW4
    private const byte EndOfInterrupt = 0x20; // OCW2, non-specific
    private const byte ReadInService = 0x0B; // OCW3

    private const int Cascade = 2;

    // One bit a line, 1 = masked: what the chips were last told.
    private static ushort masked = 0xFFFF;

    /// <summary>Programs both chips to raise <paramref name="firstVector"/> onwards.</summary>
    internal static void Initialize(byte firstVector)
    {
        Ports.Write8(FirstCommand, Initialise);
        Ports.Write8(SecondCommand, Initialise);
        Ports.Write8(FirstData, firstVector);
        Ports.Write8(SecondData, (byte)(firstVector + 8));
        Ports.Write8(FirstData, 1 << Cascade);
        Ports.Write8(SecondData, Cascade);
        Ports.Write8(FirstData, Mode8086);
        Ports.Write8(SecondData, Mode8086);
        masked = 0xFFFF & ~(1 << Cascade);
        WriteMasks();
    }

    /// <summary>Lets line 0 to 15 through.</summary>
    internal static void Unmask(int line)
    {
        masked &= (ushort)~(1 << line);
        WriteMasks();
    }

    /// <summary>Holds line 0 to 15 back.</summary>
    internal static void Mask(int line)
    {
        masked |= (ushort)(1 << line);
        WriteMasks();
    }

    /// <summary>
    /// True when the chip did raise the line. Lines 7 and 15 also stand for an interrupt that went away before it was acknowledged
    /// (8259A data sheet, "spurious"); such a one must not be answered with an end of interrupt by its own chip.
    /// </summary>
    internal static bool IsGenuine(int line)
    {
        if (line == 7)
            return (InService(FirstCommand) & 0x80) != 0;
        if (line != 15)
            return true;
        if ((InService(SecondCommand) & 0x80) != 0)
            return true;
        Ports.Write8(FirstCommand, EndOfInterrupt); // the first chip did see its cascade line
        return false;
    }

    /// <summary>Tells the chips that line 0 to 15 has been served.</summary>
    internal static void Acknowledge(int line)
    {
        if (line >= 8)
            Ports.Write8(SecondCommand, EndOfInterrupt);
        Ports.Write8(FirstCommand, EndOfInterrupt);
    }

    private static byte InService(ushort command)
    {
        Ports.Write8(command, ReadInService);
        return Ports.Read8(command);
    }

    private static void WriteMasks()
    {
        Ports.Write8(FirstData, (byte)masked);
        Ports.Write8(SecondData, (byte)(masked >> 8));
    }
}
