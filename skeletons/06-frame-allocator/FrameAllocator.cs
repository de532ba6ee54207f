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
        #region Solution 6.2: from the cache, which the tree refills
        uint cached = map.Cached;
        if (cached == 0)
        {
            if (!TryRefill(ref map))
            {
                address = default;
                return false;
            }

            cached = map.Cached;
        }

        map.Cached = --cached;
        uint frame = map.Cache[(int)(cached % FrameMap.CacheSize)];
        map.States[(int)frame] = FrameState.InUse;
        address = PhysicalAddress.OfFrame(frame);
        return true;
        #endregion
    }

    /// <summary>Gives one frame back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FreeResult Free(ref FrameMap map, PhysicalAddress address)
    {
        #region Solution 6.3: checked, then to the cache or to the tree
        // Turned right by the 12 bits of a frame's size, the low bits of an unaligned address become the highest: one comparison finds both.
        ulong number = BitOperations.RotateRight(address.Value, 12);
        Span<FrameState> states = map.States;
        if (number >= (uint)states.Length)
            return FreeResult.NotManaged;

        uint frame = (uint)number;
        ref FrameState state = ref states[(int)frame];
        if (state != FrameState.InUse)
            return state == FrameState.NotManaged ? FreeResult.NotManaged : FreeResult.NotInUse;
        state = FrameState.Available;

        uint cached = map.Cached;
        if (cached < FrameMap.CacheSize)
        {
            map.Cache[(int)cached] = frame;
            map.Cached = cached + 1;
        }
        else
        {
            SetAvailable(ref map, frame);
        }

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
        if (count == 0 || limit < FrameMap.FrameSize - 1)
            return false;

        // Frames that end at the limit or before it; limit + 1 may not fit in 64 bits.
        ulong allowed = ((limit - (FrameMap.FrameSize - 1)) / FrameMap.FrameSize) + 1;
        uint end = (uint)Math.Min(map.Frames, allowed);
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
            map.States[(int)frame] = FrameState.InUse;
        }

        address = PhysicalAddress.OfFrame(first);
        return true;
        #endregion
    }

    /// <summary>Sets a frame's bit in the tree, and the bits above it that this makes true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SetAvailable(ref FrameMap map, uint frame)
    {
        #region Solution 6.1: upwards until a word was in use already
        ref uint word = ref map.Level(0)[(int)(frame / 32)];
        uint before = word;
        word = before | (1u << (int)(frame % 32));
        if (before == 0)
            SetAbove(ref map, frame / 32);
        #endregion
    }

    /// <summary>Clears a frame's bit in the tree, and the bits above it that this makes untrue.</summary>
    internal static void ClearAvailable(ref FrameMap map, uint frame)
    {
        #region Solution 6.1: upwards until a word still is in use
        uint bit = frame;
        for (int level = 0; level < map.Levels; level++)
        {
            ref uint word = ref map.Level(level)[(int)(bit / 32)];
            word &= ~(1u << (int)(bit % 32));
            if (word != 0)
                return;
            bit /= 32;
        }
        #endregion
    }

    #region Solution 6.1: the levels above
    /// <summary>A word of level 0 became non-zero: says so above.</summary>
    private static void SetAbove(ref FrameMap map, uint bit)
    {
        for (int level = 1; level < map.Levels; level++)
        {
            ref uint word = ref map.Level(level)[(int)(bit / 32)];
            uint before = word;
            word = before | (1u << (int)(bit % 32));
            if (before != 0)
                return;
            bit /= 32;
        }
    }

    #endregion

    #region Solution 6.2: take a whole word of the tree
    /// <summary>Moves all frames of the tree's first word that has any to the empty cache, the highest on top.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
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
        uint first = index * 32;
        uint taken = word;
        if (taken == 0)
            return false;
        Span<uint> cache = map.Cache;
        if (taken == uint.MaxValue)
        {
            // Most words are full: no need to look for their bits.
            for (int i = 0; i < cache.Length; i++)
                cache[i] = first + (uint)i;
            map.Cached = FrameMap.CacheSize;
        }
        else
        {
            int cached = 0;
            for (uint rest = taken; rest != 0; rest &= rest - 1)
                cache[cached++] = first + (uint)BitOperations.TrailingZeroCount(rest);
            map.Cached = (uint)cached;
        }

        // One bit is left for the walk upwards to clear.
        uint last = (uint)BitOperations.TrailingZeroCount(taken);
        word = 1u << (int)last;
        ClearAvailable(ref map, first + last);
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
                return (ulong)first + count <= end;
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
