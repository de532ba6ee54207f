using System.Runtime.CompilerServices;
using Merriwig.Cpu;

namespace Merriwig.Memory;

/// <summary>
/// The address space of a process: a tree of page tables, of which the upper half is the kernel's and shared by all. Everything below it
/// is the process's own and goes when it goes, except frames that are only borrowed.
/// </summary>
/// <remarks>
/// The kernel reaches tables and frames through the physical window, so an address space can be worked on whether it is in use or not. Whoever takes
/// something away that the processor may remember says so to it; nothing that is not present is remembered (SDM volume 3, 4.10.2.3).
/// </remarks>
internal unsafe struct AddressSpace
{
    private const int Entries = 512;
    private const int KernelHalf = Entries / 2;
    private const ulong RegionSize = 1ul << 21;
    private const ulong NoRegion = ulong.MaxValue;
    private const ulong TableBits = PageTableEntry.Present | PageTableEntry.Writable | PageTableEntry.User;

    private static ulong kernelRoot;
    private static ulong loaded;

    // The table of pages that was needed last, and the region that it is about: each stands for 2 MiB.
    private PageTableEntry* recentTable;
    private ulong recentRegion;

    /// <summary>The root table's physical address; 0 when there is no address space.</summary>
    internal ulong Root;

    /// <summary>Frames that belong to it: pages, tables, and those of its chunks.</summary>
    internal uint Frames;

    /// <summary>Remembers the tables that the boot code made: their upper half is everybody's.</summary>
    internal static void Initialize() => kernelRoot = loaded = Processor.ReadPageTableRoot() & ~0xFFFul;

    /// <summary>The root of the kernel's own tables, without a lower half.</summary>
    internal static PageTableEntry* KernelRoot => (PageTableEntry*)PhysicalWindow.At(kernelRoot);

    /// <summary>Whether the processor uses this address space.</summary>
    internal readonly bool IsLoaded => loaded == Root;

    /// <summary>The processor uses it from now on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Load()
    {
        if (loaded == Root)
            return;
        loaded = Root;
        Processor.WritePageTableRoot(Root);
    }

    /// <summary>The processor uses the kernel's own tables: nobody's lower half.</summary>
    internal static void LoadKernel()
    {
        loaded = kernelRoot;
        Processor.WritePageTableRoot(kernelRoot);
    }

    /// <summary>The processor forgets what it remembers of this address space.</summary>
    internal readonly void Flush()
    {
        if (loaded == Root)
            Processor.WritePageTableRoot(Root);
    }

    /// <summary>The processor forgets what it remembers of one page.</summary>
    internal readonly void Flush(ulong address)
    {
        if (loaded == Root)
            Processor.InvalidatePage(address);
    }

    /// <summary>An address space with the page of kernel information and nothing else.</summary>
    /// <returns>False when there is no memory; nothing was allocated then.</returns>
    internal static bool TryCreate(ulong kernelInformation, out AddressSpace space)
    {
        space = default;
        if (!Memory.Frames.TryAllocateZeroed(out ulong root))
            return false;
        space.Root = root;
        space.Frames = 1;
        space.ForgetTables();
        PageTableEntry* kernel = KernelRoot;
        PageTableEntry* own = (PageTableEntry*)PhysicalWindow.At(root);
        for (int i = KernelHalf; i < Entries; i++)
            own[i] = kernel[i];
        PageTableEntry* entry = space.Reach(UserLayout.KernelInformation);
        if (entry == null)
        {
            space.Release(int.MaxValue);
            return false;
        }

        entry->Value = kernelInformation | PageTableEntry.Present | PageTableEntry.User | PageTableEntry.NoExecute | PageTableEntry.Borrowed;
        return true;
    }

    /// <summary>The entry for a page, with the tables on the way to it made.</summary>
    /// <param name="address">An address in the lower half.</param>
    /// <param name="level">The level of the table that the entry is in: 1 for a page.</param>
    /// <returns>Null when there is no memory for a table. Those that were made stay.</returns>
    internal PageTableEntry* Reach(ulong address, int level = 1)
    {
        PageTableEntry* entry = In((PageTableEntry*)PhysicalWindow.At(Root), address, 4);
        for (int below = 3; below >= level; below--)
        {
            if (!entry->IsPresent && !TryAddTable(ref *entry))
                return null;
            entry = In(entry->Table, address, below);
        }

        return entry;
    }

