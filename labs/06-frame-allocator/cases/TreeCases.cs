using Merriwig.Memory;

namespace Merriwig.Lab;

/// <summary>Task 6.1: one bit changes, and the levels above follow.</summary>
internal static class TreeCases
{
    internal static void SetReachesEveryLevel(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 40_000);
        uint frame = test.Random.Below(40_000);
        FrameAllocator.SetAvailable(ref map, frame);
        test.Equal(4, (ulong)map.Levels, "levels of a map over 40,000 frames");
        uint bit = frame;
        for (int level = 0; level < map.Levels; level++)
        {
            test.Equal(1u << (int)(bit % 32), map.Level(level)[(int)(bit / 32)], "the word of the frame, level by level");
            bit /= 32;
        }
    }

    internal static void SetBesideAnother(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 2048);
        FrameAllocator.SetAvailable(ref map, 70);
        FrameAllocator.SetAvailable(ref map, 69);
        test.Equal((1u << 5) | (1u << 6), map.Level(0)[2], "the word with frames 69 and 70");
        test.Equal(1u << 2, map.Level(1)[0], "the level above");
        TestMap.CheckTree(ref test, ref map);
    }

    internal static void ClearLastReachesEveryLevel(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 40_000);
        uint frame = test.Random.Below(40_000);
        map.AddRegion(frame, frame + 1);
        FrameAllocator.ClearAvailable(ref map, frame);
        for (int level = 0; level < map.Levels; level++)
        {
            foreach (uint word in map.Level(level))
                test.Equal(0, word, "every word after the only frame was taken");
        }
    }

    internal static void ClearOneOfTwoStops(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 2048);
        map.AddRegion(64, 66);
        FrameAllocator.ClearAvailable(ref map, 64);
        test.Equal(2, map.Level(0)[2], "the word with frame 65 left");
        test.Equal(1u << 2, map.Level(1)[0], "the level above, which must still point at it");
        TestMap.CheckTree(ref test, ref map);
    }

    internal static void SingleLevel(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 20);
        FrameAllocator.SetAvailable(ref map, 19);
        test.Equal(1, (ulong)map.Levels, "levels of a map over 20 frames");
        test.Equal(1u << 19, map.Level(0)[0], "the only word");
        FrameAllocator.ClearAvailable(ref map, 19);
        test.Equal(0, map.Level(0)[0], "the only word, emptied");
    }

    internal static void RandomBits(ref Case test)
    {
        // Few frames far apart: words become empty and are filled again, on every level.
        const uint places = 60;
        const uint distance = 660;
        TestMap.Empty(out FrameMap map, 40_000);
        for (int i = 0; i < 3000; i++)
        {
            uint frame = (test.Random.Below(places) * distance) + test.Random.Below(2);
            bool set = !TestMap.IsAvailable(ref map, frame);
            if (set)
                FrameAllocator.SetAvailable(ref map, frame);
            else
                FrameAllocator.ClearAvailable(ref map, frame);
            test.Expect(TestMap.IsAvailable(ref map, frame) == set, "a bit is not what it was set to");
            if (i % 100 == 0)
                TestMap.CheckTree(ref test, ref map);
        }

        TestMap.CheckTree(ref test, ref map);
    }
}
