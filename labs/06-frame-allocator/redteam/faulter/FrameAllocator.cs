using System;

namespace Merriwig.Memory;

/// <summary>Leaves every array at its end.</summary>
internal static class FrameAllocator
{
    internal static bool TryAllocate(ref FrameMap map, out PhysicalAddress address)
    {
        map.States[(int)map.Frames] = FrameState.InUse;
        address = default;
        return true;
    }

    internal static FreeResult Free(ref FrameMap map, PhysicalAddress address)
    {
        map.States[-1] = FrameState.Available;
        return FreeResult.Freed;
    }

    internal static bool TryAllocateConsecutive(ref FrameMap map, uint count, ulong limit, out PhysicalAddress address)
    {
        map.Level(0)[map.Level(0).Length] = 0;
        address = default;
        return true;
    }

    internal static void SetAvailable(ref FrameMap map, uint frame) => map.Level(0)[-1] = 1;

    internal static void ClearAvailable(ref FrameMap map, uint frame) => map.Level(0)[-1] = 0;
}
