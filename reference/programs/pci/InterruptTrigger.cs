using Euralios.Std;

namespace Euralios.Programs.Pci;

/// <summary>
/// How the two 8259s take a line: PCI's are level-triggered (PCI 3.0, 2.2.6), so that functions can share one. What decides is a register of the bridge to
/// ISA, a bit for each line (82371SB data sheet, "ELCR").
/// </summary>
internal static class InterruptTrigger
{
    private const ushort FirstLines = 0x4D0;
    private const int LinesOfRegister = 8;

    // The tick, the keyboard, the connection of the chips, the clock and the coprocessor are edge-triggered for good.
    private const uint Possible = 0xDEF8;

    /// <summary>Whether a function can have the line.</summary>
    internal static bool IsPossible(uint line) => line < 2 * LinesOfRegister && (Possible >> (int)line & 1) != 0;

    /// <summary>Makes a line level-triggered.</summary>
    internal static void SetLevel(uint line)
    {
        ushort port = (ushort)(FirstLines + (line / LinesOfRegister));
        Ports.Write8(port, (byte)(Ports.Read8(port) | 1u << (int)(line % LinesOfRegister)));
    }
}
