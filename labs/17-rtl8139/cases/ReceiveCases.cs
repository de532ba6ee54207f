using System;
using System.Runtime.CompilerServices;
using Euralios.Programs.Rtl8139;

namespace Merriwig.Lab;

/// <summary>Task 17.2: the ring, its headers and its end.</summary>
internal static class ReceiveCases
{
    private const int Shortest = 14;
    private const int Longest = 1514;
    private const int Whole = 1;

    internal static void Start(ref Case test)
    {
        for (int kind = 0; kind < 4; kind++)
        {
            var bench = new Bench(test.Random, 8192 << kind);
            bench.SwitchOn();
            bench.StartRing();
            SimulatedChip chip = bench.Chip;
            test.Equal(bench.Ring.Address, chip.ReceiveStart, "where the ring is");
            test.Equal(8192u << kind, (ulong)chip.RingLength, "the ring's length");
            test.Equal(0, chip.ReceiveConfiguration >> 7 & 1, "the bit WRAP, with which the chip writes behind the ring's end");
            test.Equal(0xFFF0, chip.ReaderRegister, "CAPR, at the beginning");
        }
    }

    internal static void Accepts(ref Case test)
    {
        Bench bench = On(ref test, out _);
        test.Equal(0x0E, bench.Chip.ReceiveConfiguration & 0x3F, "what is accepted: own address, groups, all; nothing else");
    }

    internal static void Nothing(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        ulong before = Board.Accesses;
        Is(ref test, Reception.Empty, ring.Take(bench.Into, out int length), "what is in an empty ring");
        test.Equal(0, (ulong)length, "the length of nothing");
        test.Equal(1, Board.Accesses - before, "accesses to registers where nothing has come");
    }

    internal static void EveryLength(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        for (int length = 0; length <= 1518; length++)
        {
            byte[] frame = bench.Frame(length);
            StayInside(bench, ref ring);
            bench.Chip.Receive(frame);
            if (length is >= Shortest and <= Longest)
                Taken(ref test, bench, ring, frame);
            else
                Skipped(ref test, bench, ring);
            Nothing(ref test, bench, ring);
        }
    }

    internal static void RoundTheEnd(ref Case test)
    {
        for (int kind = 0; kind < 2; kind++)
        {
            var bench = new Bench(test.Random, 8192 << kind);
            bench.SwitchOn();
            ReceiveRing ring = bench.StartRing();
            byte[][] frames = new byte[4][];
            for (int round = 0; round < 100; round++)
            {
                for (int i = 0; i < frames.Length; i++)
                {
                    frames[i] = bench.Frame(bench.Number(60, Longest));
                    test.Expect(bench.Chip.Receive(frames[i]), "a ring that has been read has room");
                }

                foreach (byte[] frame in frames)
                    Taken(ref test, bench, ring, frame);
            }
        }
    }

    /// <summary>Frames end where the ring ends, and 4, 8, ... bytes before it: so the next header, and every part of the next frame, lies there once.</summary>
    internal static void AtTheEnd(ref Case test)
    {
        for (int left = 0; left <= 80; left += 4)
        {
            Bench bench = On(ref test, out ReceiveRing ring);
            FillUp(ref test, bench, ring, left);
            for (int i = 0; i < 3; i++)
            {
                byte[] frame = bench.Frame(bench.Number(60, 64));
                bench.Chip.Receive(frame);
                Taken(ref test, bench, ring, frame);
            }
        }
    }

    internal static void Reader(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        for (int i = 0; i < 200; i++)
        {
            byte[] frame = bench.Frame(bench.Number(60, Longest));
            bench.Chip.Receive(frame);
            Taken(ref test, bench, ring, frame);
            test.Equal((ushort)(bench.Chip.Writer - 16), bench.Chip.ReaderRegister, "CAPR, 16 behind where the next header will be");
        }
    }

    internal static void FewRegisters(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        for (int i = 0; i < 100; i++)
        {
            byte[] frame = bench.Frame(bench.Number(60, Longest));
            StayInside(bench, ref ring);
            bench.Chip.Receive(frame);
            ulong before = Board.Accesses;
            Taken(ref test, bench, ring, frame);
            test.Expect(Board.Accesses - before <= 3, "a frame takes at most three accesses to registers");
        }
    }

    internal static void LeavesTheRest(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        for (int i = 0; i < 50; i++)
        {
            byte[] frame = bench.Frame(bench.Number(60, Longest - 1));
            bench.Fill(bench.Into);
            byte[] before = bench.Into.AsSpan().ToArray();
            StayInside(bench, ref ring);
            bench.Chip.Receive(frame);
            Taken(ref test, bench, ring, frame);
            test.Expect(
                bench.Into.AsSpan(frame.Length).SequenceEqual(before.AsSpan(frame.Length)), "nothing is written behind a frame, its check sequence neither");
        }
    }

    internal static void Unfinished(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        FillUp(ref test, bench, ring, 100);
        ushort reader = bench.Chip.ReaderRegister;
        bench.Chip.Put(Header(0, 0xFFF0, 72));
        Is(ref test, Reception.Empty, ring.Take(bench.Into, out _), "what a frame is whose end has not come");
        test.Equal(reader, bench.Chip.ReaderRegister, "CAPR");
    }

