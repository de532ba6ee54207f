using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>Whether the machine has a VGA.</summary>
internal static class Screen
{
    // The cathode ray tube controller: a register's number here, its value there. Register 15 holds the low byte of the cursor's place, and any value.
    private const ushort Index = 0x3D4;
    private const ushort Data = 0x3D5;
    private const byte CursorLow = 15;

    /// <summary>Whether there is a register that keeps what is written to it: where nothing is, ports read as 0xFF.</summary>
    internal static bool IsPresent() => Keeps(0x55) && Keeps(0xAA);

    private static bool Keeps(byte value)
    {
        Ports.Write8(Index, CursorLow);
        Ports.Write8(Data, value);
        return Ports.Read8(Data) == value;
    }
}
