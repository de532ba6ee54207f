using Merriwig.Abi;
using Merriwig.Tracing;

namespace Merriwig.Memory;

/// <summary>
/// Chunks: memory that moves between processes. A chunk is a table of level 2 with everything below it, and lies in a window of 1 GiB, one entry
/// of its owner's level 3 table. On its way from one process to another it is in no address space, and the table's physical address stands
/// for it.
/// </summary>
/// <remarks>
/// The table's last two entries are never present and never memory. From bit 12 on the last one counts the chunk's frames, the table itself
/// included, so that they can be moved from one process's account to another's without counting them; the other one links chunks that
/// nobody owns any more.
/// </remarks>
internal static unsafe class Chunks
{
    /// <summary>The most pages of a chunk on demand: all of the window but what the last two entries would show.</summary>
    internal const ulong MostPages = LinkEntry * 512;

    /// <summary>The most frames of a chunk that has them from the start: clearing them is done in one go, with interrupts off.</summary>
    internal const ulong MostConsecutive = 4096;

    /// <summary>The most frames that are given back in one go.</summary>
    internal const int ReleaseBudget = 1024;

    private const int AccountEntry = 511;
    private const int LinkEntry = 510;
    private const int AccountShift = 12;
    private const int Windows = 512;

    private const ulong TableBits = PageTableEntry.Present | PageTableEntry.Writable | PageTableEntry.User;
    private const ulong PageBits = PageTableEntry.Present | PageTableEntry.User | PageTableEntry.NoExecute;

    /// <summary>Makes a chunk whose pages get their frames when they are used.</summary>
    /// <param name="space">The owner's address space.</param>
    /// <param name="pages">How many, from 1.</param>
    /// <param name="address">Where the chunk starts.</param>
    internal static ErrorCode CreateOnDemand(ref AddressSpace space, ulong pages, out ulong address)
    {
        address = 0;
        if (pages is 0 or > MostPages)
            return ErrorCode.Memory;
        if (!TryAddWindow(ref space, out PageTableEntry* window, out address))
            return ErrorCode.Memory;

        // Whole tables of pages by one entry each; the last, partly used one by its own.
        ulong whole = pages / 512;
        uint rest = (uint)(pages % 512);
        PhysicalWindow.Fill(window->Table, PageTableEntry.OnDemand, whole);
        if (rest == 0)
            return ErrorCode.None;
        PageTableEntry* last = window->Table + whole;
        if (!space.TryAddTable(ref *last))
        {
            Remove(ref space, window);
            return ErrorCode.Memory;
        }

        PhysicalWindow.Fill(last->Table, PageTableEntry.OnDemand, rest);
        Account(window, 1);
        return ErrorCode.None;
    }

    /// <summary>Makes a chunk of frames that follow one another: what a device can work with.</summary>
    /// <param name="space">The owner's address space.</param>
    /// <param name="pages">How many, from 1.</param>
    /// <param name="limit">The highest physical address that any of its bytes may have.</param>
    /// <param name="address">Where the chunk starts.</param>
    /// <param name="physical">The physical address of its first byte.</param>
    internal static ErrorCode CreateConsecutive(ref AddressSpace space, ulong pages, ulong limit, out ulong address, out ulong physical)
    {
        address = 0;
        physical = 0;
        if (pages is 0 or > MostConsecutive)
            return ErrorCode.Memory;
        if (!Frames.TryAllocateConsecutiveZeroed((uint)pages, limit, out ulong first))
            return ErrorCode.Memory;
        if (!TryAddWindow(ref space, out PageTableEntry* window, out address))
        {
            FreeAll(first, pages);
            return ErrorCode.Memory;
        }

        space.Frames += (uint)pages;
        Account(window, (long)pages);
        ulong mapped = Map(ref space, window, first, pages, PageBits | PageTableEntry.Writable);
        if (mapped < pages)
        {
            // The window takes the mapped ones with it; those that never came into it are given back here.
            ulong left = pages - mapped;
            FreeAll(first + (mapped * FrameMap.FrameSize), left);
            space.Frames -= (uint)left;
            Account(window, -(long)left);
            Remove(ref space, window);
            return ErrorCode.Memory;
        }

        physical = first;
        return ErrorCode.None;
    }

    /// <summary>Makes a chunk that shows memory which is not the frame allocator's: a device's, or the boot module.</summary>
    internal static ErrorCode CreateBorrowed(ref AddressSpace space, ulong physical, ulong pages, bool writable, out ulong address)
    {
        if (!TryAddWindow(ref space, out PageTableEntry* window, out address))
            return ErrorCode.Memory;
        if (Map(ref space, window, physical, pages, PageBits | PageTableEntry.Borrowed | (writable ? PageTableEntry.Writable : 0)) == pages)
            return ErrorCode.None;
        Remove(ref space, window);
        return ErrorCode.Memory;
    }

