namespace Euralios.Std;

// Which objects are alive: those that a word among the roots leads into, and those that they refer to.
internal unsafe partial struct HeapSpace
{
    /// <summary>Whatever the words of some memory lead into is alive, whether they are meant as references or not.</summary>
    /// <param name="from">Where it begins; a multiple of 8.</param>
    /// <param name="to">Where it ends.</param>
    internal void MarkFrom(ulong from, ulong to)
    {
        // Most words lead nowhere: those are passed over at once.
        ulong length = (ulong)top * Block.Size;
        for (; from + sizeof(ulong) <= to; from += sizeof(ulong))
        {
            if (*(ulong*)from - start < length)
                Mark(*(ulong*)from);
        }
    }

    /// <summary>If an address leads into an object, that is alive.</summary>
    internal void Mark(ulong address)
    {
        if (!Locate(address, out Block* block, out uint offset, out ulong blockAddress) || !block->TryMark(offset))
            return;
        ulong instance = blockAddress + offset + HeaderSize;
        if (!ObjectReferences.Any(instance))
            return;
        if (markStackUsed == markStackSize)
        {
            markStackOverflowed = true;
            return;
        }

        markStack[markStackUsed++] = instance;
        if (markStackUsed > markStackMost)
            markStackMost = markStackUsed;
    }

    /// <summary>Marks all that those objects refer to which are marked so far, and so on.</summary>
    internal void MarkReferences()
    {
        MarkStacked();
        while (markStackOverflowed)
        {
            markStackOverflowed = false;
            for (uint i = 0; i < top; i++)
                MarkAgain(i);
        }

        const ulong pageSize = 4096;
        ulong from = RoundUp((ulong)markStack, pageSize);
        ulong to = RoundUp((ulong)(markStack + markStackMost), pageSize);
        if (to > from + pageSize)
            release(from + pageSize, to - from - pageSize);
        markStackMost = 0;
    }

    private void MarkStacked()
    {
        while (markStackUsed > 0)
            MarkReferencesOf(markStack[--markStackUsed]);
    }

    private void MarkReferencesOf(ulong instance)
    {
        var references = new ObjectReferences(instance);
        while (references.TryNext(out ulong* first, out ulong count))
        {
            for (ulong i = 0; i < count; i++)
            {
                if (first[i] != 0)
                    Mark(first[i]);
            }
        }
    }

    /// <summary>What the marked objects of a block refer to, once more: among them may be some that did not get onto the stack.</summary>
    private void MarkAgain(uint number)
    {
        Block* block = blocks + number;
        if (block->Kind is BlockKind.Free or BlockKind.Continuation)
            return;
        uint step = block->Kind == BlockKind.Large ? Block.Size : block->CellSize;
        uint end = block->Kind == BlockKind.Large ? Block.Size : block->Fresh;
        for (uint offset = 0; offset < end; offset += step)
        {
            ulong instance = AddressOf(number) + offset + HeaderSize;
            if (!block->IsMarked(offset) || !ObjectReferences.Any(instance))
                continue;
            MarkReferencesOf(instance);
            MarkStacked();
        }
    }
}
