using System;
using Euralios.Programs.Rtl8139;

namespace Merriwig.Lab;

/// <summary>Task 17.5: after whatever goes wrong the card goes on, and what was lost is counted.</summary>
internal static class RecoverCases
{
    private const int Overflows = 0x0050;

    internal static void OverflowEnds(ref Case test)
    {
        var bench = new Bench(test.Random);
        bench.SwitchOn();
        var interrupts = new Interrupts(bench.Registers);
        interrupts.Start();
        ulong before = Board.Accesses;
        interrupts.RingIsEmpty();
        test.Equal(0, Board.Accesses - before, "accesses to registers where there was no overflow");
        int[] overflows = [0x10, 0x40, Overflows];
        foreach (int overflow in overflows)
        {
            bench.Chip.Causes = 1 | overflow;
            test.Expect(interrupts.TryTake(out _, out _), "the overflow is taken");
            bench.Chip.Causes |= 1;
            interrupts.RingIsEmpty();
            test.Equal(1, (ulong)bench.Chip.Causes, "the overflow is acknowledged, and no other cause");
            test.Equal(0x807B, (ulong)bench.Chip.Mask, "what interrupts, as the mask has it");
            bench.Chip.Causes = 0;
        }
    }

    internal static void Flood(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        ulong lost = 0;
        ulong floods = 0;
        byte[][] frames = new byte[20][];
        for (int round = 0; round < 50; round++)
        {
            int taken = 0;
            for (int i = 0; i < frames.Length; i++)
            {
                byte[] frame = bench.Frame(bench.Number(500, 700));
                if (bench.Chip.Receive(frame))
                    frames[taken++] = frame;
            }

            lost += (ulong)(frames.Length - taken);
            floods++;
            test.Expect(card.Acknowledge(), "an overflow interrupts");
            test.Expect(!bench.Chip.Interrupts, "the line is down while the ring is read");
            for (int i = 0; i < taken; i++)
            {
                test.Expect(card.TryReceive(bench.Into, out int length), "what the ring had room for is received");
                Bench.Same(ref test, frames[i], bench.Into.AsSpan(0, length));
            }

            test.Expect(!card.TryReceive(bench.Into, out _), "the ring is empty");
            test.Equal(0, (ulong)(bench.Chip.Causes & Overflows), "the overflow is acknowledged");
        }

        card.UpdateCounters();
        test.Equal(lost, card.Counters.Missed, "frames that were lost");
        test.Equal(floods, card.Counters.Overflows, "overflows");
    }

    internal static void BrokenRing(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        for (int i = 0; i < 60; i++)
        {
            bench.Chip.Receive(bench.Frame(100));
            test.Expect(card.TryReceive(bench.Into, out _), "a frame before the ring breaks");
            byte[] header = bench.Frame(72);
            (header[0], header[1], header[2], header[3]) = i % 2 == 0 ? ((byte)0, (byte)0, (byte)64, (byte)0) : ((byte)1, (byte)0, (byte)0xEF, (byte)0xFF);
            bench.Chip.Put(header);
            test.Expect(!card.TryReceive(bench.Into, out _), "what is broken is no frame");
            test.Expect(bench.Chip.Receives && bench.Chip.Transmits, "receiver and transmitter are on");
            byte[] frame = bench.Frame(bench.Number(60, 1514));
            test.Expect(bench.Chip.Receive(frame), "the ring has room");
            test.Expect(card.TryReceive(bench.Into, out int length), "the ring begins anew, and what comes next is received");
            Bench.Same(ref test, frame, bench.Into.AsSpan(0, length));
            test.Expect(card.TrySend(frame), "and sending goes on");
        }

        test.Equal(60, card.Counters.Restarts, "how often something was started anew");
        test.Equal(60, card.Counters.ReceiveErrors, "what came and was no frame");
    }

    internal static void Abort(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        for (int i = 1; i <= 20; i++)
        {
            bench.Chip.Outcome = SimulatedChip.Aborted;
            test.Expect(card.TrySend(bench.Frame(60)), "a frame is sent");
            test.Expect(card.Acknowledge(), "a frame that was given up interrupts");
            test.Equal((ulong)i, (ulong)bench.Chip.ClearedAborts, "how often the transmitter was told to go on (CLRABT)");
            test.Equal(3, bench.Chip.TransmitConfiguration >> 24 & 3, "the gap between frames, as the transmitter's configuration has it");
            bench.Chip.Outcome = SimulatedChip.Sent;
            byte[] frame = bench.Frame(bench.Number(60, 1514));
            test.Expect(card.TrySend(frame), "the next one is sent");
            Bench.Same(ref test, frame, bench.Chip.Wire[i - 1]);
            card.UpdateCounters();
        }

        test.Equal(20, card.Counters.SendErrors, "frames that were given up");
        test.Equal(20, card.Counters.Sent, "frames that have left");
    }

