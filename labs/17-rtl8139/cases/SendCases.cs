using Euralios.Programs.Rtl8139;

namespace Merriwig.Lab;

/// <summary>Task 17.3: four slots, in turn, and nobody waits.</summary>
internal static class SendCases
{
    private const int Slots = 4;
    private const int Shortest = 14;
    private const int Longest = 1514;

    internal static void Start(ref Case test)
    {
        Bench bench = On(ref test, out _);
        for (int slot = 0; slot < Slots; slot++)
            test.Equal(bench.Slots.Address + (uint)(slot * Transmitter.SlotSize), bench.Chip.SlotStart[slot], $"where the frame of slot {slot} is");
        test.Equal(3, bench.Chip.TransmitConfiguration >> 24 & 3, "the gap between frames, as the transmitter's configuration has it");
        test.Equal(0, (ulong)bench.Chip.Wire.Count, "frames on the wire before one was sent");
    }

    internal static void EveryLength(ref Case test)
    {
        Bench bench = On(ref test, out Transmitter transmitter);

        // The long ones first: what they leave in a slot must not be on the wire behind a short one.
        for (int length = Longest; length >= Shortest; length--)
        {
            byte[] frame = bench.Frame(length);
            test.Expect(transmitter.TrySend(frame), "where a slot is free a frame is sent");
            test.Equal((ulong)(Longest - length + 1), (ulong)bench.Chip.Wire.Count, "frames on the wire");
            Bench.Same(ref test, Bench.Padded(frame), bench.Chip.Wire[Longest - length]);
        }
    }

    internal static void FourAtOnce(ref Case test)
    {
        Bench bench = On(ref test, out Transmitter transmitter);
        bench.Chip.Outcome = 0;
        byte[][] frames = Four(ref test, bench, transmitter);
        test.Expect(!transmitter.TrySend(bench.Frame(Longest)), "a fifth frame finds no slot");
        for (int slot = 0; slot < Slots; slot++)
            bench.Chip.Finish(slot, SimulatedChip.Sent);
        for (int slot = 0; slot < Slots; slot++)
            Bench.Same(ref test, Bench.Padded(frames[slot]), bench.Chip.Wire[slot]);
    }

    internal static void InTurn(ref Case test)
    {
        Bench bench = On(ref test, out Transmitter transmitter);
        bench.Chip.Outcome = 0;
        Four(ref test, bench, transmitter);
        int next = 0;
        for (int round = 0; round < 40; round++)
        {
            int other = (next + 1) % Slots;
            bench.Chip.Finish(other, SimulatedChip.Sent);
            test.Expect(!transmitter.TrySend(bench.Frame(60)), "the oldest slot is still the chip's, so none is free");
            bench.Chip.Finish(next, SimulatedChip.Sent);
            byte[] first = bench.Frame(bench.Number(60, Longest));
            byte[] second = bench.Frame(bench.Number(60, Longest));
            test.Expect(transmitter.TrySend(first), "the oldest slot's frame has left, so it is free");
            test.Expect(transmitter.TrySend(second), "and so is the one after it");
            test.Expect(!transmitter.TrySend(bench.Frame(60)), "and no other");
            next = (next + 2) % Slots;
        }
    }

    internal static void Counts(ref Case test)
    {
        Bench bench = On(ref test, out Transmitter transmitter);
        ulong bytes = 0;
        for (int i = 0; i < 50; i++)
        {
            byte[] frame = bench.Frame(bench.Number(Shortest, 200));
            test.Expect(transmitter.TrySend(frame), "where a slot is free a frame is sent");
            bytes += (ulong)Bench.Padded(frame).Length;
        }

        transmitter.Reclaim();
        test.Equal(50, bench.Counters.Sent, "frames that have left");
        test.Equal(bytes, bench.Counters.SentBytes, "their bytes, with padding");
        test.Equal(0, bench.Counters.SendErrors, "frames that were given up");
        transmitter.Reclaim();
        test.Equal(50, bench.Counters.Sent, "frames that have left, counted once");
    }

    internal static void NoWait(ref Case test)
    {
        Bench bench = On(ref test, out Transmitter transmitter);
        bench.Chip.Outcome = 0;
        ulong before = Board.Accesses;
        Four(ref test, bench, transmitter);
        for (int i = 0; i < 10; i++)
            test.Expect(!transmitter.TrySend(bench.Frame(60)), "a chip that never sends takes no more");
        test.Expect(Board.Accesses - before <= 60, "a frame takes at most four accesses to registers, whether it finds a slot or not: nobody waits");
    }

    internal static void FewRegisters(ref Case test)
    {
        Bench bench = On(ref test, out Transmitter transmitter);
        ulong before = Board.Accesses;
        for (int i = 0; i < 100; i++)
            test.Expect(transmitter.TrySend(bench.Frame(60)), "where a slot is free a frame is sent");
        test.Expect(Board.Accesses - before <= 300, "a frame takes at most three accesses to registers");
    }

    internal static void StartAnew(ref Case test)
    {
        Bench bench = On(ref test, out Transmitter transmitter);
        bench.Chip.Outcome = 0;
        Four(ref test, bench, transmitter);
        bench.Chip.Write(0x37, 1, 0x08);
        bench.SwitchOn();
        bench.Chip.Outcome = SimulatedChip.Sent;
        transmitter.Start();
        byte[][] frames = Four(ref test, bench, transmitter);
        for (int slot = 0; slot < Slots; slot++)
            Bench.Same(ref test, Bench.Padded(frames[slot]), bench.Chip.Wire[slot]);
        test.Equal(4, bench.Counters.SendErrors, "frames that were given up");
    }

    private static Bench On(ref Case test, out Transmitter transmitter)
    {
        var bench = new Bench(test.Random);
        bench.SwitchOn();
        transmitter = bench.StartTransmitter();
        return bench;
    }

    private static byte[][] Four(ref Case test, Bench bench, Transmitter transmitter)
    {
        byte[][] frames = new byte[Slots][];
        for (int i = 0; i < Slots; i++)
        {
            frames[i] = bench.Frame(bench.Number(Shortest, Longest));
            test.Expect(transmitter.TrySend(frames[i]), "four frames may be on their way");
        }

        return frames;
    }
}
