using Merriwig.Memory;

namespace Merriwig.Lab;

/// <summary>Frame maps to try an allocator on. Their frames are numbers: no memory stands behind them.</summary>
internal static unsafe class TestMap
{
    private const int MostFrames = 40_000;

    // States, then a tree that takes a little more than a bit a frame.
    private const int Capacity = MostFrames + (MostFrames / 6);

    private static Storage storage;

    /// <summary>A map over some frames, none of them available.</summary>
    internal static void Empty(out FrameMap map, uint frames)
    {
        fixed (Storage* memory = &storage)
            FrameMap.Create(out map, frames, (byte*)memory->Words);
    }

    /// <summary>A map over some frames, available from <paramref name="first"/> on.</summary>
    internal static void Available(out FrameMap map, uint frames, uint first = 0)
    {
        Empty(out map, frames);
        map.AddRegion(first, frames);
    }

    /// <summary>Ends the case unless the tree's levels agree with one another (the first and third invariant of <see cref="FrameMap"/>).</summary>
    internal static void CheckTree(ref Case test, ref FrameMap map)
    {
        for (int level = 0; level + 1 < map.Levels; level++)
        {
            for (int i = 0; i < map.Level(level).Length; i++)
            {
                bool claimed = (map.Level(level + 1)[i / 32] >> (i % 32) & 1) != 0;
                test.Expect(claimed == (map.Level(level)[i] != 0), "a bit of an upper level does not say whether its word below is zero");
            }
        }

        for (uint frame = map.Frames; frame < (uint)map.Level(0).Length * 32; frame++)
            test.Expect(!IsAvailable(ref map, frame), "a bit beyond the last frame is set");
    }

    /// <summary>Ends the case unless all of the map's invariants hold (see <see cref="FrameMap"/>).</summary>
    internal static void CheckInvariants(ref Case test, ref FrameMap map)
    {
        CheckTree(ref test, ref map);
        test.Expect(map.Cached <= FrameMap.CacheSize, "more frames in the cache than fit");
        for (int i = 0; i < (int)map.Cached; i++)
        {
            uint frame = map.Cache[i];
            test.Expect(frame < map.Frames, "a frame in the cache is outside the map");
            test.Expect(!IsAvailable(ref map, frame), "a frame is in the cache and set in the tree");
            test.Expect(map.States[(int)frame] == FrameState.Available, "a frame is in the cache and its state is not available");
            for (int j = 0; j < i; j++)
                test.Expect(map.Cache[j] != frame, "a frame is in the cache twice");
        }

        for (uint frame = 0; frame < map.Frames; frame++)
        {
            if (IsAvailable(ref map, frame))
                test.Expect(map.States[(int)frame] == FrameState.Available, "a frame is set in the tree and its state is not available");
        }

        test.Equal(map.Count(FrameState.Available), map.CountAvailable(), "frames in the tree and in the cache against frames whose state is available");
    }

    /// <summary>A frame's bit in the tree.</summary>
    internal static bool IsAvailable(ref FrameMap map, uint frame) => (map.Level(0)[(int)(frame / 32)] >> (int)(frame % 32) & 1) != 0;

    /// <summary>The frame at an address; ends the case when none of the map's frames starts there.</summary>
    internal static uint FrameAt(ref Case test, ref FrameMap map, PhysicalAddress address)
    {
        test.Expect(address.Value % FrameMap.FrameSize == 0, "an address at which no frame starts");
        test.Expect(address.Value / FrameMap.FrameSize < map.Frames, "an address outside the map");
        return (uint)(address.Value / FrameMap.FrameSize);
    }

    private struct Storage
    {
        internal fixed uint Words[Capacity / sizeof(uint)];
    }
}
