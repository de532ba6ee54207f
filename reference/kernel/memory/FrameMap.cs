using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Merriwig.Memory;

/// <summary>
/// What the frame allocator knows about memory: a tree of bitmaps that says which frames are available, a small cache of frames taken from the
/// tree, and the state of each frame.
/// </summary>
/// <remarks>
/// A frame's number is its physical address divided by <see cref="FrameSize"/>. Level 0 of the tree has one bit a frame, 1 = available. Level k + 1
/// has one bit for each 32-bit word of level k, 1 = that word is not zero. The top level is a single word. Invariants:
/// <list type="number">
/// <item>Bit i of level k + 1 is 1 exactly when word i of level k is not zero.</item>
/// <item>A frame whose state is available has either its bit set in level 0 or a place in the cache, never both; no other frame has either.</item>
/// <item>Bits beyond <see cref="Frames"/> are 0.</item>
/// <item>A frame that is not managed stays so: it is never handed out.</item>
/// </list>
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FrameMap
{
    /// <summary>Bytes of a frame.</summary>
    internal const uint FrameSize = 4096;

    /// <summary>Frames that fit in the cache.</summary>
    internal const uint CacheSize = 32;

    /// <summary>The most levels a tree has: 32 to the power of 7 is more than a frame number counts.</summary>
    private const int MaximumLevels = 7;

    /// <summary>The cache's slots; the first <see cref="Cached"/> hold frame numbers, the last of them on top.</summary>
    internal FrameCache Cache;

    /// <summary>Frames in the cache. Follows it directly: the inspection table publishes the two as one region.</summary>
    internal uint Cached;

    private int levels;
    private FrameState* states;
    private int frames;
    private TreeLevels tree;

    /// <summary>Frames that the map spans, from address 0 on, holes included.</summary>
    internal readonly uint Frames => (uint)frames;

    /// <summary>Levels of the tree, at least 1.</summary>
    internal readonly int Levels => levels;

    /// <summary>The state of each frame.</summary>
    internal readonly Span<FrameState> States
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref *states, frames);
    }

    /// <summary>The words of a level, 0 at the bottom.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly Span<uint> Level(int level) => tree[level].Span;

    /// <summary>Levels that a tree over some frames has: the smallest n for which 32 to the power of n reaches them, at least 1.</summary>
    internal static int LevelsFor(uint frames)
    {
        int levels = 1;
        for (ulong reach = 32; reach < frames; reach *= 32)
            levels++;
        return levels;
    }

    /// <summary>Bytes of storage that a map over some frames takes.</summary>
    internal static uint BytesFor(uint frames)
    {
        uint bytes = frames;
        uint words = frames;
        do
        {
            words = WordsIn(words);
            bytes += words * sizeof(uint);
        }
        while (words > 1);
        return bytes;
    }

    /// <summary>A map over the frames from address 0 on, none of them managed yet.</summary>
    /// <param name="map">The map.</param>
    /// <param name="frames">How many, at least 1.</param>
    /// <param name="storage">At least <see cref="BytesFor"/> bytes, aligned to 4, which the map overwrites and keeps.</param>
    internal static void Create(out FrameMap map, uint frames, byte* storage)
    {
        map = default;
        map.levels = LevelsFor(frames);
        uint words = frames;
        for (int level = 0; level < map.levels; level++)
        {
            words = WordsIn(words);
            map.tree[level] = new FixedSpan<uint>((uint*)storage, (int)words);
            map.Level(level).Clear();
            storage += words * sizeof(uint);
        }

        map.states = (FrameState*)storage;
        map.frames = (int)frames;
        map.States.Clear();
    }

    /// <summary>Puts frames that are not managed yet under management: they become available. Ends beyond the map are cut off.</summary>
    internal void AddRegion(uint first, uint end)
    {
        end = Math.Min(end, Frames);
        Span<uint> words = Level(0);
        for (uint frame = first; frame < end; frame++)
        {
            words[(int)(frame / 32)] |= 1u << (int)(frame % 32);
            States[(int)frame] = FrameState.Available;
        }

        RebuildUpperLevels();
    }

    /// <summary>Available frames, counted in the tree and in the cache: for statistics and tests.</summary>
    internal readonly uint CountAvailable()
    {
        uint available = Cached;
        foreach (uint word in Level(0))
            available += (uint)BitOperations.PopCount(word);
        return available;
    }

    /// <summary>Frames in a state, counted one by one: for statistics and tests.</summary>
    internal readonly uint Count(FrameState wanted)
    {
        uint count = 0;
        foreach (FrameState state in States)
            count += state == wanted ? 1u : 0u;
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

    /// <summary>Frame numbers taken from the tree, ready to hand out.</summary>
    [InlineArray((int)CacheSize)]
    internal struct FrameCache
    {
        private uint first;
    }

    [InlineArray(MaximumLevels)]
    private struct TreeLevels
    {
        private FixedSpan<uint> first;
    }
}
