using System;

namespace Merriwig.Memory;

/// <summary>Counts upwards, starts again with every map that is not the last one, and takes nothing back.</summary>
internal static class FrameAllocator
{
    private static uint next;
    private static uint frames;

    internal static bool TryAllocate(ref FrameMap map, out PhysicalAddress address) =>
        TryAllocateConsecutive(ref map, 1, ulong.MaxValue, out address);

    internal static FreeResult Free(ref FrameMap map, PhysicalAddress address)
    {
        if (address.Value % FrameMap.FrameSize != 0 || address.Value / FrameMap.FrameSize >= map.Frames)
            return FreeResult.NotManaged;
        return address.Value / FrameMap.FrameSize < next ? FreeResult.Freed : FreeResult.NotInUse;
    }

    internal static bool TryAllocateConsecutive(ref FrameMap map, uint count, ulong limit, out PhysicalAddress address)
    {
        if (map.Frames != frames || map.Count(FrameState.InUse) == 0)
        {
            frames = map.Frames;
            next = 0;
        }

        while (next < frames && map.States[(int)next] == FrameState.NotManaged)
            next++;
        address = default;
        if (count == 0 || count > frames - next || ((ulong)(next + count) * FrameMap.FrameSize) - 1 > limit)
            return false;

        address = PhysicalAddress.OfFrame(next);
        for (uint end = next + count; next < end; next++)
            map.States[(int)next] = FrameState.InUse;
        return true;
    }

    internal static void SetAvailable(ref FrameMap map, uint frame)
    {
    }

    internal static void ClearAvailable(ref FrameMap map, uint frame)
    {
    }
}
