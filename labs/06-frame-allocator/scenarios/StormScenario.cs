using Merriwig.Inspect;
using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// Seeded allocations and frees over a map with holes. Every step is an event; now and then the host reads the map itself, so what the
/// allocator claims is held against what its bitmaps say.
/// </summary>
internal static class StormScenario
{
    private const uint Frames = 3000;
    private const int Steps = 900;
    private const int StepsBetweenInspections = 90;

    private static FrameMap map;

    internal static void Run(RandomSource random)
    {
        TestMap.Empty(out map, Frames);
        AddRegion(random.Below(40), 700 + random.Below(64));
        AddRegion(900 + random.Below(64), 1800);
        AddRegion(1801, Frames - random.Below(40));
        FrameMapInspection.Publish(ref map);
        for (int step = 1; step <= Steps; step++)
        {
            Step(ref random);
            if (step % StepsBetweenInspections == 0)
            {
                Trace.Event("storm.inspect").Number("step", (ulong)step).End();
                Checkpoint.Inspect("storm"u8, (ulong)step);
            }
        }
    }

    private static void AddRegion(uint first, uint end)
    {
        map.AddRegion(first, end);
        Trace.Event("storm.region").Number("first", first).Number("end", end).End();
    }

    private static void Step(ref RandomSource random)
    {
        uint choice = random.Below(100);
        if (choice < 55)
        {
            bool done = FrameAllocator.TryAllocate(ref map, out PhysicalAddress address);
            Trace.Event("storm.alloc").Word("done", done ? "yes" : "no").Hexadecimal("address", address.Value).End();
        }
        else if (choice < 65)
        {
            uint count = 2 + random.Below(40);
            uint limit = Frames / 2 + random.Below(Frames);
            ulong last = PhysicalAddress.OfFrame(limit).Value - 1;
            bool done = FrameAllocator.TryAllocateConsecutive(ref map, count, last, out PhysicalAddress address);
            Trace.Event("storm.run").Word("done", done ? "yes" : "no").Hexadecimal("address", address.Value)
                .Number("count", count).Number("limit", limit).End();
        }
        else
        {
            // A frame at random: often in use, sometimes available, sometimes in a hole.
            uint frame = random.Below(Frames);
            FreeResult result = FrameAllocator.Free(ref map, PhysicalAddress.OfFrame(frame));
            Trace.Event("storm.free").Number("frame", frame).Number("result", (ulong)result).End();
        }
    }
}
