using Merriwig.Devices;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// COM1, the real chip. Each access of a driver can be an event on the trace line, which no driver reaches: what was done to the chip is
/// known, whatever the driver claims.
/// </summary>
internal static unsafe class SerialPort
{
    private const ushort FirstSerialPort = 0x3F8;

    private static Reports reports;
    private static bool latchIsOpen;

    /// <summary>Which accesses are reported.</summary>
    internal enum Reports
    {
        Nothing,

        /// <summary>Bytes received and transmitted.</summary>
        Data,

        Everything,
    }

    /// <summary>The chip's registers, for a driver.</summary>
    internal static UartRegisters Registers(Reports wanted)
    {
        reports = wanted;
        latchIsOpen = (Read(Chip.LineControl) & Chip.LatchOpen) != 0;
        return new UartRegisters(null, &ReadReported, &WriteReported);
    }

    /// <summary>Reads a register, for the lab's own code.</summary>
    internal static byte Read(int register) => Ports.Read8((ushort)(FirstSerialPort + register));

    /// <summary>Writes a register, for the lab's own code.</summary>
    internal static void Write(int register, byte value) => Ports.Write8((ushort)(FirstSerialPort + register), value);

    private static byte ReadReported(void* chip, int register)
    {
        byte value = Read(register);
        if (IsReported(register))
            Report("uart.read", register, register == Chip.InterruptIdentification ? "interrupt-identification" : NameOf(register), value);
        return value;
    }

    private static void WriteReported(void* chip, int register, byte value)
    {
        if (IsReported(register))
            Report("uart.write", register, register == Chip.FifoControl ? "fifo-control" : NameOf(register), value);
        Write(register, value);
        if (register == Chip.LineControl)
            latchIsOpen = (value & Chip.LatchOpen) != 0;
    }

    private static bool IsReported(int register) =>
        reports == Reports.Everything || (reports == Reports.Data && register == Chip.Data && !latchIsOpen);

    private static void Report(string access, int register, string name, byte value) =>
        Trace.Event(access).Number("register", (ulong)register).Word("name", name).Hexadecimal("value", value).End();

    private static string NameOf(int register) => register switch
    {
        Chip.Data => latchIsOpen ? "divisor-low" : "data",
        Chip.InterruptEnable => latchIsOpen ? "divisor-high" : "interrupt-enable",
        Chip.LineControl => "line-control",
        Chip.ModemControl => "modem-control",
        Chip.LineStatus => "line-status",
        Chip.ModemStatus => "modem-status",
        _ => "scratch",
    };
}
