using System;
using System.Runtime.CompilerServices;

namespace Merriwig.Memory;

/// <summary>What a region of physical memory is, numbered as the firmware does (ACPI 6.4, table 15.4).</summary>
internal enum RegionKind : uint
{
    Usable = 1,
    Reserved = 2,
    AcpiReclaimable = 3,
    AcpiStorage = 4,
    Unusable = 5,
}

/// <summary>A region of physical memory, from its start to before its end.</summary>
internal struct MemoryRegion
{
    internal ulong Start;
    internal ulong End;
    internal RegionKind Kind;
}

/// <summary>
/// The machine's memory, from whatever the firmware says: sorted, not overlapping, neighbours of a kind merged, nothing empty. Where regions
/// overlap, memory is usable only if all of them say so.
/// </summary>
internal struct MemoryMap
{
    /// <summary>More regions than any firmware seen reports.</summary>
    internal const int Capacity = 64;

    private Regions regions;
    private int count;

    /// <summary>How many regions there are.</summary>
    internal readonly int Count => count;

    /// <summary>Bytes of usable memory.</summary>
    internal readonly ulong UsableBytes
    {
        get
        {
            ulong sum = 0;
            for (int i = 0; i < count; i++)
            {
                if (regions[i].Kind == RegionKind.Usable)
                    sum += regions[i].End - regions[i].Start;
            }

            return sum;
        }
    }

    internal readonly MemoryRegion this[int index] => regions[index];

    /// <summary>
    /// Adds what the firmware reports. Empty regions are skipped; one that wraps around the end of the address space is cut off there.
    /// </summary>
    /// <returns>False when the map is full; it then holds what came before.</returns>
    internal bool TryAdd(ulong start, ulong length, RegionKind kind)
    {
        if (length == 0)
            return true;
        ulong end = start + length < start ? ulong.MaxValue : start + length;

        // Where the new region meets others, split at their borders, so that each piece overlaps one other region or none.
        for (int i = 0; i < count; i++)
        {
            MemoryRegion other = regions[i];
            if (other.End <= start || other.Start >= end)
                continue;
            if (start < other.Start && !TryAdd(start, other.Start - start, kind))
                return false;
            if (end > other.End && !TryAdd(other.End, end - other.End, kind))
                return false;
            return TryRestrict(Math.Max(start, other.Start), Math.Min(end, other.End), kind);
        }

        return TryInsert(start, end, kind);
    }

    /// <summary>Takes memory out of use: what holds the kernel's image or the boot module.</summary>
    /// <returns>False when the map is full.</returns>
    internal bool TryReserve(ulong start, ulong end) => start >= end || TryAdd(start, end - start, RegionKind.Reserved);

    /// <summary>Part of a region is also of another kind: the stronger of the two counts.</summary>
    private bool TryRestrict(ulong start, ulong end, RegionKind kind)
    {
        for (int i = 0; i < count; i++)
        {
            MemoryRegion other = regions[i];
            if (start < other.Start || end > other.End)
                continue;
            if (kind <= other.Kind)
                return true;
            Remove(i);
            return (other.Start == start || TryInsert(other.Start, start, other.Kind))
                && (other.End == end || TryInsert(end, other.End, other.Kind))
                && TryInsert(start, end, kind);
        }

        return true;
    }

    private bool TryInsert(ulong start, ulong end, RegionKind kind)
    {
        int at = 0;
        while (at < count && regions[at].Start < start)
            at++;
        if (at > 0 && regions[at - 1].End == start && regions[at - 1].Kind == kind)
        {
            regions[at - 1].End = end;
            if (at < count && regions[at].Start == end && regions[at].Kind == kind)
            {
                regions[at - 1].End = regions[at].End;
                Remove(at);
            }

            return true;
        }

        if (at < count && regions[at].Start == end && regions[at].Kind == kind)
        {
            regions[at].Start = start;
            return true;
        }

        if (count == Capacity)
            return false;
        for (int i = count; i > at; i--)
            regions[i] = regions[i - 1];
        regions[at] = new MemoryRegion { Start = start, End = end, Kind = kind };
        count++;
        return true;
    }

    private void Remove(int index)
    {
        count--;
        for (int i = index; i < count; i++)
            regions[i] = regions[i + 1];
    }

    [InlineArray(Capacity)]
    private struct Regions
    {
        private MemoryRegion first;
    }
}
