namespace Euralios.Std;

/// <summary>
/// A heap in one piece of address space whose memory comes on demand, and reads as zero: first a descriptor for each block, then the stack of the marker,
/// then the blocks. Objects do not move. Not for several threads at once.
/// </summary>
/// <remarks>
/// An object's cell begins with its header of 8 bytes, then comes the address of its type, which is never 0: so a cell is free when that word is 0. What this
/// part knows of objects is that, their size, and <see cref="ObjectReferences"/>. It is pure: the host's tests run it in memory of theirs.
/// </remarks>
internal unsafe partial struct HeapSpace
{
    /// <summary>Bytes from a cell's beginning to the object, which is where references point to.</summary>
    internal const ulong HeaderSize = 8;

    /// <summary>The least that is allocated between two collections.</summary>
    internal const ulong LeastThreshold = 1024 * 1024;

    private readonly Block* blocks;
    private readonly ulong start; // of block 0
    private readonly uint capacity;

    // Blocks from here on were never in use, or are free and clean.
    private uint top;

    // Free ones below it.
    private uint freeBlocks;

    private ulong threshold;

    // Gives pages back to the kernel.
    private readonly delegate*<ulong, ulong, void> release;

    // For each class the number of the first block that may have room, and 1; 0 for none.
    private fixed uint available[SizeClasses.Count];

    // The objects that are marked, and what they refer to is not yet.
    private readonly ulong* markStack;
    private readonly uint markStackSize;
    private uint markStackUsed;

    // How much of the stack was in use at most, for its memory.
    private uint markStackMost;

    // An object was marked for which there was no room on the stack: what it refers to is not.
    private bool markStackOverflowed;

    /// <summary>Bytes of blocks that were taken since the last collection.</summary>
    internal ulong Taken { get; private set; }

    /// <summary>Bytes of the cells and blocks of the objects that the last collection found alive.</summary>
    internal ulong Live { get; private set; }

    /// <summary>Bytes of all blocks that hold objects, or may.</summary>
    internal readonly ulong InUse => (ulong)(top - freeBlocks) * Block.Size;

    /// <summary>Whether so much was taken that it is time for a collection.</summary>
    internal readonly bool IsDue => Taken >= threshold;

    /// <summary>A heap in some address space.</summary>
    /// <param name="address">Where it begins; a multiple of 16 KiB.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="release">Called with addresses and sizes of memory, whole pages, that is to read as zero again.</param>
    /// <param name="markStackSize">For how many objects the marker has room. With too little it takes longer.</param>
    internal HeapSpace(ulong address, ulong size, delegate*<ulong, ulong, void> release, uint markStackSize = 64 * 1024)
    {
        this.release = release;
        ulong most = size / Block.Size;
        blocks = (Block*)address;
        markStack = (ulong*)(address + (most * (ulong)sizeof(Block)));
        this.markStackSize = markStackSize;
        start = RoundUp((ulong)(markStack + markStackSize), Block.Size);
        capacity = (uint)((address + size - start) / Block.Size);
        threshold = LeastThreshold;
    }

    /// <summary>A cell, or blocks, all zero.</summary>
    /// <param name="size">Bytes of the object, its header included; not 0.</param>
    /// <returns>The object's place, at which its type must be written before the next call; 0 when there is no room.</returns>
    internal ulong Allocate(ulong size)
    {
        ulong cell = size <= SizeClasses.Largest ? AllocateCell((uint)size) : AllocateLarge(size);
        return cell == 0 ? 0 : cell + HeaderSize;
    }

    /// <summary>The object that an address leads into, be it to its beginning or its middle.</summary>
    /// <returns>0 where there is none.</returns>
    internal readonly ulong Find(ulong address) => Locate(address, out _, out uint offset, out ulong block) ? block + offset + HeaderSize : 0;

    private readonly bool Locate(ulong address, out Block* block, out uint offset, out ulong blockAddress)
    {
        // Addresses below the first block become large numbers.
        ulong number = (address - start) / Block.Size;
        block = blocks + number;
        offset = 0;
        blockAddress = 0;
        if (number >= top)
            return false;
        if (block->Kind == BlockKind.Continuation)
        {
            number -= block->Count;
            block -= block->Count;
        }

        blockAddress = start + (number * Block.Size);
        if (block->Kind == BlockKind.Cells)
        {
            offset = block->CellOf((uint)(address - blockAddress));
            return offset < block->Fresh && TypeAt(blockAddress + offset) != 0;
        }

        return block->Kind == BlockKind.Large;
    }

    private ulong AllocateCell(uint size)
    {
        int sizeClass = SizeClasses.Of(size);
        while (true)
        {
            uint number = available[sizeClass];
            if (number == 0)
            {
                if (!TryTakeBlocks(1, out number))
                    return 0;
                blocks[number].Divide(sizeClass);
                blocks[number].Next = 0;
                available[sizeClass] = ++number;
            }

            Block* block = blocks + number - 1;
            ulong cell = block->FirstFree;
            if (cell != 0)
            {
                block->FirstFree = *(ulong*)cell;
                Clear(cell, block->CellSize);
                return cell;
            }

            if (block->Fresh + block->CellSize <= Block.Size)
            {
                cell = AddressOf(number - 1) + block->Fresh;
                block->Fresh += block->CellSize;
                if (block->IsDirty)
                    Clear(cell, block->CellSize);
                return cell;
            }

            available[sizeClass] = block->Next;
        }
    }

    private ulong AllocateLarge(ulong size)
    {
        // Compared so that no size overflows.
        if (size > (ulong)capacity * Block.Size)
            return 0;
        uint count = (uint)((size + Block.Size - 1) / Block.Size);
        if (!TryTakeBlocks(count, out uint first))
            return 0;
        for (uint i = 0; i < count; i++)
        {
            Block* block = blocks + first + i;
            block->Kind = i == 0 ? BlockKind.Large : BlockKind.Continuation;
            block->Count = i == 0 ? count : i;
            if (block->IsDirty)
                Clear(AddressOf(first + i), Block.Size);
        }

        return AddressOf(first);
    }

    /// <summary>Blocks in a row, the first that are free; at the end of those in use, as many more as it takes.</summary>
    private bool TryTakeBlocks(uint count, out uint first)
    {
        uint run = 0;
        uint end = 0;
        if (freeBlocks > 0)
        {
            for (; end < top && run < count; end++)
                run = blocks[end].Kind == BlockKind.Free ? run + 1 : 0;
        }
        else
        {
            end = top;
        }

        first = end - run;
        uint added = count - run;
        if (added > capacity - top)
            return false;
        top += added;
        freeBlocks -= run;
        Taken += (ulong)count * Block.Size;
        return true;
    }

    private readonly ulong AddressOf(uint block) => start + ((ulong)block * Block.Size);

    private static ulong TypeAt(ulong cell) => *(ulong*)(cell + HeaderSize);

    private static void Clear(ulong address, uint size) => new System.Span<byte>((void*)address, (int)size).Clear();

    private static ulong RoundUp(ulong value, ulong unit) => (value + unit - 1) / unit * unit;
}
