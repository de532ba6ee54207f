using Merriwig.Lab;

namespace Euralios.Programs.Rtl8139;

/// <summary>What the registers of this lab lead to, in the place of std's type of this name: the <see cref="Board"/>, and no port besides.</summary>
internal static class Ports
{
    internal static byte Read8(ushort port) => (byte)Board.Read(port, 1);

    internal static ushort Read16(ushort port) => (ushort)Board.Read(port, 2);

    internal static uint Read32(ushort port) => Board.Read(port, 4);

    internal static void Write8(ushort port, byte value) => Board.Write(port, 1, value);

    internal static void Write16(ushort port, ushort value) => Board.Write(port, 2, value);

    internal static void Write32(ushort port, uint value) => Board.Write(port, 4, value);
}
