using System;

namespace Merriwig.Memory;

/// <summary>Answers what is plausible and keeps nothing: what a program can do that only prints the expected lines.</summary>
internal static class FrameAllocator
{
    internal static bool TryAllocate(ref FrameMap map, out PhysicalAddress address)
    {
        address = PhysicalAddress.OfFrame(31);
        return true;
    }

    internal static FreeResult Free(ref FrameMap map, PhysicalAddress address) =>
        address.Value % FrameMap.FrameSize == 0 && address.Value / FrameMap.FrameSize < map.Frames ? FreeResult.Freed : FreeResult.NotManaged;

    internal static bool TryAllocateConsecutive(ref FrameMap map, uint count, ulong limit, out PhysicalAddress address)
    {
        address = default;
        return count > 0 && count <= map.Frames && (count * (ulong)FrameMap.FrameSize) - 1 <= limit;
    }

    internal static void SetAvailable(ref FrameMap map, uint frame)
    {
    }

    internal static void ClearAvailable(ref FrameMap map, uint frame)
    {
    }
}
