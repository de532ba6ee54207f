namespace Euralios.Programs.VirtioNet;

/// <summary>
/// Where the three parts of a queue are in its memory, by the old interface (Virtio 1.1, 2.6 and 2.6.2): descriptors; what is available to the device, as
/// numbers of descriptors; and, from the next page on, what the device has used.
/// </summary>
internal readonly struct QueueLayout(int size)
{
    /// <summary>What a queue has at most.</summary>
    internal const int LongestQueue = 1024;

    // A descriptor: address (8), length (4), flags (2), next (2).
    internal const int DescriptorSize = 16;
    internal const int LengthOffset = 8;
    internal const int FlagsOffset = 12;
    internal const ushort DeviceWrites = 2;

    // Available and used: flags (2), index (2), then the entries.
    internal const int IndexOffset = 2;
    internal const int EntriesOffset = 4;
    internal const int AvailableEntrySize = 2;

    // Number (4), length (4).
    internal const int UsedEntrySize = 8;

    /// <summary>In the flags of what is available: no interrupt is wanted.</summary>
    internal const ushort NoInterrupt = 1;

    /// <summary>In the flags of what is used: no notification is wanted.</summary>
    internal const ushort NoNotification = 1;

    private const int PageSize = 4096;

    internal int Available => size * DescriptorSize;

    internal int Used => RoundUp(Available + EntriesOffset + (size * AvailableEntrySize) + 2);

    /// <summary>How much memory it is.</summary>
    internal int Length => RoundUp(Used + EntriesOffset + (size * UsedEntrySize) + 2);

    private static int RoundUp(int value) => (value + PageSize - 1) & -PageSize;
}
