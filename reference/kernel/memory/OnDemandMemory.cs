using System.Runtime.CompilerServices;
using Merriwig.Tracing;

namespace Merriwig.Memory;

/// <summary>
/// Memory that exists when it is used. A range costs nothing at first: an entry of a page table says "on demand", for one page or at a higher
/// level for all pages below it. Reading such a page shows a frame of zeros that all share; the first write gives it a frame of its own.
/// </summary>
internal static unsafe class OnDemandMemory
{
    // The page fault's error code (SDM volume 3, figure 4-12).
    private const ulong Write = 1 << 1;
    private const ulong User = 1 << 2;
    private const ulong InstructionFetch = 1 << 4;

    /// <summary>The error code of a program's write to a page that is not present.</summary>
    internal const ulong FirstWrite = Write | User;

    private const ulong OwnPage = PageTableEntry.Present | PageTableEntry.Writable | PageTableEntry.User | PageTableEntry.NoExecute | PageTableEntry.OnDemand;
    private const ulong SharedPage = PageTableEntry.Present | PageTableEntry.User | PageTableEntry.NoExecute | PageTableEntry.OnDemand | PageTableEntry.Borrowed;

    private static ulong zeroFrame;

    /// <summary>Allocates the frame of zeros.</summary>
    internal static bool TryInitialize() => Frames.TryAllocateZeroed(out zeroFrame);

    /// <summary>The usual case of <see cref="TryResolve"/>, and quick: the first write to a page of which nothing has been seen.</summary>
    /// <returns>False when it is another case.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryResolveFirstWrite(ref AddressSpace space, ulong address)
    {
        if (address >= UserLayout.End)
            return false;
        PageTableEntry* entry = space.FindPage(address);
        if (entry == null || entry->Value != PageTableEntry.OnDemand)
            return false;
        ulong frame = Frames.AllocateZeroed();
        if (frame == 0)
            return false;
        entry->Value = frame | OwnPage;
        space.Frames++;
        if (address >= UserLayout.ChunksStart)
            Chunks.Account(space, address, 1);
        if (Trace.IsOn(Subsystem.Memory))
            Report(space, address, write: true, resolved: true, frames: 1);
        return true;
    }

    /// <summary>A program touched a page that does not allow it: gives it the memory that it may have there.</summary>
    /// <param name="space">The program's address space.</param>
    /// <param name="address">What it touched.</param>
    /// <param name="error">The page fault's error code.</param>
    /// <returns>False when there is nothing on demand, or no memory: the access is a fault.</returns>
    internal static bool TryResolve(ref AddressSpace space, ulong address, ulong error)
    {
        if (address >= UserLayout.End || (error & InstructionFetch) != 0 || !space.Find(address, out _)->IsOnDemand)
            return false;
        uint before = space.Frames;
        PageTableEntry* entry = space.Reach(address);
        bool resolved = entry != null && TryResolvePage(ref space, ref *entry, address, (error & Write) != 0);
        if (address >= UserLayout.ChunksStart)
            Chunks.Account(space, address, (int)(space.Frames - before));
        if (Trace.IsOn(Subsystem.Memory))
            Report(space, address, (error & Write) != 0, resolved, space.Frames - before);
        return resolved;
    }

    private static bool TryResolvePage(ref AddressSpace space, ref PageTableEntry entry, ulong address, bool write)
    {
        if (!write)
        {
            if (!entry.IsPresent)
                entry.Value = zeroFrame | SharedPage;
            return true;
        }

        if (entry.Has(PageTableEntry.Present | PageTableEntry.Writable))
            return true; // the processor remembered the page as it was
        if (!Frames.TryAllocateZeroed(out ulong frame))
            return false;
        bool shown = entry.IsPresent;
        entry.Value = frame | OwnPage;
        space.Frames++;
        if (shown)
            space.Flush(address);
        return true;
    }

    /// <summary>Pages that were on demand give their frames back, and are as they were before they were used.</summary>
    /// <param name="space">The address space.</param>
    /// <param name="address">The first page's.</param>
    /// <param name="pages">How many, at least 1.</param>
    /// <returns>False when a page in the range is not on demand: nothing changed then.</returns>
    internal static bool TryDecommit(ref AddressSpace space, ulong address, uint pages)
    {
        ulong end = address + ((ulong)pages * FrameMap.FrameSize);
        if (end > UserLayout.End || (address < UserLayout.ChunksStart && end > UserLayout.ChunksStart))
            return false;
        for (ulong page = address; page < end;)
        {
            PageTableEntry* entry = space.Find(page, out int level);
            if (!entry->IsOnDemand)
                return false;
            page = NextAfter(page, level);
        }

        uint before = space.Frames;
        for (ulong page = address; page < end;)
        {
            PageTableEntry* entry = space.Find(page, out int level);
            if (level == 1)
            {
                space.RemovePages(entry, 1);
                entry->Value = PageTableEntry.OnDemand;
                space.Flush(page);
            }

            page = NextAfter(page, level);
        }

        if (address >= UserLayout.ChunksStart)
            Chunks.Account(space, address, (int)(space.Frames - before));
        return true;
    }

    private static void Report(in AddressSpace space, ulong address, bool write, bool resolved, uint frames) =>
        Trace.Event("memory.touch").Hexadecimal("space", space.Root).Hexadecimal("address", address)
            .Word("access", write ? "write" : "read").Word("done", resolved ? "yes" : "no").Number("frames", frames).End();

    /// <summary>The first address that an entry of a level does not stand for any more.</summary>
    private static ulong NextAfter(ulong address, int level)
    {
        ulong size = 1ul << (3 + (9 * level));
        return (address & ~(size - 1)) + size;
    }
}
