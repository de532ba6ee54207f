using Merriwig.Memory;

namespace Merriwig.Lab;

/// <summary>Task 6.2: one frame at a time.</summary>
internal static class AllocateCases
{
    internal static void HighestOfLowestWordFirst(ref Case test)
    {
        uint first = 1 + test.Random.Below(30);
        TestMap.Available(out FrameMap map, 100, first);
        for (uint frame = 31; frame >= first; frame--)
            test.Equal(frame, Allocate(ref test, ref map), "frames of the first word, from the highest down");
        for (uint frame = 63; frame >= 32; frame--)
            test.Equal(frame, Allocate(ref test, ref map), "frames of the second word, from the highest down");
    }

    internal static void TakesTheWholeWord(ref Case test)
    {
        uint word = test.Random.Below(30);
        TestMap.Available(out FrameMap map, 2048, first: word * 32);
        Allocate(ref test, ref map);
        test.Equal(0, map.Level(0)[(int)word], "the first word after one allocation: its frames are in the cache");
        test.Equal(31, map.Cached, "frames in the cache");
        test.Equal(uint.MaxValue << (int)(word + 1), map.Level(1)[0], "the level above");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void MarksInUse(ref Case test)
    {
        TestMap.Available(out FrameMap map, 500);
        for (int i = 0; i < 40; i++)
            test.Equal((ulong)FrameState.InUse, (ulong)map.States[(int)Allocate(ref test, ref map)], "the state of an allocated frame (0 not managed, 1 available, 2 in use)");
        test.Equal(40, map.Count(FrameState.InUse), "frames in use");
        test.Equal(460, map.CountAvailable(), "frames available");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void EveryFrameOnce(ref Case test)
    {
        uint frames = 1000 + test.Random.Below(1000);
        TestMap.Available(out FrameMap map, frames);
        for (uint i = 0; i < frames; i++)
            Allocate(ref test, ref map);

        // A frame that was handed out twice is in use only once.
        test.Equal(frames, map.Count(FrameState.InUse), "different frames handed out");
        test.Expect(!FrameAllocator.TryAllocate(ref map, out _), "more frames than there are");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void NoneLeft(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 3000);
        test.Expect(!FrameAllocator.TryAllocate(ref map, out PhysicalAddress address), "a frame of a map that has none");
        test.Equal(0, address.Value, "the address where there is no frame");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void NeverAHole(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 1500);
        map.AddRegion(10, 20);
        map.AddRegion(700, 710);
        map.AddRegion(1499, 2000);
        uint allocated = 0;
        while (FrameAllocator.TryAllocate(ref map, out PhysicalAddress address))
        {
            uint frame = TestMap.FrameAt(ref test, ref map, address);
            test.Expect(frame is (>= 10 and < 20) or (>= 700 and < 710) or 1499, "a frame that is not managed");
            test.Expect(++allocated <= 21, "more frames than are managed");
        }

        test.Equal(21, allocated, "frames of three regions");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void OneFrame(ref Case test)
    {
        TestMap.Available(out FrameMap map, 1);
        test.Equal(0, Allocate(ref test, ref map), "the only frame");
        test.Expect(!FrameAllocator.TryAllocate(ref map, out _), "a second frame where there is one");
    }

    /// <summary>Allocates a frame that must be there, and gives its number.</summary>
    internal static uint Allocate(ref Case test, ref FrameMap map)
    {
        test.Expect(FrameAllocator.TryAllocate(ref map, out PhysicalAddress address), "no frame although some are available");
        return TestMap.FrameAt(ref test, ref map, address);
    }
}
