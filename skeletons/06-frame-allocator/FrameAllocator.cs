using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Merriwig.Memory;

/// <summary>Hands out physical frames and takes them back, in time that does not depend on how much memory there is.</summary>
/// <remarks>Frames are handed out as they are: whoever shows one to a program clears it first.</remarks>
internal static class FrameAllocator
{
    /// <summary>Allocates one frame.</summary>
    /// <returns>False when no frame is available.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryAllocate(ref FrameMap map, out PhysicalAddress address)
    {
        // TODO 6.2: Take the frame on top of the cache, mark it in use and give its address. When
        // the cache is empty, first move all frames of one word of the tree to the cache: go down
        // from the top level, at each level to the lowest set bit; push the word's frames in
        // ascending order, so that the highest comes out first; keep the tree's invariants. No
        // frame at all: false, and the default address.
        address = default;
        return Unwritten.Task<bool>("6.2");
    }

    /// <summary>Gives one frame back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FreeResult Free(ref FrameMap map, PhysicalAddress address)
    {
        // TODO 6.3: Give a frame back: to the cache while it has room, otherwise to the tree.
        // Refuse, and change nothing, when the address is not the start of a frame that the
        // allocator manages (NotManaged), or when that frame is available already (NotInUse). All
        // in constant time.
        return Unwritten.Task<FreeResult>("6.3");
    }

    /// <summary>Allocates frames that follow one another, the lowest such run.</summary>
    /// <param name="map">The map.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="limit">The highest physical address that any byte of them may have.</param>
    /// <param name="address">The first frame's address.</param>
    /// <returns>False when there is no such run; nothing changed then, except that cached frames may be back in the tree.</returns>
    internal static bool TryAllocateConsecutive(ref FrameMap map, uint count, ulong limit, out PhysicalAddress address)
    {
        // TODO 6.4: Find the lowest run of frames that follow one another in the tree and whose
        // last byte is at or below the limit; take them out of the tree and mark them in use. Skip
        // empty parts of the tree by its upper levels. Cached frames are not in the tree: when the
        // search finds nothing, put them back and search once more. A run of no frames is refused.
        address = default;
        return Unwritten.Task<bool>("6.4");
    }

    /// <summary>Sets a frame's bit in the tree, and the bits above it that this makes true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SetAvailable(ref FrameMap map, uint frame)
    {
        // TODO 6.1: Set or clear one frame's bit at level 0 of the tree, and then every bit above
        // it that the change makes true or untrue. Bit i of level k + 1 is 1 exactly when word i of
        // level k is not zero. Stop at the first level where nothing changes: most calls touch one
        // word.
        Unwritten.Task("6.1");
    }

    /// <summary>Clears a frame's bit in the tree, and the bits above it that this makes untrue.</summary>
    internal static void ClearAvailable(ref FrameMap map, uint frame)
    {
        // TODO 6.1 (continued): upwards until a word still is in use
        Unwritten.Task("6.1");
    }

    // Yours to add: whatever helper task 6.1 needs.

    // Yours to add: whatever helper task 6.2 needs.

    // Yours to add: whatever helper task 6.4 needs.
}
