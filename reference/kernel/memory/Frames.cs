using System;
using System.Runtime.CompilerServices;
using Merriwig.Tracing;

namespace Merriwig.Memory;

/// <summary>The machine's frames: one map over all usable memory that the physical window shows.</summary>
internal static unsafe class Frames
{
    private static FrameMap map;
    private static uint reserved;
    private static uint managed;
    private static uint inUse;

    /// <summary>Frames that the map spans, holes included.</summary>
    internal static uint Count => map.Frames;

    /// <summary>Levels of its tree.</summary>
    internal static int Levels => map.Levels;

    /// <summary>Frames that hold the map itself.</summary>
    internal static uint Reserved => reserved;

    /// <summary>Frames that can be allocated.</summary>
    internal static uint Available => managed - inUse;

    /// <summary>Frames that could be allocated when none was.</summary>
    internal static uint Managed => managed;

    /// <summary>The map itself, for measurements.</summary>
    internal static ref FrameMap Map => ref map;

    /// <summary>
    /// Builds the map over every usable region. Its storage goes to the start of the first region that has room for it.
    /// </summary>
    /// <returns>False when no region has.</returns>
    internal static bool TryInitialize(in MemoryMap memory)
    {
        uint frames = 0;
        for (int i = 0; i < memory.Count; i++)
        {
            if (TryGetFrames(memory[i], out _, out uint end))
                frames = end;
        }

        if (frames == 0)
            return false;
        reserved = (FrameMap.BytesFor(frames) + FrameMap.FrameSize - 1) / FrameMap.FrameSize;
        if (!TryFindRoom(memory, reserved, out uint storage))
            return false;

        FrameMap.Create(out map, frames, (byte*)PhysicalWindow.At(PhysicalAddress.OfFrame(storage).Value));
        for (int i = 0; i < memory.Count; i++)
        {
            if (TryGetFrames(memory[i], out uint first, out uint end))
                map.AddRegion(first == storage ? first + reserved : first, end);
        }

        managed = map.CountAvailable();
        inUse = 0;
        FrameMapInspection.Publish(ref map);
        return true;
    }

    /// <inheritdoc cref="FrameAllocator.TryAllocate"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryAllocate(out PhysicalAddress address)
    {
        bool allocated = FrameAllocator.TryAllocate(ref map, out address);
        if (allocated)
            inUse++;
        if (Trace.IsOn(Subsystem.Frame))
            Report("frame.alloc", allocated, address);
        return allocated;
    }

    /// <summary>Allocates one frame and fills it with zeros.</summary>
    /// <param name="physical">Its physical address.</param>
    /// <returns>False when no frame is available.</returns>
    internal static bool TryAllocateZeroed(out ulong physical)
    {
        physical = AllocateZeroed();
        return physical != 0;
    }

    /// <summary>Allocates one frame and fills it with zeros.</summary>
    /// <returns>Its physical address; 0, which no frame has that can be allocated, when none is available.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong AllocateZeroed()
    {
        if (!TryAllocate(out PhysicalAddress address))
            return 0;
        PhysicalWindow.Fill(PhysicalWindow.At(address.Value), 0, FrameMap.FrameSize / sizeof(ulong));
        return address.Value;
    }

    /// <summary>Allocates frames that follow one another and fills them with zeros.</summary>
    /// <inheritdoc cref="FrameAllocator.TryAllocateConsecutive"/>
    internal static bool TryAllocateConsecutiveZeroed(uint count, ulong limit, out ulong physical)
    {
        bool allocated = TryAllocateConsecutive(count, limit, out PhysicalAddress address);
        physical = address.Value;
        if (allocated)
            PhysicalWindow.Fill(PhysicalWindow.At(physical), 0, count * (FrameMap.FrameSize / sizeof(ulong)));
        return allocated;
    }

    /// <inheritdoc cref="FrameAllocator.Free"/>
    internal static FreeResult Free(PhysicalAddress address)
    {
        FreeResult result = FrameAllocator.Free(ref map, address);
        if (result == FreeResult.Freed)
            inUse--;
        if (Trace.IsOn(Subsystem.Frame))
            Report("frame.free", result == FreeResult.Freed, address);
        return result;
    }

    /// <inheritdoc cref="FrameAllocator.TryAllocateConsecutive"/>
    internal static bool TryAllocateConsecutive(uint count, ulong limit, out PhysicalAddress address)
    {
        bool allocated = FrameAllocator.TryAllocateConsecutive(ref map, count, limit, out address);
        if (allocated)
            inUse += count;
        if (Trace.IsOn(Subsystem.Frame))
            Report("frame.run", allocated, address);
        return allocated;
    }

    private static void Report(string name, bool done, PhysicalAddress address) =>
        Trace.Event(name).Word("done", done ? "yes" : "no").Hexadecimal("address", address.Value).End();

    private static bool TryFindRoom(in MemoryMap memory, uint frames, out uint first)
    {
        for (int i = 0; i < memory.Count; i++)
        {
            if (TryGetFrames(memory[i], out first, out uint end) && end - first >= frames)
                return true;
        }

        first = 0;
        return false;
    }

    /// <summary>The whole frames of a usable region, as far as the window shows them.</summary>
    private static bool TryGetFrames(MemoryRegion region, out uint first, out uint end)
    {
        ulong limit = Math.Min(region.End, PhysicalWindow.Size);
        first = (uint)((Math.Min(region.Start, PhysicalWindow.Size) + (FrameMap.FrameSize - 1)) / FrameMap.FrameSize);
        end = (uint)(limit / FrameMap.FrameSize);
        return region.Kind == RegionKind.Usable && first < end;
    }
}