    /// <summary>The chunk that an address lies in.</summary>
    /// <param name="space">The owner's address space.</param>
    /// <param name="address">Any address.</param>
    /// <param name="window">The entry that leads to the chunk.</param>
    /// <returns>No error; that the address is in no window, or that the window is empty.</returns>
    internal static ErrorCode Find(in AddressSpace space, ulong address, out PageTableEntry* window)
    {
        window = null;
        if (address is < UserLayout.ChunksStart or >= UserLayout.End)
            return ErrorCode.Parameter;
        window = Window(space, address);
        return window->IsPresent ? ErrorCode.None : ErrorCode.DoubleFree;
    }

    /// <summary>Takes a chunk out of an address space.</summary>
    /// <param name="space">The owner's address space.</param>
    /// <param name="window">The entry that leads to the chunk.</param>
    /// <returns>What stands for the chunk on its way.</returns>
    internal static ulong Take(ref AddressSpace space, PageTableEntry* window)
    {
        ulong table = window->Frame;
        space.Frames -= FramesOf(table);
        window->Value = 0;
        space.ForgetTables();
        space.Flush();
        if (Trace.IsOn(Subsystem.Memory))
            Report("memory.take", space, table);
        return table;
    }

    /// <summary>Puts a chunk into an address space, in its lowest free window.</summary>
    /// <returns>False when there is none.</returns>
    internal static bool TryGive(ref AddressSpace space, ulong table, out ulong address)
    {
        if (!TryFindWindow(space, out PageTableEntry* window, out address))
            return false;
        window->Value = table | TableBits;
        space.Frames += FramesOf(table);
        if (Trace.IsOn(Subsystem.Memory))
            Report("memory.give", space, table);
        return true;
    }

    /// <summary>Gives a chunk back that is in no address space. May be called again to go on.</summary>
    /// <returns>Whether all of it is given back.</returns>
    internal static bool Release(ulong table, int budget)
    {
        // An address space that has nothing but the chunk keeps the account.
        AddressSpace none = default;
        var window = new PageTableEntry { Value = table | TableBits };
        none.Frames = FramesOf(table);
        bool done = none.ReleaseTable(ref window, 2, ref budget);
        if (!done)
            window.Table[AccountEntry].Value = (ulong)none.Frames << AccountShift;
        return done;
    }

    /// <summary>The table of another chunk that nobody owns.</summary>
    internal static ref ulong LinkOf(ulong table) => ref ((PageTableEntry*)PhysicalWindow.At(table))[LinkEntry].Value;

    /// <summary>Frames of a chunk, its tables included.</summary>
    internal static uint FramesOf(ulong table) => (uint)(((PageTableEntry*)PhysicalWindow.At(table))[AccountEntry].Value >> AccountShift);

    /// <summary>Counts frames that came to the chunk at an address, or, as a negative number, went from it.</summary>
    internal static void Account(in AddressSpace space, ulong address, int change)
    {
        if (change != 0)
            Account(Window(space, address), change);
    }

    private static void Report(string name, in AddressSpace space, ulong table) =>
        Trace.Event(name).Hexadecimal("space", space.Root).Hexadecimal("chunk", table).Number("frames", FramesOf(table)).End();

    private static void Account(PageTableEntry* window, long change) =>
        window->Table[AccountEntry].Value += (ulong)change << AccountShift;

    private static PageTableEntry* Window(in AddressSpace space, ulong address) => AddressSpace.In(Windows3(space), address, 3);

    // The level 3 table of stacks, heap and chunks is there from the start.
    private static PageTableEntry* Windows3(in AddressSpace space) =>
        AddressSpace.In((PageTableEntry*)PhysicalWindow.At(space.Root), UserLayout.DataStart, 4)->Table;

    private static bool TryFindWindow(in AddressSpace space, out PageTableEntry* window, out ulong address)
    {
        PageTableEntry* windows = Windows3(space);
        for (int i = 1; i < Windows; i++)
        {
            if (windows[i].IsPresent)
                continue;
            window = windows + i;
            address = UserLayout.DataStart + ((ulong)i * UserLayout.ChunkWindow);
            return true;
        }

        window = null;
        address = 0;
        return false;
    }

    private static bool TryAddWindow(ref AddressSpace space, out PageTableEntry* window, out ulong address)
    {
        if (!TryFindWindow(space, out window, out address) || !space.TryAddTable(ref *window))
            return false;
        Account(window, 1);
        return true;
    }

    /// <summary>Maps frames that follow one another from the window's start on; returns how many it could.</summary>
    private static ulong Map(ref AddressSpace space, PageTableEntry* window, ulong physical, ulong pages, ulong bits)
    {
        for (ulong page = 0; page < pages; page++)
        {
            PageTableEntry* entry = window->Table + (page / 512);
            if (!entry->IsPresent)
            {
                if (!space.TryAddTable(ref *entry))
                    return page;
                Account(window, 1);
            }

            entry->Table[page % 512].Value = (physical + (page * FrameMap.FrameSize)) | bits;
        }

        return pages;
    }

    private static void Remove(ref AddressSpace space, PageTableEntry* window) => Release(Take(ref space, window), int.MaxValue);

    private static void FreeAll(ulong first, ulong count)
    {
        for (ulong i = 0; i < count; i++)
            Frames.Free(new PhysicalAddress(first + (i * FrameMap.FrameSize)));
    }
}
