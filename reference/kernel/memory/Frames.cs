using Merriwig.Inspect;
using Merriwig.Tracing;

namespace Merriwig.Memory;

/// <summary>The machine's frames: one map over all usable memory that the physical window shows.</summary>
internal static unsafe class Frames
{
    private static FrameMap map;
    private static uint reserved;

    /// <summary>Frames that the map spans.</summary>
    internal static uint Count => map.Frames;

    /// <summary>Levels of its tree.</summary>
    internal static int Levels => map.Levels;

    /// <summary>Frames that hold the bitmaps.</summary>
    internal static uint Reserved => reserved;

    /// <summary>Frames that can be allocated.</summary>
    internal static uint Available => map.CountAvailable();

    /// <summary>The map itself, for measurements.</summary>
    internal static ref FrameMap Map => ref map;

    /// <summary>
    /// Builds the map over every usable region. The bitmaps go to the start of the first region that has room for them.
    /// </summary>
    /// <returns>False when no region has.</returns>
    internal static bool TryInitialize(in MemoryMap memory)
    {
        if (!TryFindSpan(memory, out ulong start, out ulong end))
            return false;
        uint frames = (uint)((end - start) / FrameMap.FrameSize);
        uint bytes = FrameMap.WordsFor(frames) * sizeof(uint);
        reserved = (bytes + FrameMap.FrameSize - 1) / FrameMap.FrameSize;
        if (!TryFindRoom(memory, reserved, out ulong storage))
            return false;

        FrameMap.Create(out map, new PhysicalAddress(start), frames, (uint*)PhysicalWindow.At(storage));
        for (int i = 0; i < memory.Count; i++)
        {
            if (!TryGetFrames(memory[i], out ulong first, out ulong last))
                continue;
            if (first == storage)
                first += (ulong)reserved * FrameMap.FrameSize;
            map.AddRegion((uint)((first - start) / FrameMap.FrameSize), (uint)((last - start) / FrameMap.FrameSize));
        }

        Publish();
        return true;
    }

    /// <inheritdoc cref="FrameAllocator.TryAllocate"/>
    internal static bool TryAllocate(out PhysicalAddress address)
    {
        bool allocated = FrameAllocator.TryAllocate(ref map, out address);
        if (Trace.IsOn(Subsystem.Frame))
            Report("frame.alloc", allocated, address);
        return allocated;
    }

    /// <inheritdoc cref="FrameAllocator.Free"/>
    internal static FreeResult Free(PhysicalAddress address)
    {
        FreeResult result = FrameAllocator.Free(ref map, address);
        if (Trace.IsOn(Subsystem.Frame))
            Report("frame.free", result == FreeResult.Freed, address);
        return result;
    }

    /// <inheritdoc cref="FrameAllocator.TryAllocateConsecutive"/>
    internal static bool TryAllocateConsecutive(uint count, ulong limit, out PhysicalAddress address)
    {
        bool allocated = FrameAllocator.TryAllocateConsecutive(ref map, count, limit, out address);
        if (Trace.IsOn(Subsystem.Frame))
            Report("frame.run", allocated, address);
        return allocated;
    }

    private static void Report(string name, bool done, PhysicalAddress address) =>
        Trace.Event(name).Word("done", done ? "yes" : "no").Hexadecimal("address", address.Value).End();

    private static void Publish()
    {
        for (int level = 0; level < map.Levels; level++)
        {
            fixed (uint* words = &map.Level(level)[0])
                InspectionTable.Publish(RegionType.FrameTreeLevel, 1, level, words, (ulong)map.Level(level).Length * sizeof(uint));
        }

        fixed (uint* words = &map.InUse[0])
            InspectionTable.Publish(RegionType.FramesInUse, 1, 0, words, (ulong)map.InUse.Length * sizeof(uint));
    }

    /// <summary>From the lowest to the highest whole frame that is usable.</summary>
    private static bool TryFindSpan(in MemoryMap memory, out ulong start, out ulong end)
    {
        start = ulong.MaxValue;
        end = 0;
        for (int i = 0; i < memory.Count; i++)
        {
            if (!TryGetFrames(memory[i], out ulong first, out ulong last))
                continue;
            if (start == ulong.MaxValue)
                start = first;
            end = last;
        }

        return end != 0;
    }

    private static bool TryFindRoom(in MemoryMap memory, uint frames, out ulong address)
    {
        for (int i = 0; i < memory.Count; i++)
        {
            if (TryGetFrames(memory[i], out address, out ulong last) && last - address >= (ulong)frames * FrameMap.FrameSize)
                return true;
        }

        address = 0;
        return false;
    }

    /// <summary>The whole frames of a usable region, as far as the window shows them.</summary>
    private static bool TryGetFrames(MemoryRegion region, out ulong first, out ulong last)
    {
        const ulong mask = FrameMap.FrameSize - 1;
        first = (region.Start + mask) & ~mask;
        last = (region.End > PhysicalWindow.Size ? PhysicalWindow.Size : region.End) & ~mask;
        return region.Kind == RegionKind.Usable && first < last;
    }
}
