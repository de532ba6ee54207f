using System;

namespace Merriwig.Devices;

/// <summary>I/O ports under ordinary .NET: a test says what is behind them.</summary>
internal static class Ports
{
    /// <summary>What reading a port gives.</summary>
    internal static Func<ushort, byte> OnRead8 { get; set; } = NoDevice;

    /// <summary>What writing to a port does.</summary>
    internal static Action<ushort, byte> OnWrite8 { get; set; } = (port, _) => NoDevice(port);

    internal static byte Read8(ushort port) => OnRead8(port);

    internal static void Write8(ushort port, byte value) => OnWrite8(port, value);

    private static byte NoDevice(ushort port) => throw new InvalidOperationException($"no device at port 0x{port:x}");
}
