using Merriwig.Memory;

namespace Merriwig.Lab;

/// <summary>Task 6.4: frames that follow one another.</summary>
internal static class RunCases
{
    private const ulong NoLimit = ulong.MaxValue;

    internal static void IsTheLowest(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 3000);
        map.AddRegion(5, 7);
        map.AddRegion(40, 43);
        map.AddRegion(2000, 2100);
        test.Equal(40, Run(ref test, ref map, 3, NoLimit), "the first of 3 frames");
        test.Equal(5, Run(ref test, ref map, 2, NoLimit), "the first of 2 frames");
        test.Equal(2000, Run(ref test, ref map, 1, NoLimit), "a single frame");
        test.Equal(2001, Run(ref test, ref map, 99, NoLimit), "the first of 99 frames");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void AcrossWords(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 3000);
        map.AddRegion(30, 34);
        map.AddRegion(1022, 1027);
        test.Equal(1022, Run(ref test, ref map, 5, NoLimit), "the first of 5 frames across two words of level 1");
        test.Equal(30, Run(ref test, ref map, 4, NoLimit), "the first of 4 frames across two words");
    }

    internal static void LongerThanAWord(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 3000);
        map.AddRegion(10, 100);
        map.AddRegion(110, 250);
        test.Equal(110, Run(ref test, ref map, 100, NoLimit), "the first of 100 frames");
        test.Equal(10, Run(ref test, ref map, 90, NoLimit), "the first of 90 frames");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void NotAcrossAHole(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 3000);
        map.AddRegion(0, 10);
        map.AddRegion(11, 20);
        map.AddRegion(32, 64);
        map.AddRegion(96, 128);
        Refused(ref test, ref map, 33, NoLimit);
        test.Equal(32, Run(ref test, ref map, 11, NoLimit), "the first of 11 frames");
    }

    internal static void KeepsTheLimit(ref Case test)
    {
        TestMap.Available(out FrameMap map, 300);
        const ulong end = 50 * FrameMap.FrameSize;
        Refused(ref test, ref map, 51, end - 1);
        Refused(ref test, ref map, 50, end - 2);
        Refused(ref test, ref map, 1, FrameMap.FrameSize - 2);
        Refused(ref test, ref map, 1, 0);
        test.Equal(0, Run(ref test, ref map, 50, end - 1), "50 frames whose last byte is the limit");
    }

    internal static void LimitOfAllMemory(ref Case test)
    {
        TestMap.Available(out FrameMap map, 70);
        test.Equal(0, Run(ref test, ref map, 70, NoLimit), "all frames, without a limit");
        test.Equal(0, map.CountAvailable(), "frames available");
    }

    internal static void OfNone(ref Case test)
    {
        TestMap.Available(out FrameMap map, 70);
        Refused(ref test, ref map, 0, NoLimit);
        test.Equal(70, map.CountAvailable(), "frames available");
        test.Equal(0, Run(ref test, ref map, 1, NoLimit), "a single frame");
        test.Equal(69, map.CountAvailable(), "frames available");
    }

    internal static void LongerThanMemory(ref Case test)
    {
        TestMap.Available(out FrameMap map, 70);
        Refused(ref test, ref map, 71, NoLimit);
        Refused(ref test, ref map, uint.MaxValue, NoLimit);
        test.Equal(70, map.CountAvailable(), "frames available");
        TestMap.CheckInvariants(ref test, ref map);
        test.Equal(0, Run(ref test, ref map, 70, NoLimit), "the first of all frames");
        test.Equal(0, map.CountAvailable(), "frames available");
    }

    internal static void EndOfMemory(ref Case test)
    {
        // 32 words of level 0 and one of level 1: after the last of them there is nothing to look at.
        TestMap.Empty(out FrameMap map, 1024);
        uint first = 993 + test.Random.Below(10);
        map.AddRegion(first, first + 5);
        map.AddRegion(1020, 1024);
        Refused(ref test, ref map, 6, NoLimit);
        test.Equal(first, Run(ref test, ref map, 5, NoLimit), "the first of 5 frames");
        test.Equal(1020, Run(ref test, ref map, 4, NoLimit), "the last 4 frames");
        Refused(ref test, ref map, 1, NoLimit);
        map.AddRegion(first + 5, first + 6);
        Refused(ref test, ref map, 2, NoLimit);
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void FindsCachedFrames(ref Case test)
    {
        // One allocation puts the whole word into the cache: what is left of it must be found all the same.
        TestMap.Available(out FrameMap map, 32);
        AllocateCases.Allocate(ref test, ref map);
        test.Equal(0, Run(ref test, ref map, 31, NoLimit), "the first of the 31 frames that are left");
        test.Equal(0, map.CountAvailable(), "frames available");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void MarksInUse(ref Case test)
    {
        TestMap.Available(out FrameMap map, 200);
        uint first = Run(ref test, ref map, 40, NoLimit);
        test.Equal(40, map.Count(FrameState.InUse), "frames in use");
        test.Equal(160, map.CountAvailable(), "frames available");
        TestMap.CheckInvariants(ref test, ref map);
        for (uint i = 0; i < 40; i++)
            FreeCases.Free(ref test, ref map, first + i);
        test.Equal(200, map.CountAvailable(), "frames available after each was freed");
    }

    internal static void FarAboveFramesInUse(ref Case test)
    {
        TestMap.Empty(out FrameMap map, 40_000);
        uint first = 33_000 + test.Random.Below(5000);
        map.AddRegion(1, 2);
        map.AddRegion(1200, 1202);
        map.AddRegion(first, first + 3);
        test.Equal(first, Run(ref test, ref map, 3, NoLimit), "the first of 3 frames, far up");
        Refused(ref test, ref map, 3, NoLimit);
    }

    private static uint Run(ref Case test, ref FrameMap map, uint count, ulong limit)
    {
        test.Expect(FrameAllocator.TryAllocateConsecutive(ref map, count, limit, out PhysicalAddress address), "no run although there is one");
        return TestMap.FrameAt(ref test, ref map, address);
    }

    private static void Refused(ref Case test, ref FrameMap map, uint count, ulong limit) =>
        test.Expect(!FrameAllocator.TryAllocateConsecutive(ref map, count, limit, out _), "a run where there is none");
}
