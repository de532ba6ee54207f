using Merriwig.Boot;
using Merriwig.Cpu;
using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// What the allocator costs on the machine's own memory, in guest instructions. The machine runs at <c>-icount shift=0</c>, with the events of the
/// allocator switched off.
/// </summary>
internal static unsafe class BudgetScenario
{
    private const int Rounds = 1000;
    private const int Many = 10_000;
    private const int InUse = 1000;

    private static Addresses addresses;

    internal static void Run(RandomSource random)
    {
        ref MemoryMap memory = ref BootInformation.Memory;
        memory.TryReserve(0, 1 << 20);
        memory.TryReserve(Image.Start(), Image.End());
        if (!Frames.TryInitialize(memory))
            return;
        Trace.Event("budget.memory").Number("frames", Frames.Count).Number("available", Frames.Available).End();
        AtOnce();
        SeededOrder(random);

        // A map as new: where the lowest run lies must not depend on the order of the frees before.
        if (Frames.TryInitialize(memory))
            ThreeConsecutive();
    }

    private static void AtOnce()
    {
        ref FrameMap map = ref Frames.Map;
        ulong start = Processor.ReadTimeStamp();
        for (int i = 0; i < Rounds; i++)
        {
            if (!FrameAllocator.TryAllocate(ref map, out PhysicalAddress address))
                return;
            FrameAllocator.Free(ref map, address);
        }

        Measure.Report("at-once", start, Processor.ReadTimeStamp(), Rounds);
    }

    /// <summary>What the loops of <see cref="SeededOrder"/> take without the allocator: their counting, and a store and a load a round.</summary>
    private static ulong EmptyLoops(ulong* list)
    {
        ulong start = Processor.ReadTimeStamp();
        for (int i = 0; i < Many; i++)
            list[i] = start;
        ulong sum = 0;
        for (int i = 0; i < Many; i++)
            sum |= list[i];
        ulong elapsed = Processor.ReadTimeStamp() - start;
        return sum == start ? elapsed : 0;
    }

    private static void SeededOrder(RandomSource random)
    {
        ref FrameMap map = ref Frames.Map;
        fixed (Addresses* list = &addresses)
        {
            ulong* address = list->Values;
            ulong loops = EmptyLoops(address);
            ulong start = Processor.ReadTimeStamp();
            for (int i = 0; i < Many; i++)
            {
                if (!FrameAllocator.TryAllocate(ref map, out PhysicalAddress allocated))
                    return;
                address[i] = allocated.Value;
            }

            ulong allocation = Processor.ReadTimeStamp() - start;
            for (uint i = Many - 1; i > 0; i--)
            {
                uint other = random.Below(i + 1);
                (address[i], address[other]) = (address[other], address[i]);
            }

            start = Processor.ReadTimeStamp() - allocation;
            for (int i = 0; i < Many; i++)
                FrameAllocator.Free(ref map, new PhysicalAddress(address[i]));
            Measure.Report("seeded-order", start + loops, Processor.ReadTimeStamp(), Many);
        }
    }

    private static void ThreeConsecutive()
    {
        const int searches = 100;
        ref FrameMap map = ref Frames.Map;
        for (int i = 0; i < InUse; i++)
            FrameAllocator.TryAllocate(ref map, out _);
        ulong elapsed = 0;
        for (int i = 0; i < searches; i++)
        {
            ulong start = Processor.ReadTimeStamp();
            FrameAllocator.TryAllocateConsecutive(ref map, 3, ulong.MaxValue, out PhysicalAddress address);
            elapsed += Processor.ReadTimeStamp() - start;
            for (uint frame = 0; frame < 3; frame++)
                FrameAllocator.Free(ref map, new PhysicalAddress(address.Value + (frame * FrameMap.FrameSize)));
        }

        Measure.Report("three-consecutive", 0, elapsed, searches);
    }

    private struct Addresses
    {
        internal fixed ulong Values[Many];
    }
}
