namespace Merriwig.Memory;

/// <summary>
/// An entry of a page table (SDM volume 3, 4.5.4). Bits 9 and 10 are software's: on demand and borrowed.
/// </summary>
internal struct PageTableEntry
{
    /// <summary>The entry leads somewhere.</summary>
    internal const ulong Present = 1;

    /// <summary>Writes are allowed, where all levels say so.</summary>
    internal const ulong Writable = 1 << 1;

    /// <summary>Ring 3 is allowed, where all levels say so.</summary>
    internal const ulong User = 1 << 2;

    /// <summary>
    /// Memory that exists when it is used: where the entry is not present, whatever it stands for (a page, or at a higher level all pages below) is
    /// zero and has no frame yet. A page that got its frame so keeps the bit.
    /// </summary>
    internal const ulong OnDemand = 1 << 9;

    /// <summary>The frame belongs to somebody else, and is not freed with the page.</summary>
    internal const ulong Borrowed = 1 << 10;

    /// <summary>Instructions cannot be fetched.</summary>
    internal const ulong NoExecute = 1ul << 63;

    private const ulong FrameBits = 0x000F_FFFF_FFFF_F000;

    /// <summary>The entry as the processor reads it.</summary>
    internal ulong Value;

    /// <summary>Whether it leads somewhere.</summary>
    internal readonly bool IsPresent => (Value & Present) != 0;

    /// <summary>Whether it stands for memory on demand.</summary>
    internal readonly bool IsOnDemand => (Value & OnDemand) != 0;

    /// <summary>The physical address of the frame or table that it leads to.</summary>
    internal readonly ulong Frame => Value & FrameBits;

    /// <summary>The table that it leads to. Such entries have no bits above the address.</summary>
    internal readonly unsafe PageTableEntry* Table => (PageTableEntry*)PhysicalWindow.At(Value & ~0xFFFul);

    /// <summary>Whether it has all of the bits.</summary>
    internal readonly bool Has(ulong bits) => (Value & bits) == bits;
}
