using Merriwig.Memory;

namespace Merriwig.Lab;

/// <summary>Task 6.3: giving a frame back.</summary>
internal static class FreeCases
{
    internal static void IsAllocatedNext(ref Case test)
    {
        TestMap.Available(out FrameMap map, 200);
        uint other = AllocateCases.Allocate(ref test, ref map);
        uint frame = AllocateCases.Allocate(ref test, ref map);
        test.Expect(frame != other, "a frame was handed out twice");
        Free(ref test, ref map, frame);
        test.Equal((ulong)FrameState.Available, (ulong)map.States[(int)frame], "the state of a freed frame (0 not managed, 1 available, 2 in use)");
        test.Equal(frame, AllocateCases.Allocate(ref test, ref map), "the frame after one was freed");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void BeyondTheCache(ref Case test)
    {
        TestMap.Available(out FrameMap map, 4000);
        for (int i = 0; i < 320; i++)
            AllocateCases.Allocate(ref test, ref map);
        uint room = FrameMap.CacheSize - map.Cached;
        for (uint frame = 0; frame < 320; frame++)
        {
            Free(ref test, ref map, frame);
            test.Expect(frame < room != TestMap.IsAvailable(ref map, frame), "where a freed frame went: the cache first, then the tree");
        }

        TestMap.CheckInvariants(ref test, ref map);
        test.Equal(4000, map.CountAvailable(), "frames available after all were freed");
    }

    internal static void EverythingAgain(ref Case test)
    {
        const uint frames = 1200;
        TestMap.Available(out FrameMap map, frames);
        for (int round = 0; round < 2; round++)
        {
            for (uint i = 0; i < frames; i++)
                AllocateCases.Allocate(ref test, ref map);
            test.Equal(frames, map.Count(FrameState.InUse), "different frames handed out");

            // From somewhere in the middle on, in steps that reach every frame.
            uint frame = test.Random.Below(frames);
            for (uint i = 0; i < frames; i++)
            {
                Free(ref test, ref map, frame);
                frame = (frame + 7) % frames;
            }

            TestMap.CheckInvariants(ref test, ref map);
        }
    }

    internal static void TwiceFromTheCache(ref Case test)
    {
        TestMap.Available(out FrameMap map, 200);
        AllocateCases.Allocate(ref test, ref map);
        uint frame = AllocateCases.Allocate(ref test, ref map);
        Free(ref test, ref map, frame);
        uint cached = map.Cached;
        test.Equal((ulong)FreeResult.NotInUse, (ulong)FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(frame)), "the result of a second free (0 freed, 1 not in use, 2 not managed)");
        test.Equal(cached, map.Cached, "frames in the cache after a second free");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void TwiceFromTheTree(ref Case test)
    {
        TestMap.Available(out FrameMap map, 2000);
        for (int i = 0; i < 160; i++)
            AllocateCases.Allocate(ref test, ref map);
        for (uint frame = 0; frame < 128; frame++)
            Free(ref test, ref map, frame);
        test.Equal((ulong)FreeResult.NotInUse, (ulong)FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(100)), "the result of a second free (0 freed, 1 not in use, 2 not managed)");
        test.Equal(2000 - 32, map.CountAvailable(), "frames available");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void NeverAllocated(ref Case test)
    {
        TestMap.Available(out FrameMap map, 1000, first: 100);
        test.Equal((ulong)FreeResult.NotInUse, (ulong)FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(500)), "the result for an available frame (0 freed, 1 not in use, 2 not managed)");
        Refused(ref test, ref map, PhysicalAddress.OfFrame(50).Value);
        test.Equal(900, map.CountAvailable(), "frames available");
        TestMap.CheckInvariants(ref test, ref map);
    }

    internal static void Outside(ref Case test)
    {
        TestMap.Available(out FrameMap map, 100);
        uint frame = AllocateCases.Allocate(ref test, ref map);
        ulong address = PhysicalAddress.OfFrame(frame).Value;
        Refused(ref test, ref map, 100 * FrameMap.FrameSize);
        Refused(ref test, ref map, address + 1);
        Refused(ref test, ref map, address + 2048);
        Refused(ref test, ref map, address + (1ul << 44)); // the frame's number, cut to 32 bits
        Refused(ref test, ref map, ulong.MaxValue);
        test.Equal((ulong)FrameState.InUse, (ulong)map.States[(int)frame], "the state of the frame, which no address but its own may free (0 not managed, 1 available, 2 in use)");
        TestMap.CheckInvariants(ref test, ref map);
        Free(ref test, ref map, frame);
    }

    private static void Refused(ref Case test, ref FrameMap map, ulong address) =>
        test.Equal((ulong)FreeResult.NotManaged, (ulong)FrameAllocator.Free(ref map, new PhysicalAddress(address)), "the result for a foreign address (0 freed, 1 not in use, 2 not managed)");

    internal static void Free(ref Case test, ref FrameMap map, uint frame) =>
        test.Equal((ulong)FreeResult.Freed, (ulong)FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(frame)), "the result of freeing a frame in use (0 freed, 1 not in use, 2 not managed)");
}
