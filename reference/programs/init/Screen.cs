using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>Whether the machine has a VGA.</summary>
internal static class Screen
{
    // The graphics controller: a register's number here, its value there. Register 8 holds a mask, and any value. (The cursor's registers would not do:
    // where no firmware chose colour they are at the monochrome adapter's ports.)
    private const ushort Index = 0x3CE;
    private const ushort Data = 0x3CF;
    private const byte BitMask = 8;

    /// <summary>Whether there is a register that keeps what is written to it: where nothing is, ports read as 0xFF.</summary>
    internal static bool IsPresent() => Keeps(0x55) && Keeps(0xAA);

    private static bool Keeps(byte value)
    {
        Ports.Write8(Index, BitMask);
        Ports.Write8(Data, value);
        return Ports.Read8(Data) == value;
    }
}