    /// <summary>The entry for a page, where the tables on the way to it are there; else the first entry on the way that leads nowhere.</summary>
    /// <param name="address">An address in the lower half.</param>
    /// <param name="level">The level of the table that the entry is in: 1 for a page's own.</param>
    internal readonly PageTableEntry* Find(ulong address, out int level)
    {
        level = 4;
        PageTableEntry* entry = In((PageTableEntry*)PhysicalWindow.At(Root), address, 4);
        while (level > 1 && entry->IsPresent)
            entry = In(entry->Table, address, --level);
        return entry;
    }

    /// <summary>
    /// The entry for a page, where the tables on the way to it are there; else null. Memory is mostly used in order, so the table that was
    /// needed last is looked at first: that is most of what a page fault would cost.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PageTableEntry* FindPage(ulong address) =>
        address / RegionSize == recentRegion ? In(recentTable, address, 1) : FindPageFromRoot(address);

    private PageTableEntry* FindPageFromRoot(ulong address)
    {
        PageTableEntry* entry = Find(address, out int level);
        if (level > 1)
            return null;
        recentRegion = address / RegionSize;
        recentTable = (PageTableEntry*)((ulong)entry & ~0xFFFul);
        return entry;
    }

    /// <summary>Tables of pages may be gone.</summary>
    internal void ForgetTables() => recentRegion = NoRegion;

    /// <summary>Gives the entry a table: of zeros, or where the entry stands for memory on demand of entries that say the same.</summary>
    internal bool TryAddTable(ref PageTableEntry entry)
    {
        if (!Memory.Frames.TryAllocate(out PhysicalAddress frame))
            return false;
        PhysicalWindow.Fill(PhysicalWindow.At(frame.Value), entry.Value & PageTableEntry.OnDemand, Entries);
        entry.Value = frame.Value | TableBits;
        Frames++;
        return true;
    }

    /// <summary>Takes a range of pages out of a table, and gives the frames back that they own.</summary>
    internal void RemovePages(PageTableEntry* entries, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (entries[i].IsPresent && !entries[i].Has(PageTableEntry.Borrowed))
                FreeFrame(entries[i].Frame);
            entries[i].Value = 0;
        }
    }

    /// <summary>Gives back frames and tables of the lower half, the root last. May be called again to go on.</summary>
    /// <param name="budget">The most frames to give back this time; at least 1.</param>
    /// <returns>Whether all of them are given back.</returns>
    internal bool Release(int budget)
    {
        if (Root == 0)
            return true;
        if (loaded == Root)
            LoadKernel();
        PageTableEntry* root = (PageTableEntry*)PhysicalWindow.At(Root);
        for (int i = 0; i < KernelHalf; i++)
        {
            if (root[i].IsPresent && !ReleaseTable(ref root[i], 3, ref budget))
                return false;
        }

        Memory.Frames.Free(new PhysicalAddress(Root));
        Root = 0;
        Frames = 0;
        return true;
    }

    /// <summary>Gives a table back with everything below it, and clears the entry that led to it.</summary>
    /// <param name="entry">An entry that leads to a table.</param>
    /// <param name="level">The table's level, 1 to 3.</param>
    /// <param name="budget">How many frames may still be given back; less as many as were.</param>
    /// <returns>Whether the table is gone; otherwise its entries that are done are clear.</returns>
    internal bool ReleaseTable(ref PageTableEntry entry, int level, ref int budget)
    {
        PageTableEntry* table = entry.Table;
        for (int i = 0; i < Entries; i++)
        {
            if (!table[i].IsPresent)
                continue;
            if (budget <= 0)
                return false;
            if (level > 1)
            {
                if (!ReleaseTable(ref table[i], level - 1, ref budget))
                    return false;
                continue;
            }

            if (!table[i].Has(PageTableEntry.Borrowed))
            {
                FreeFrame(table[i].Frame);
                budget--;
            }

            table[i].Value = 0;
        }

        FreeFrame(entry.Frame);
        budget--;
        entry.Value = 0;
        return true;
    }

    private void FreeFrame(ulong physical)
    {
        Memory.Frames.Free(new PhysicalAddress(physical));
        Frames--;
    }

    /// <summary>The entry for an address in a table of a level (SDM volume 3, figure 4-8).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PageTableEntry* In(PageTableEntry* table, ulong address, int level) =>
        (PageTableEntry*)((byte*)table + (address >> (9 * level) & ((Entries - 1) * sizeof(ulong))));
}
