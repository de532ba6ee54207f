using System;
using System.Runtime.CompilerServices;

namespace Merriwig.Memory;

/// <summary>
/// What the frame allocator knows about memory: a tree of bitmaps that says which frames are available, a bitmap that says which are handed
/// out, and a small cache of frames taken from the tree.
/// </summary>
/// <remarks>
/// Level 0 of the tree has one bit a frame, 1 = available. Level k + 1 has one bit for each 32-bit word of level k, 1 = that word is not zero.
/// The top level is a single word. Invariants:
/// <list type="number">
/// <item>Bit i of level k + 1 is 1 exactly when word i of level k is not zero.</item>
/// <item>A frame is in exactly one place: a set bit of level 0, a place in the cache, a set bit of <see cref="InUse"/>, or it is not managed.</item>
/// <item>Bits beyond <see cref="Frames"/> are 0.</item>
/// <item>A frame that is not managed (a hole between regions, the bitmaps themselves) is never handed out.</item>
/// </list>
/// Frames are numbered from the lowest managed address.
/// </remarks>
internal unsafe struct FrameMap
{
    /// <summary>Bytes of a frame.</summary>
    internal const uint FrameSize = 4096;

    /// <summary>Frames that fit in the cache.</summary>
    internal const int CacheSize = 32;

    /// <summary>The most levels a tree has: 32 to the power of 6 is more than the numbers below can count.</summary>
    internal const int MaximumLevels = 6;

    /// <summary>The cache's slots; the first <see cref="Cached"/> hold frame numbers, the last of them on top.</summary>
    internal FrameCache Cache;

    /// <summary>Frames in the cache.</summary>
    internal uint Cached;

    private ulong firstAddress;
    private uint frames;
    private int levels;
    private WordSpan inUse;
    private TreeLevels tree;

    /// <summary>Frames that the map spans, holes included.</summary>
    internal readonly uint Frames => frames;

    /// <summary>Levels of the tree, at least 1.</summary>
    internal readonly int Levels => levels;

    /// <summary>One bit a frame, 1 = handed out.</summary>
    internal readonly Span<uint> InUse => inUse.AsSpan();

    /// <summary>The physical address of frame 0.</summary>
    internal readonly PhysicalAddress Start => new(firstAddress);

    /// <summary>The words of a level, 0 at the bottom.</summary>
    internal readonly Span<uint> Level(int level) => tree[level].AsSpan();

    /// <summary>The address of a frame.</summary>
    internal readonly PhysicalAddress AddressOf(uint frame) => new(firstAddress + ((ulong)frame * FrameSize));

    /// <summary>The frame at an address.</summary>
    /// <returns>False for an address outside the map or not at a frame's start.</returns>
    internal readonly bool TryGetFrame(PhysicalAddress address, out uint frame)
    {
        ulong offset = address.Value - firstAddress; // wraps around for an address below the first
        frame = (uint)(offset / FrameSize);
        return offset % FrameSize == 0 && offset / FrameSize < frames;
    }

    /// <summary>Levels that a tree over some frames has: the smallest n for which 32 to the power of n reaches them, at least 1.</summary>
    internal static int LevelsFor(uint frames)
    {
        int levels = 1;
        for (ulong reach = 32; reach < frames; reach *= 32)
            levels++;
        return levels;
    }

    /// <summary>32-bit words that the tree and the bitmap of frames in use take.</summary>
    internal static uint WordsFor(uint frames)
    {
        uint words = WordsIn(frames);
        uint total = words; // frames in use
        for (uint bits = frames; ; bits = words)
        {
            words = WordsIn(bits);
            total += words;
            if (words == 1)
                return total;
        }
    }

    /// <summary>A map over some frames, none of them managed yet.</summary>
    /// <param name="start">The address of frame 0, a multiple of <see cref="FrameSize"/>.</param>
    /// <param name="frames">How many, at least 1.</param>
    /// <param name="storage">At least <see cref="WordsFor"/> words, which the map overwrites and keeps.</param>
    internal static void Create(out FrameMap map, PhysicalAddress start, uint frames, uint* storage)
    {
        map = default;
        map.firstAddress = start.Value;
        map.frames = frames;
        map.levels = LevelsFor(frames);
        uint bits = frames;
        for (int level = 0; level < map.levels; level++)
        {
            map.tree[level] = Take(ref storage, WordsIn(bits));
            bits = WordsIn(bits);
        }

        map.inUse = Take(ref storage, WordsIn(frames));
    }

    /// <summary>Puts frames under management: they become available. Ends beyond the map are cut off.</summary>
    internal void AddRegion(uint first, uint end)
    {
        end = Math.Min(end, frames);
        Span<uint> words = Level(0);
        for (uint frame = first; frame < end; frame++)
            words[(int)(frame / 32)] |= 1u << (int)(frame % 32);
        RebuildUpperLevels();
    }

    /// <summary>Available frames, counted one by one: for statistics and tests.</summary>
    internal readonly uint CountAvailable()
    {
        uint available = Cached;
        foreach (uint word in Level(0))
            available += (uint)System.Numerics.BitOperations.PopCount(word);
        return available;
    }

    /// <summary>Frames that are handed out, counted one by one: for statistics and tests.</summary>
    internal readonly uint CountInUse()
    {
        uint count = 0;
        foreach (uint word in InUse)
            count += (uint)System.Numerics.BitOperations.PopCount(word);
        return count;
    }

    private readonly void RebuildUpperLevels()
    {
        for (int level = 1; level < levels; level++)
        {
            Span<uint> below = Level(level - 1);
            Span<uint> words = Level(level);
            words.Clear();
            for (int i = 0; i < below.Length; i++)
            {
                if (below[i] != 0)
                    words[i / 32] |= 1u << (i % 32);
            }
        }
    }

    private static uint WordsIn(uint bits) => (bits / 32) + (bits % 32 == 0 ? 0u : 1u);

    private static WordSpan Take(ref uint* storage, uint words)
    {
        var span = new WordSpan(storage, (int)words);
        span.AsSpan().Clear();
        storage += words;
        return span;
    }

    /// <summary>Frame numbers taken from the tree, ready to hand out.</summary>
    [InlineArray(CacheSize)]
    internal struct FrameCache
    {
        private uint first;
    }

    [InlineArray(MaximumLevels)]
    private struct TreeLevels
    {
        private WordSpan first;
    }
}
