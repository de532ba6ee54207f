using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>A short life of an allocator, each step on the trace line: which frames come in which order.</summary>
internal static class OrderScenario
{
    private static FrameMap map;

    internal static void Run()
    {
        TestMap.Available(out map, 96, first: 2);
        Trace.Event("order.map").Number("frames", map.Frames).Number("levels", (ulong)map.Levels).Number("available", map.CountAvailable()).End();
        for (int i = 0; i < 4; i++)
            Allocate();
        Free(30);
        Free(31);
        Free(31);
        Allocate();
        Allocate();
        AllocateRun(3);
        AllocateRun(62);
        AllocateRun(61);
        while (Allocate())
        {
        }

        Trace.Event("order.end").Number("available", map.CountAvailable()).Number("used", map.Count(FrameState.InUse)).End();
    }

    private static bool Allocate()
    {
        bool done = FrameAllocator.TryAllocate(ref map, out PhysicalAddress address);
        Report("order.alloc", done, address);
        return done;
    }

    private static void AllocateRun(uint count)
    {
        bool done = FrameAllocator.TryAllocateConsecutive(ref map, count, ulong.MaxValue, out PhysicalAddress address);
        Report("order.run", done, address);
    }

    private static void Report(string name, bool done, PhysicalAddress address)
    {
        if (done)
            Trace.Event(name).Number("frame", address.Value / FrameMap.FrameSize).End();
        else
            Trace.Event(name).Word("frame", "none").End();
    }

    private static void Free(uint frame)
    {
        FreeResult result = FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(frame));
        Trace.Event("order.free").Number("frame", frame).Word("result", result switch
        {
            FreeResult.Freed => "freed",
            FreeResult.NotInUse => "not-in-use",
            _ => "not-managed",
        }).End();
    }
}