    internal static void Underrun(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        bench.Chip.Outcome = SimulatedChip.Underrun;
        uint before = 0;
        for (int i = 0; i < 12; i++)
        {
            test.Expect(card.TrySend(bench.Frame(60)), "a frame is sent");
            uint threshold = bench.Chip.Threshold;
            test.Expect(threshold > before || threshold >= 1536, "after an underrun the chip waits for more of a frame before it sends");
            test.Expect(threshold <= 63 * 32, "the early threshold has six bits");
            before = threshold;
            test.Expect(card.Acknowledge(), "an underrun interrupts");
        }

        test.Equal(0, (ulong)bench.Chip.ClearedAborts, "how often the transmitter was told to go on (CLRABT), which an underrun does not ask for");
        test.Equal(12, card.Counters.SendErrors, "frames that were given up");
    }

    internal static void SenderAnew(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        for (int round = 0; round < 5; round++)
        {
            bench.Chip.Outcome = 0;
            for (int i = 0; i < 4; i++)
                test.Expect(card.TrySend(bench.Frame(60)), "four frames may be on their way");
            test.Expect(!card.TrySend(bench.Frame(60)), "and no more");
            byte[] waiting = bench.Frame(200);
            bench.Chip.Receive(waiting);
            card.RestartSender();
            bench.Chip.Outcome = SimulatedChip.Sent;
            byte[] frame = bench.Frame(bench.Number(60, 1514));
            test.Expect(card.TrySend(frame), "once started anew the slots are free");
            Bench.Same(ref test, frame, bench.Chip.Wire[round]);
            test.Expect(card.TryReceive(bench.Into, out int length), "what was in the ring is still there");
            Bench.Same(ref test, waiting, bench.Into.AsSpan(0, length));
        }

        test.Equal(20, card.Counters.SendErrors, "frames that were given up");
        test.Equal(5, card.Counters.Restarts, "how often something was started anew");
    }

    internal static void EachCauseIsCounted(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        int[] causes = [0x0001, 0x0002, 0x0008, 0x0020, 0x0022];
        foreach (int cause in causes)
        {
            bench.Chip.Causes = cause;
            test.Expect(card.Acknowledge(), "a cause is acknowledged");
            test.Equal(0, (ulong)bench.Chip.Causes, "causes that are left");
            test.Expect(!card.Acknowledge(), "once");
        }

        test.Equal(5, card.Counters.Interrupts, "interrupts");
        test.Equal(2, card.Counters.LinkChanges, "changes of the link");
        test.Equal(2, card.Counters.ReceiveErrors, "frames that came damaged");
        test.Expect(!card.IsGone, "the card is there");
    }

    internal static void BusError(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        bench.Chip.Causes = 0x8000;
        test.Expect(card.Acknowledge(), "an error of the bus interrupts");
        test.Equal(2, (ulong)bench.Chip.Resets, "how often the chip was reset");
        byte[] frame = bench.Frame(100);
        bench.Chip.Receive(frame);
        test.Expect(card.TryReceive(bench.Into, out int length), "then it receives");
        Bench.Same(ref test, frame, bench.Into.AsSpan(0, length));
        test.Equal(1, card.Counters.Restarts, "how often something was started anew");
        bench.Chip.ResetReads = int.MaxValue;
        bench.Chip.Causes = 0x8000;
        card.Acknowledge();
        test.Expect(card.IsGone, "a card that cannot be started anew is gone");
        test.Expect(!card.TrySend(frame), "and sends nothing");
    }

    internal static void Gone(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        bench.Unplug();
        test.Expect(!card.Acknowledge(), "all ones are no causes");
        test.Expect(card.IsGone, "the card is gone");
        test.Expect(!card.TryReceive(bench.Into, out _), "nothing is received");
        test.Expect(!card.TrySend(bench.Frame(60)), "nothing is sent");
    }

    internal static void AnyChip(ref Case test)
    {
        var bench = new Bench(test.Random);
        Rtl8139Card card = bench.StartCard(ref test);
        bench.Chip.Lie = register => register switch
        {
            0x37 => bench.Number(0, 3) == 0 ? 1u : 0u,
            >= 0x10 and < 0x20 or 0x3A or 0x4C => (uint)bench.Bits() & 0xFFFF,
            0x3E => (uint)bench.Bits() & 0x7FFF,
            _ => null,
        };
        for (int i = 0; i < 100; i++)
        {
            bench.Fill(bench.Ring.Bytes);
            card.TryReceive(bench.Into, out int length);
            test.Expect(length is 0 or (>= 14 and <= 1514), "whatever the chip says, a frame has 14 to 1514 bytes");
            card.Acknowledge();
        }
    }
}