    internal static void Damaged(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        for (int bit = 1; bit <= 5; bit++)
        {
            StayInside(bench, ref ring);
            bench.Chip.Receive(bench.Frame(bench.Number(60, Longest)), Whole | 1 << bit);
            byte[] frame = bench.Frame(bench.Number(60, Longest));
            bench.Chip.Receive(frame, Whole | 0x8000);
            Skipped(ref test, bench, ring);
            Taken(ref test, bench, ring, frame);
        }
    }

    internal static void TooLong(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        for (int i = 0; i < 30; i++)
        {
            StayInside(bench, ref ring);
            bench.Chip.Receive(bench.Frame(bench.Number(1515, 4000)));
            byte[] frame = bench.Frame(bench.Number(60, Longest));
            bench.Chip.Receive(frame);
            Skipped(ref test, bench, ring);
            Taken(ref test, bench, ring, frame);
        }
    }

    internal static void NotWhole(ref Case test)
    {
        Broken(ref test, 0x0000, 64);
        Broken(ref test, 0x0020, 64);
        Broken(ref test, 0x8000, 64);
    }

    internal static void Impossible(ref Case test)
    {
        Broken(ref test, Whole, 0);
        Broken(ref test, Whole, 3);
        Broken(ref test, Whole, 1600);
        Broken(ref test, Whole, 8192);
        Broken(ref test, Whole, 0xFFEF);
        Broken(ref test, 0xFFFF, 0xFFFF);
    }

    internal static void AnyHeader(ref Case test)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        for (int i = 0; i < 400; i++)
        {
            ulong bits = bench.Bits();
            bench.Chip.Lie = register => register switch
            {
                0x37 => 0u,
                0x3A => (uint)(bits & 0xFFFF),
                _ => null,
            };
            bench.Fill(bench.Ring.Bytes);
            for (int at = 0; at < bench.Ring.Length && (bits & 0x10000) != 0; at += 4)
                (bench.Ring.Bytes[at], bench.Ring.Bytes[at + 3]) = (Whole, (byte)(bits >> 20 & 7));
            Reception found = ring.Take(bench.Into, out int length);
            test.Expect(found != Reception.Frame || length is >= Shortest and <= Longest, "whatever is in the ring, a frame has 14 to 1514 bytes");
        }
    }

    private static Bench On(ref Case test, out ReceiveRing ring)
    {
        var bench = new Bench(test.Random);
        bench.SwitchOn();
        ring = bench.StartRing();
        return bench;
    }

    /// <summary>Starts the ring anew before two of the longest frames would reach its end: that is for other cases.</summary>
    private static void StayInside(Bench bench, ref ReceiveRing ring)
    {
        if (bench.Chip.Writer < bench.Chip.RingLength - 5600)
            return;
        bench.Chip.Write(0x37, 1, 0x04);
        bench.SwitchOn();
        ring = bench.StartRing();
    }

    /// <summary>Brings writer and reader from the ring's beginning to some bytes before its end.</summary>
    private static void FillUp(ref Case test, Bench bench, ReceiveRing ring, int left)
    {
        int missing = bench.Chip.RingLength - left;
        while (missing > 0)
        {
            int occupied = missing <= 1500 ? missing : Math.Min(1000, missing - 200);
            byte[] frame = bench.Frame(occupied - 8);
            bench.Chip.Receive(frame);
            Taken(ref test, bench, ring, frame);
            missing -= occupied;
        }
    }

    private static byte[] Header(int status, int size, int length)
    {
        byte[] bytes = new byte[length];
        (bytes[0], bytes[1], bytes[2], bytes[3]) = ((byte)status, (byte)(status >> 8), (byte)size, (byte)(size >> 8));
        return bytes;
    }

    private static void Is(
        ref Case test, Reception expected, Reception actual, string what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        test.Equal((ulong)expected, (ulong)actual, what + " (0 nothing, 1 a frame, 2 skipped, 3 broken)", file, line);

    private static void Broken(ref Case test, int status, int size)
    {
        Bench bench = On(ref test, out ReceiveRing ring);
        FillUp(ref test, bench, ring, 1000);
        bench.Chip.Put(Header(status, size, 72));
        Is(ref test, Reception.Broken, ring.Take(bench.Into, out _), $"what a header of status {status:x} and length {size} is");
    }

    private static void Taken(ref Case test, Bench bench, ReceiveRing ring, byte[] frame)
    {
        Is(ref test, Reception.Frame, ring.Take(bench.Into, out int length), $"what comes with a frame of {frame.Length} bytes");
        Bench.Same(ref test, frame, bench.Into.AsSpan(0, length));
    }

    private static void Skipped(ref Case test, Bench bench, ReceiveRing ring)
    {
        Is(ref test, Reception.Skipped, ring.Take(bench.Into, out int length), "what is no frame");
        test.Equal(0, (ulong)length, "the length of what is no frame");
    }

    private static void Nothing(ref Case test, Bench bench, ReceiveRing ring) =>
        Is(ref test, Reception.Empty, ring.Take(bench.Into, out _), "what is in a ring that has been read");
}
