using System;
using System.Numerics;

namespace Merriwig.Memory;

/// <summary>Hands out physical frames and takes them back, in time that does not depend on how much memory there is.</summary>
/// <remarks>Frames are handed out as they are: whoever shows one to a program clears it first.</remarks>
internal static class FrameAllocator
{
    /// <summary>Allocates one frame.</summary>
    /// <returns>False when no frame is available.</returns>
    internal static bool TryAllocate(ref FrameMap map, out PhysicalAddress address)
    {
        #region Solution 6.2: from the cache, which the tree refills
        if (map.Cached == 0 && !TryRefill(ref map))
        {
            address = default;
            return false;
        }

        uint frame = map.Cache[(int)(--map.Cached % FrameMap.CacheSize)];
        map.InUse[(int)(frame / 32)] |= 1u << (int)(frame % 32);
        address = map.AddressOf(frame);
        return true;
        #endregion
    }

    /// <summary>Gives one frame back.</summary>
    internal static FreeResult Free(ref FrameMap map, PhysicalAddress address)
    {
        #region Solution 6.3: checked, then to the cache or to the tree
        if (!map.TryGetFrame(address, out uint frame))
            return FreeResult.NotManaged;

        ref uint inUse = ref map.InUse[(int)(frame / 32)];
        uint bit = 1u << (int)(frame % 32);
        if ((inUse & bit) == 0)
            return FreeResult.NotInUse;
        inUse &= ~bit;

        if (map.Cached < FrameMap.CacheSize)
            map.Cache[(int)map.Cached++] = frame;
        else
            SetAvailable(ref map, frame);
        return FreeResult.Freed;
        #endregion
    }

    /// <summary>Allocates frames that follow one another, the lowest such run.</summary>
    /// <param name="map">The map.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="limit">The highest physical address that any byte of them may have.</param>
    /// <param name="address">The first frame's address.</param>
    /// <returns>False when there is no such run; nothing changed then, except that cached frames may be back in the tree.</returns>
    internal static bool TryAllocateConsecutive(ref FrameMap map, uint count, ulong limit, out PhysicalAddress address)
    {
        #region Solution 6.4: the lowest run of set bits below the limit
        address = default;
        ulong start = map.Start.Value;
        if (count == 0 || limit < start + (FrameMap.FrameSize - 1))
            return false;

        // limit + 1 may not fit in 64 bits, so the last frame is counted apart.
        ulong usable = ((limit - (start + (FrameMap.FrameSize - 1))) / FrameMap.FrameSize) + 1;
        uint end = (uint)Math.Min(map.Frames, usable);
        if (!TryFindRun(ref map, count, end, out uint first))
        {
            // Cached frames are available too, but the search does not see them.
            if (map.Cached == 0)
                return false;
            while (map.Cached > 0)
                SetAvailable(ref map, map.Cache[(int)(--map.Cached % FrameMap.CacheSize)]);
            if (!TryFindRun(ref map, count, end, out first))
                return false;
        }

        for (uint frame = first; frame < first + count; frame++)
        {
            ClearAvailable(ref map, frame);
            map.InUse[(int)(frame / 32)] |= 1u << (int)(frame % 32);
        }

        address = map.AddressOf(first);
        return true;
        #endregion
    }

    /// <summary>Sets a frame's bit in the tree, and the bits above it that this makes true.</summary>
    private static void SetAvailable(ref FrameMap map, uint frame)
    {
        #region Solution 6.1: upwards until a word already was in use
        for (int level = 0; level < map.Levels; level++)
        {
            ref uint word = ref map.Level(level)[(int)(frame / 32)];
            uint before = word;
            word = before | (1u << (int)(frame % 32));
            if (before != 0)
                return;
            frame /= 32;
        }
        #endregion
    }

    /// <summary>Clears a frame's bit in the tree, and the bits above it that this makes untrue.</summary>
    private static void ClearAvailable(ref FrameMap map, uint frame)
    {
        #region Solution 6.1: upwards until a word still is in use
        for (int level = 0; level < map.Levels; level++)
        {
            ref uint word = ref map.Level(level)[(int)(frame / 32)];
            word &= ~(1u << (int)(frame % 32));
            if (word != 0)
                return;
            frame /= 32;
        }
        #endregion
    }

    #region Solution 6.2: take a whole word of the tree
    /// <summary>Moves all frames of the tree's first word that has any to the empty cache, the highest on top.</summary>
    private static bool TryRefill(ref FrameMap map)
    {
        uint index = 0;
        for (int level = map.Levels - 1; level > 0; level--)
        {
            uint bits = map.Level(level)[(int)index];
            if (bits == 0)
                return false; // only the top word can be empty
            index = (index * 32) + (uint)BitOperations.TrailingZeroCount(bits);
        }

        ref uint word = ref map.Level(0)[(int)index];
        uint taken = word;
        if (taken == 0)
            return false;
        Span<uint> cache = map.Cache;
        int cached = 0;
        for (uint rest = taken; rest != 0; rest &= rest - 1)
            cache[cached++] = (index * 32) + (uint)BitOperations.TrailingZeroCount(rest);
        map.Cached = (uint)cached;

        // One bit is left for the walk upwards to clear.
        word = taken & (0u - taken);
        ClearAvailable(ref map, (index * 32) + (uint)BitOperations.TrailingZeroCount(taken));
        return true;
    }

    #endregion

    #region Solution 6.4: search
    /// <summary>Finds the lowest run of available frames that ends before <paramref name="end"/>.</summary>
    private static bool TryFindRun(ref FrameMap map, uint count, uint end, out uint first)
    {
        Span<uint> words = map.Level(0);
        first = 0;
        uint length = 0;
        uint frame = 0;
        while (frame < end)
        {
            uint bits = words[(int)(frame / 32)] >> (int)(frame % 32);
            uint left = 32 - (frame % 32);
            if ((bits & 1) == 0)
            {
                // A gap: on to the next available frame, in this word or a later one.
                length = 0;
                if (bits != 0)
                    frame += (uint)BitOperations.TrailingZeroCount(bits);
                else if (!TryFindWord(ref map, (frame / 32) + 1, out frame))
                    return false;
                first = frame;
                continue;
            }

            uint run = Math.Min((uint)BitOperations.TrailingZeroCount(~bits), left);
            length += run;
            frame += run;
            if (length >= count)
                return first + count <= end;
        }

        return false;
    }

    /// <summary>Finds the first available frame at or after a word of level 0: up the tree until a later bit is set, then down.</summary>
    private static bool TryFindWord(ref FrameMap map, uint index, out uint frame)
    {
        frame = 0;
        for (int level = 1; level < map.Levels; level++)
        {
            Span<uint> words = map.Level(level);
            uint at = index / 32;
            if (at >= words.Length)
                return false;
            uint bits = words[(int)at] >> (int)(index % 32);
            if (bits == 0)
            {
                index = at + 1;
                continue;
            }

            index += (uint)BitOperations.TrailingZeroCount(bits);
            for (int below = level - 1; below >= 0; below--)
                index = (index * 32) + (uint)BitOperations.TrailingZeroCount(map.Level(below)[(int)index]);
            frame = index;
            return true;
        }

        return false;
    }

    #endregion
}
