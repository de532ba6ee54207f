using System;
using Euralios.Programs.Nic;
using Euralios.Programs.Rtl8139;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What a long frame costs in instructions, received and sent, with a simulated chip.</summary>
internal static class Measurements
{
    private const int Count = 200;
    private const int Burst = 4;
    private const int Length = FrameList.LongestFrame;

    internal static int Run()
    {
        var bench = new Bench(new RandomSource(17), ReceiveRing.ShortestRing);
        bench.SwitchOn();
        byte[] frame = bench.Frame(Length);
        byte[] into = new byte[Length];
        ReceiveRing ring = bench.StartRing();
        Transmitter transmitter = bench.StartTransmitter();
        ulong received = 0;
        ulong sent = 0;
        for (int i = 0; i < Count; i += Burst)
        {
            for (int at = 0; at < Burst; at++)
                bench.Chip.Receive(frame);
            ulong start = Clock.TimeStamp;
            for (int at = 0; at < Burst; at++)
                ring.Take(into, out _);
            ulong middle = Clock.TimeStamp;
            for (int at = 0; at < Burst; at++)
                transmitter.TrySend(frame);
            received += middle - start;
            sent += Clock.TimeStamp - middle;
            bench.Chip.Wire.Clear();
        }

        Measure.Report("receive", 0, received, Count);
        Measure.Report("send", 0, sent, Count);
        return into.AsSpan().SequenceEqual(frame) ? 0 : 1;
    }
}
