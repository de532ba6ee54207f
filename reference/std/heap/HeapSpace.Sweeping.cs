namespace Euralios.Std;

// What becomes of the objects that are not marked.
internal unsafe partial struct HeapSpace
{
    // What the kernel takes back in one go: 64 MiB.
    private const uint MostReleased = 4096;

    /// <summary>
    /// Frees all objects that are not marked, takes the marks away, and gives memory back that is not needed soon. From now until
    /// <see cref="IsDue"/> there is room for half as much as is alive.
    /// </summary>
    internal void Sweep()
    {
        for (int i = 0; i < SizeClasses.Count; i++)
            available[i] = 0;
        Live = 0;
        Taken = 0;

        // From the last to the first, so that the lists lead from the first to the last: what is high becomes empty.
        for (uint i = top; i-- > 0;)
        {
            if (blocks[i].Kind == BlockKind.Cells)
                SweepCells(i);
            else if (blocks[i].Kind == BlockKind.Large)
                SweepLarge(i);
        }

        threshold = Live / 2 > LeastThreshold ? Live / 2 : LeastThreshold;
        GiveBack((uint)(threshold / Block.Size) + 1);
    }

    private void SweepCells(uint number)
    {
        Block* block = blocks + number;
        if (!block->HasMarks())
        {
            Free(number, 1);
            return;
        }

        ulong address = AddressOf(number);
        ulong free = 0;
        for (uint offset = block->Fresh; offset > 0;)
        {
            offset -= block->CellSize;
            if (block->IsMarked(offset))
            {
                Live += block->CellSize;
                continue;
            }

            *(ulong*)(address + offset) = free;
            *(ulong*)(address + offset + HeaderSize) = 0;
            free = address + offset;
        }

        block->FirstFree = free;
        block->ClearMarks();
        if (free == 0 && block->Fresh + block->CellSize > Block.Size)
            return;
        block->Next = available[block->SizeClass];
        available[block->SizeClass] = number + 1;
    }

    private void SweepLarge(uint number)
    {
        Block* block = blocks + number;
        if (!block->IsMarked(0))
        {
            Free(number, block->Count);
            return;
        }

        block->ClearMarks();
        Live += (ulong)block->Count * Block.Size;
    }

    private void Free(uint first, uint count)
    {
        for (uint i = first; i < first + count; i++)
        {
            blocks[i].Kind = BlockKind.Free;
            blocks[i].IsDirty = true;
        }

        freeBlocks += count;
    }

    /// <summary>Gives the memory of free blocks back, the highest first, but for so many.</summary>
    private void GiveBack(uint kept)
    {
        uint dirty = 0;
        for (uint i = 0; i < top; i++)
            dirty += blocks[i].Kind == BlockKind.Free && blocks[i].IsDirty ? 1u : 0;
        uint end = top;
        while (dirty > kept)
        {
            while (!IsFreeAndDirty(end - 1))
                end--;
            uint first = end;
            for (; first > 0 && dirty > kept && end - first < MostReleased && IsFreeAndDirty(first - 1); dirty--)
                blocks[--first].IsDirty = false;
            release(AddressOf(first), (ulong)(end - first) * Block.Size);
            end = first;
        }

        for (; top > 0 && blocks[top - 1].Kind == BlockKind.Free && !blocks[top - 1].IsDirty; top--)
            freeBlocks--;
    }

    private readonly bool IsFreeAndDirty(uint number) => blocks[number].Kind == BlockKind.Free && blocks[number].IsDirty;
}
