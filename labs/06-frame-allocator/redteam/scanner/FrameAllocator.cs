using System;

namespace Merriwig.Memory;

/// <summary>Knows the states alone, searches them from the start, and leaves tree and cache as they are: every count of states is right.</summary>
internal static class FrameAllocator
{
    internal static bool TryAllocate(ref FrameMap map, out PhysicalAddress address) =>
        TryAllocateConsecutive(ref map, 1, ulong.MaxValue, out address);

    internal static FreeResult Free(ref FrameMap map, PhysicalAddress address)
    {
        ulong frame = address.Value / FrameMap.FrameSize;
        if (address.Value % FrameMap.FrameSize != 0 || frame >= map.Frames || map.States[(int)frame] == FrameState.NotManaged)
            return FreeResult.NotManaged;
        if (map.States[(int)frame] == FrameState.Available)
            return FreeResult.NotInUse;
        map.States[(int)frame] = FrameState.Available;
        return FreeResult.Freed;
    }

    internal static bool TryAllocateConsecutive(ref FrameMap map, uint count, ulong limit, out PhysicalAddress address)
    {
        address = default;
        uint length = 0;
        for (uint frame = 0; frame < map.Frames && (((ulong)frame + 1) * FrameMap.FrameSize) - 1 <= limit; frame++)
        {
            length = map.States[(int)frame] == FrameState.Available ? length + 1 : 0;
            if (length == 0 || length != count)
                continue;
            for (uint taken = frame + 1 - count; taken <= frame; taken++)
                map.States[(int)taken] = FrameState.InUse;
            address = PhysicalAddress.OfFrame(frame + 1 - count);
            return true;
        }

        return false;
    }

    internal static void SetAvailable(ref FrameMap map, uint frame) => map.States[(int)frame] = FrameState.Available;

    internal static void ClearAvailable(ref FrameMap map, uint frame) => map.States[(int)frame] = FrameState.InUse;
}
