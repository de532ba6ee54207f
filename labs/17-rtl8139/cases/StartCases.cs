using Euralios.Programs.Rtl8139;

namespace Merriwig.Lab;

/// <summary>Task 17.1: the reset, which ends, and what a card that has started is like.</summary>
internal static class StartCases
{
    // Ten milliseconds, the longest that a reset may take, at a third of a microsecond for a read.
    private const int LongestReset = 30_000;
    private const ulong MostAccesses = 200_000;

    internal static void WakesTheChip(ref Case test)
    {
        var bench = new Bench(test.Random);
        bench.Chip.IsAsleep = true;
        test.Expect(Reset.TryRun(bench.Registers), "the reset is done");
        test.Expect(bench.Chip.Resets == 1, "a chip that sleeps takes no command: wake it first, and reset it once");
    }

    internal static void WaitsForTheReset(ref Case test)
    {
        var bench = new Bench(test.Random);
        int[] reads = [1, bench.Number(2, 100), bench.Number(1000, 5000), LongestReset];
        foreach (int count in reads)
        {
            bench.Chip.ResetReads = count;
            test.Expect(Reset.TryRun(bench.Registers), "a reset that takes its time is waited for");
            test.Expect(!bench.Chip.IsResetting, "the reset is done when it is said to be");
        }
    }

    internal static void GivesUp(ref Case test)
    {
        var bench = new Bench(test.Random);
        test.Expect(Reset.TryRun(bench.Registers), "a reset that ends is none that is given up");
        bench.Chip.ResetReads = int.MaxValue;
        ulong before = Board.Accesses;
        test.Expect(!Reset.TryRun(bench.Registers), "a reset that never ends is given up");
        test.Expect(Board.Accesses - before <= MostAccesses, "it is given up after at most 200,000 accesses to registers");
    }

    internal static void NothingThere(ref Case test)
    {
        var bench = new Bench(test.Random);
        bench.Unplug();
        test.Expect(!Reset.TryRun(bench.Registers), "where no chip is there is no reset");
        test.Expect(Board.Accesses <= MostAccesses, "it is given up after at most 200,000 accesses to registers");
    }

    internal static void CardWithoutReset(ref Case test)
    {
        var bench = new Bench(test.Random);
        bench.Chip.ResetReads = int.MaxValue;
        var card = new Rtl8139Card(bench.Registers, bench.Ring.Memory, bench.Slots.Memory);
        test.Expect(!card.TryStart(), "a card whose reset does not end is not started");
        test.Expect(!bench.Chip.Receives && !bench.Chip.Transmits, "its parts stay off");
    }

    internal static void CardIsOn(ref Case test)
    {
        var bench = new Bench(test.Random);
        (bench.Chip.IsAsleep, bench.Chip.Causes, bench.Chip.Mask, bench.Chip.Missed) = (true, 0xFFFF, 0xFFFF, 5);
        Rtl8139Card card = bench.StartCard(ref test);
        test.Equal(1, (ulong)bench.Chip.Resets, "how often it was reset");
        test.Expect(bench.Chip.Receives && bench.Chip.Transmits, "receiver and transmitter are on");
        test.Equal(0x5756_5554_5352, card.MacAddress, "the card's address");
        test.Equal(ulong.MaxValue, bench.Chip.MulticastFilter, "the groups whose frames are received");
        test.Equal(bench.Ring.Address, bench.Chip.ReceiveStart, "where the ring is");
        test.Equal(bench.Slots.Address, bench.Chip.SlotStart[0], "where the first slot's frame is");
        test.Equal(3, bench.Chip.TransmitConfiguration >> 24 & 3, "the gap between frames, as the transmitter's configuration has it");
        test.Expect((bench.Chip.Mask & 1) != 0, "frames that come interrupt");
        test.Expect(!bench.Chip.Interrupts, "nothing from before interrupts");
    }

    internal static void CardTwice(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        for (int i = 0; i < 3; i++)
        {
            byte[] frame = bench.Frame(bench.Number(60, 1514));
            bench.Chip.Receive(bench.Frame(100));
            test.Expect(card.TryStart(), "a card starts once more");
            test.Equal(0x5756_5554_5352, card.MacAddress, "the card's address");
            bench.Chip.Receive(frame);
            test.Expect(card.TryReceive(bench.Into, out int length), "what comes after the start is received");
            Bench.Same(ref test, frame, new System.ReadOnlySpan<byte>(bench.Into).Slice(0, length));
            test.Expect(card.TrySend(frame), "a frame is sent");
            Bench.Same(ref test, frame, bench.Chip.Wire[i]);
        }
    }
}
