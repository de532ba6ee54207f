namespace Merriwig.Trials;

/// <summary>Addresses of all kinds: the map of a program's memory, which is part of the system's interface.</summary>
internal static class Addresses
{
    internal const ulong Page = 4096;

    /// <summary>The first byte of this program's code.</summary>
    internal const ulong Code = 0x20_0000;

    /// <summary>The page from which a program reads the time.</summary>
    internal const ulong Information = 0x4FF_F000;

    internal const ulong StacksStart = 0x280_0000_0000;
    internal const ulong StackSlot = 0x8_0000;
    internal const ulong StackSize = 0x4_0000;
    internal const ulong Heap = 0x280_1000_0000;
    internal const ulong HeapEnd = 0x280_4000_0000;
    internal const ulong Chunks = 0x280_4000_0000;
    internal const ulong ChunkWindow = 1ul << 30;

    /// <summary>The address after all that a program can have.</summary>
    internal const ulong End = 0x300_0000_0000;

    /// <summary>What no program may give the kernel as memory: nothing is there, or it is the kernel's, or it is no address at all.</summary>
    internal static ulong[] Bad =>
    [
        0, 1, 0xFFF, 0x1000, 0xB_8000, 0x10_0000, 0x1F_FFF8, Information - Page, 0x4FFF_F000, 0x5000_0000,
        StacksStart, StacksStart + StackSlot - StackSize - Page, StacksStart + (511 * StackSlot) + StackSlot - 8,
        Chunks + (510 * ChunkWindow), End, 0x7FFF_FFFF_F000, 0x7FFF_FFFF_FFFF,
        0x8000_0000_0000, 0x8000_0000_0000_0000, 0xFFFF_7FFF_FFFF_FFFF,
        0xFFFF_8000_0000_0000, 0xFFFF_8000_0010_0000, 0xFFFF_FFFF_8000_0000, 0xFFFF_FFFF_8010_0000, 0xFFFF_FFFF_FFFF_F000,
        0xFFFF_FFFF_FFFF_FFF8, 0xFFFF_FFFF_FFFF_FFFF,
    ];

    /// <summary>What a program may read but not write.</summary>
    internal static ulong[] ReadOnly => [Code, Information];
}
