namespace Euralios.Std;

/// <summary>What a block holds.</summary>
internal enum BlockKind : byte
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>Cells of one size.</summary>
    Cells,

    /// <summary>The beginning of one object that has blocks to itself.</summary>
    Large,

    /// <summary>More of such an object.</summary>
    Continuation,
}

/// <summary>
/// What the heap knows of one of its blocks, apart from the block itself. Memory that is zero describes a block that nobody has used yet.
/// </summary>
internal unsafe struct Block
{
    /// <summary>Bytes of a block.</summary>
    internal const uint Size = 16 * 1024;

    private const uint Granule = 16; // all cells begin at a multiple of it

    /// <summary>What it holds.</summary>
    internal BlockKind Kind;

    /// <summary>Its memory may hold something other than zeros.</summary>
    internal bool IsDirty;

    /// <summary>The class of its cells.</summary>
    internal byte SizeClass;

    /// <summary>Bytes of a cell.</summary>
    internal uint CellSize;

    /// <summary>2^32 divided by the cell's size, rounded up: a multiplication instead of a division, exact for offsets within a block.</summary>
    internal uint Reciprocal;

    /// <summary>Where the cells begin that nobody has used since the block got its size; only before it can there be objects.</summary>
    internal uint Fresh;

    /// <summary>The first cell that is free again. Its first word is the next one's address, its second, an object's type, is 0.</summary>
    internal ulong FirstFree;

    /// <summary>Of a large object: its blocks. Of a continuation: how far back it begins.</summary>
    internal uint Count;

    /// <summary>The number of the next block of its class that may have room, and 1; 0 for none.</summary>
    internal uint Next;

    private fixed ulong marks[(int)(Size / Granule / 64)];

    /// <summary>Makes it a block of cells.</summary>
    internal void Divide(int sizeClass)
    {
        Kind = BlockKind.Cells;
        SizeClass = (byte)sizeClass;
        CellSize = SizeClasses.CellSize(sizeClass);
        Reciprocal = (uint)(((1ul << 32) + CellSize - 1) / CellSize);
        Fresh = 0;
        FirstFree = 0;
    }

    /// <summary>Where the cell begins that an offset in the block lies in.</summary>
    internal readonly uint CellOf(uint offset) => (uint)(((ulong)offset * Reciprocal) >> 32) * CellSize;

    /// <summary>Marks the object whose cell begins at an offset.</summary>
    /// <returns>False if it was marked.</returns>
    internal bool TryMark(uint offset)
    {
        ref ulong word = ref marks[offset / Granule / 64];
        ulong bit = 1ul << (int)(offset / Granule % 64);
        if ((word & bit) != 0)
            return false;
        word |= bit;
        return true;
    }

    /// <summary>Whether the object whose cell begins at an offset is marked.</summary>
    internal readonly bool IsMarked(uint offset) => (marks[offset / Granule / 64] >> (int)(offset / Granule % 64) & 1) != 0;

    /// <summary>Whether any object in it is marked.</summary>
    internal readonly bool HasMarks()
    {
        for (int i = 0; i < (int)(Size / Granule / 64); i++)
        {
            if (marks[i] != 0)
                return true;
        }

        return false;
    }

    /// <summary>Takes all marks away.</summary>
    internal void ClearMarks()
    {
        for (int i = 0; i < (int)(Size / Granule / 64); i++)
            marks[i] = 0;
    }
}
