using Euralios.Programs.Rtl8139;

namespace Merriwig.Lab;

/// <summary>Task 17.4: every cause is seen once, and none that was not seen is acknowledged.</summary>
internal static class InterruptCases
{
    private const int Received = 0x0001;
    private const int Transmitted = 0x0004;
    private const int RingOverflow = 0x0010;
    private const int Overflows = 0x0050;

    // All that a driver wants to know at once, without the overflows.
    private static readonly int[] single = [0x0001, 0x0002, 0x0008, 0x0020, 0x8000];

    internal static void Start(ref Case test)
    {
        Bench bench = On(ref test, out Interrupts interrupts);
        bench.Chip.Causes = 0xFFFF;
        interrupts.Start();
        test.Equal(0, (ulong)bench.Chip.Causes, "causes from before the start");
        test.Equal(0x807B, (ulong)bench.Chip.Mask, "what interrupts, as the mask has it");

        bench.Chip.Causes = RingOverflow;
        Taken(ref test, interrupts, RingOverflow);
        interrupts.Start();
        test.Equal(0x807B, (ulong)bench.Chip.Mask, "what interrupts, as the mask has it after another start");
        bench.Chip.Causes = RingOverflow;
        test.Expect(interrupts.TryTake(out _, out _), "after another start an overflow is taken as the first one was");
    }

    internal static void Each(ref Case test)
    {
        Bench bench = On(ref test, out Interrupts interrupts);
        foreach (int cause in single)
        {
            bench.Chip.Causes = cause;
            Taken(ref test, interrupts, cause);
            test.Equal(0, (ulong)bench.Chip.Causes, "causes that are left when they have been taken");
            test.Expect(!bench.Chip.Interrupts, "the line is down");
            test.Expect(!interrupts.TryTake(out _, out _), "a cause is taken once");
        }
    }

    internal static void Together(ref Case test)
    {
        Bench bench = On(ref test, out Interrupts interrupts);
        for (int i = 0; i < 100; i++)
        {
            int causes = (int)(bench.Bits() & 0x802B) | single[bench.Number(0, single.Length - 1)] | ((int)bench.Bits() & Transmitted);
            bench.Chip.Causes = causes;
            Taken(ref test, interrupts, causes);
            test.Equal(0, (ulong)bench.Chip.Causes, "causes that are left when they have been taken");
        }
    }

    internal static void Meanwhile(ref Case test)
    {
        Bench bench = On(ref test, out Interrupts interrupts);
        for (int i = 0; i < 100; i++)
        {
            int first = bench.Number(0, single.Length - 1);
            int second = (first + bench.Number(1, single.Length - 1)) % single.Length;
            bench.Chip.Causes = single[first];
            bench.Chip.CauseMeanwhile = single[second];
            Taken(ref test, interrupts, single[first]);
            test.Equal((ulong)single[second], (ulong)bench.Chip.Causes, "a cause that came after the others had been read is still there");
            Taken(ref test, interrupts, single[second]);
        }
    }

    internal static void None(ref Case test)
    {
        Bench bench = On(ref test, out Interrupts interrupts);
        ulong before = Board.Accesses;
        test.Expect(!interrupts.TryTake(out _, out bool isGone), "nothing is no cause");
        test.Expect(!isGone, "the chip is there");
        test.Equal(1, Board.Accesses - before, "accesses to registers where there is no cause");
        bench.Chip.Causes = Received;
        test.Expect(interrupts.TryTake(out _, out _), "and the next cause is taken");
    }

    internal static void Gone(ref Case test)
    {
        Bench bench = On(ref test, out Interrupts interrupts);
        bench.Unplug();
        test.Expect(!interrupts.TryTake(out _, out bool isGone), "all ones are no causes");
        test.Expect(isGone, "all ones say that the chip is gone");
        test.Expect(Board.Accesses <= 2, "and nobody waits for it");
    }

    internal static void OverflowIsMasked(ref Case test)
    {
        int[] overflows = [RingOverflow, 0x40, Overflows];
        foreach (int overflow in overflows)
        {
            Bench bench = On(ref test, out Interrupts interrupts);
            bench.Chip.Causes = Received | overflow;
            Taken(ref test, interrupts, Received | overflow);
            test.Equal((ulong)overflow, (ulong)bench.Chip.Causes, "the overflow stands until the ring has been read");
            test.Expect(!bench.Chip.Interrupts, "and does not keep the line up meanwhile");
            test.Expect(!interrupts.TryTake(out _, out _), "it is taken once");
            for (int i = 0; i < 3; i++)
            {
                bench.Chip.Causes |= Received;
                test.Expect(bench.Chip.Interrupts, "frames interrupt meanwhile");
                Taken(ref test, interrupts, Received);
            }

            test.Equal((ulong)overflow, (ulong)bench.Chip.Causes, "the overflow stands until the ring has been read");
        }
    }

    private static Bench On(ref Case test, out Interrupts interrupts)
    {
        var bench = new Bench(test.Random);
        bench.SwitchOn();
        interrupts = new Interrupts(bench.Registers);
        interrupts.Start();
        return bench;
    }

    private static void Taken(ref Case test, Interrupts interrupts, int causes)
    {
        test.Expect(interrupts.TryTake(out Causes taken, out bool isGone), "a cause is taken");
        test.Expect(!isGone, "the chip is there");
        test.Equal((ulong)causes, (ulong)taken, "the causes");
    }
}
