namespace Merriwig.Memory;

/// <summary>
/// The lower half of the address space, which belongs to a program: what lies where. Everything here is part of the system's interface.
/// </summary>
internal static class UserLayout
{
    /// <summary>Programs are linked from here on.</summary>
    internal const ulong CodeStart = 0x20_0000;

    /// <summary>The address after the last at which a program can be linked.</summary>
    internal const ulong CodeEnd = 0x5000_0000;

    /// <summary>The page from which programs read the time; the same frame in each of them.</summary>
    internal const ulong KernelInformation = 0x4FF_F000;

    /// <summary>The window of stacks, heap and chunks starts here.</summary>
    internal const ulong DataStart = 0x280_0000_0000;

    /// <summary>Where the stacks of a process's threads lie, slot after slot.</summary>
    internal const ulong StacksStart = DataStart;

    /// <summary>Stacks that a process can have.</summary>
    internal const int StackSlots = 512;

    /// <summary>Bytes from one slot to the next. The stack is the upper part; below it nothing is mapped, so that an overrun is found.</summary>
    internal const ulong StackSlotSize = 0x8_0000;

    /// <summary>Bytes of a stack.</summary>
    internal const ulong StackSize = 0x4_0000;

    /// <summary>The heap, all of it on demand.</summary>
    internal const ulong HeapStart = StacksStart + (StackSlots * StackSlotSize);

    /// <summary>The heap's bytes.</summary>
    internal const ulong HeapSize = ChunksStart - HeapStart;

    /// <summary>Chunk 1 starts here; chunks are numbered by the entry of the level 3 table that leads to them.</summary>
    internal const ulong ChunksStart = DataStart + ChunkWindow;

    /// <summary>Address space of a chunk.</summary>
    internal const ulong ChunkWindow = 1ul << 30;

    /// <summary>The address after everything that is a program's.</summary>
    internal const ulong End = DataStart + (512 * ChunkWindow);

    /// <summary>The highest address of the lower half, and one: what no pointer of a program's may reach.</summary>
    internal const ulong HalfEnd = 0x8000_0000_0000;

    /// <summary>The address after a stack.</summary>
    internal static ulong StackTop(int slot) => StacksStart + (((ulong)slot + 1) * StackSlotSize);
}
