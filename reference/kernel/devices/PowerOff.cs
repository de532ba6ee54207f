namespace Merriwig.Devices;

/// <summary>QEMU's isa-debug-exit device: ends the virtual machine with a status.</summary>
internal static class PowerOff
{
    private const ushort Port = 0xF4;

    /// <summary>Status of an orderly end; QEMU leaves with (16 shifted left by 1) + 1 = 33.</summary>
    internal const byte Success = 0x10;

    /// <summary>Status after a panic: QEMU leaves with 35.</summary>
    internal const byte Failure = 0x11;

    /// <summary>Ends the machine; on one without the device nothing happens.</summary>
    internal static void Leave(byte status) => Ports.Write8(Port, status);
}
