using System;

namespace Euralios.Std;

/// <summary>What a driver's registers lead to in these tests: a simulated device, in the place of std's type of this name.</summary>
internal static class Ports
{
    [ThreadStatic]
    private static IPortDevice? device;

    /// <summary>Plugs a device in, for this thread; null leaves nothing, and every port reads as all ones.</summary>
    internal static void Plug(IPortDevice? value) => device = value;

    internal static byte Read8(ushort port) => (byte)(device?.Read(port, 1) ?? uint.MaxValue);

    internal static ushort Read16(ushort port) => (ushort)(device?.Read(port, 2) ?? uint.MaxValue);

    internal static uint Read32(ushort port) => device?.Read(port, 4) ?? uint.MaxValue;

    internal static void Write8(ushort port, byte value) => device?.Write(port, 1, value);

    internal static void Write16(ushort port, ushort value) => device?.Write(port, 2, value);

    internal static void Write32(ushort port, uint value) => device?.Write(port, 4, value);
}

/// <summary>A device behind ports.</summary>
internal interface IPortDevice
{
    uint Read(ushort port, int size);

    void Write(ushort port, int size, uint value);
}
