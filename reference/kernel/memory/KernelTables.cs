namespace Merriwig.Memory;

/// <summary>Memory for the kernel's fixed tables and for the stacks of its own threads, taken at boot and never given back.</summary>
internal static unsafe class KernelTables
{
    // Stacks lie in the upper half beside the physical window, a mapped part above a part that never is.
    private const ulong StacksStart = 0xFFFF_9000_0000_0000;
    private const ulong StackStride = 0x1_0000;
    private const int StackPages = 4;

    private const ulong PageBits = PageTableEntry.Present | PageTableEntry.Writable | PageTableEntry.NoExecute;

    private static int stacks;

    /// <summary>Zeroed memory for a table.</summary>
    /// <returns>Null when there is not so much in one piece.</returns>
    internal static void* Allocate(ulong bytes)
    {
        uint frames = (uint)((bytes + FrameMap.FrameSize - 1) / FrameMap.FrameSize);
        return Frames.TryAllocateConsecutiveZeroed(frames, ulong.MaxValue, out ulong physical) ? PhysicalWindow.At(physical) : null;
    }

    /// <summary>
    /// A stack of 16 KiB with a missing page below it. All stacks must be made before the first process: its address space copies the
    /// root's upper half, and whatever comes into tables below is seen by all.
    /// </summary>
    /// <returns>The address after the stack; 0 when there is no memory.</returns>
    internal static ulong AllocateStack()
    {
        ulong top = StacksStart + ((ulong)++stacks * StackStride);
        var kernel = new AddressSpace { Root = Cpu.Processor.ReadPageTableRoot() & ~0xFFFul };
        for (int page = 1; page <= StackPages; page++)
        {
            PageTableEntry* entry = kernel.Reach(top - ((ulong)page * FrameMap.FrameSize));
            if (entry == null || !Frames.TryAllocateZeroed(out ulong frame))
                return 0;
            entry->Value = frame | PageBits;
        }

        return top;
    }

    /// <summary>The address after the stack that an address lies in; the address itself where that is none.</summary>
    internal static ulong StackTop(ulong address)
    {
        ulong top = (address + StackStride) & ~(StackStride - 1);
        return address >= StacksStart && top <= StacksStart + ((ulong)stacks * StackStride) ? top : address;
    }
}
