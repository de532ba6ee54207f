using System;
using Euralios.Std;

namespace Euralios.Programs.VirtioNet;

/// <summary>The device's status, which the driver writes as far as it has come (Virtio 1.1, 2.1).</summary>
[Flags]
internal enum DeviceStatus : byte
{
    /// <summary>Writing this resets the device.</summary>
    None = 0,
    Acknowledge = 1,
    Driver = 2,
    DriverOk = 4,
    NeedsReset = 64,
    Failed = 128,
}

/// <summary>Why the device interrupts; reading acknowledges (Virtio 1.1, 4.1.4.5).</summary>
[Flags]
internal enum Causes : byte
{
    None = 0,
    Queue = 1,
    Configuration = 2,
}

/// <summary>What device and driver agree on (Virtio 1.1, 5.1.3 and 6).</summary>
[Flags]
internal enum Features : uint
{
    None = 0,

    /// <summary>The device has an address of its own.</summary>
    MacAddress = 1 << 5,

    /// <summary>The device tells whether the wire is plugged in.</summary>
    Status = 1 << 16,

    /// <summary>Header and frame may share a buffer (Virtio 1.1, 2.6.4.1).</summary>
    AnyLayout = 1 << 27,
}

/// <summary>The registers of one virtio network device by its old interface of I/O ports, and no other port (Virtio 1.1, 4.1.4.8 and 5.1.4).</summary>
internal readonly struct Registers(ushort port)
{
    private const int DeviceFeatures = 0;
    private const int DriverFeatures = 4;
    private const int QueueAddress = 8;
    private const int QueueSize = 12;
    private const int QueueSelect = 14;
    private const int QueueNotify = 16;
    private const int Status = 18;
    private const int InterruptStatus = 19;
    private const int Address = 20;

    internal Features ReadFeatures() => (Features)Ports.Read32(At(DeviceFeatures));

    internal void WriteFeatures(Features features) => Ports.Write32(At(DriverFeatures), (uint)features);

    internal void SelectQueue(int number) => Ports.Write16(At(QueueSelect), (ushort)number);

    /// <summary>How many descriptors the selected queue has; 0 where there is none.</summary>
    internal int ReadQueueSize() => Ports.Read16(At(QueueSize));

    /// <summary>The number of the selected queue's first page in physical memory.</summary>
    internal void WriteQueuePage(uint page) => Ports.Write32(At(QueueAddress), page);

    internal void Notify(int queue) => Ports.Write16(At(QueueNotify), (ushort)queue);

    internal DeviceStatus ReadStatus() => (DeviceStatus)Ports.Read8(At(Status));

    internal void WriteStatus(DeviceStatus status) => Ports.Write8(At(Status), (byte)status);

    internal Causes TakeCauses() => (Causes)Ports.Read8(At(InterruptStatus));

    /// <summary>An octet of the device's address, 0 to 5.</summary>
    internal byte ReadAddress(int octet) => Ports.Read8(At(Address + octet));

    private ushort At(int register) => (ushort)(port + register);
}
