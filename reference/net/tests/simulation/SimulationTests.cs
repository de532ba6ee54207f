using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Simulation;

/// <summary>Two layers, a bad path between them, and virtual time: what is written arrives, whatever the path does, and nothing is left at the end.</summary>
public sealed class SimulationTests
{
    private const long Mebibyte = 1024 * 1024;

    [TestCase(0, 10)]
    [TestCase(0.01, 40)]
    [TestCase(0.05, 200)]
    [TestCase(0.20, 2400)]
    public void Ten_mebibytes_each_way(double loss, int seconds)
    {
        var path = new PathOptions { Loss = loss, Reordering = loss, Duplication = loss / 10, Corruption = loss / 10, Seed = 7 };
        TimeSpan time = Run(path, 10 * Mebibyte, 10 * Mebibyte, seconds, null);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed 7, loss {loss:P0}: {time.TotalSeconds:F1} s virtual"));
    }

    [TestCase(0.01, 60)]
    [TestCase(0.05, 400)]
    [TestCase(0.20, 5000)]
    public void Ten_mebibytes_each_way_without_selective_acknowledgments(double loss, int seconds) =>
        Run(new PathOptions { Loss = loss, Reordering = loss, Seed = 8 }, 10 * Mebibyte, 10 * Mebibyte, seconds, new TcpOptions { UseSelectiveAcknowledgment = false });

    [TestCase(0.01, 60)]
    [TestCase(0.05, 200)]
    public void Ten_mebibytes_each_way_with_time_stamps(double loss, int seconds) =>
        Run(new PathOptions { Loss = loss, Reordering = loss, Seed = 9 }, 10 * Mebibyte, 10 * Mebibyte, seconds, new TcpOptions { UseTimestamps = true });

    [TestCase(0.0)]
    [TestCase(0.01)]
    [TestCase(0.05)]
    public void One_direction_and_its_throughput(double loss)
    {
        var path = new PathOptions { Loss = loss, Seed = 3 };
        TimeSpan time = Run(path, 10 * Mebibyte, 0, 400, null);
        double rate = 10 * Mebibyte / 1000.0 / time.TotalSeconds;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed 3, 20 ms round trip, 100 Mbit/s, loss {loss:P0}: {rate:F0} kB/s"));
        Assert.That(rate, Is.GreaterThan(loss == 0 ? 2500 : loss < 0.02 ? 600 : 150));
    }

    [Test]
    public void Heavy_reordering_alone() => Run(new PathOptions { Reordering = 0.3, Seed = 4 }, 2 * Mebibyte, 2 * Mebibyte, 60, null);

    [Test]
    public void Heavy_duplication_and_corruption() => Run(new PathOptions { Duplication = 0.3, Corruption = 0.05, Seed = 5 }, 2 * Mebibyte, 2 * Mebibyte, 200, null);

    [TestCase(true)]
    [TestCase(false)]
    public void A_short_queue_that_refuses_or_drops(bool isRefusing) =>
        Run(new PathOptions { Queue = 4, BytesPerSecond = 250_000, IsRefusing = isRefusing, Seed = 6 }, 2 * Mebibyte, 2 * Mebibyte, 100, null);

    [TestCase(0.0)]
    [TestCase(0.05)]
    public void Tiny_buffers(double loss) =>
        Run(new PathOptions { Loss = loss, Seed = 10, DelayMicroseconds = 1000 }, 100_000, 100_000, 1000, new TcpOptions { ReceiveBufferSize = 300, SendBufferSize = 500 });

    [TestCase(0.0)]
    [TestCase(0.05)]
    public void A_slow_reader(double loss)
    {
        var network = new Network(new PathOptions { Loss = loss, Seed = 11 });
        var sender = new Transfer(Mebibyte, 0, 1);
        var reader = new Transfer(0, Mebibyte, ~1, 5000) { ReadPause = 50_000 };
        Run(network, [(sender, reader)], 600);
    }

    [Test]
    public void A_reader_that_pauses_for_minutes()
    {
        var network = new Network(new PathOptions { Loss = 0.05, Seed = 12 });
        var sender = new Transfer(Mebibyte, 0, 1);
        var reader = new Transfer(0, Mebibyte, ~1, 65536) { ReadPause = 200_000_000 };
        Run(network, [(sender, reader)], 20_000);
    }

    [TestCase(0.0)]
    [TestCase(0.05)]
    public void Sixty_four_connections_at_once(double loss)
    {
        var network = new Network(new PathOptions { Loss = loss, Seed = 13, Queue = 1000 });
        var pairs = Enumerable.Range(0, 64).Select(index => (new Transfer(100_000, 50_000, index), new Transfer(50_000, 100_000, ~index))).ToArray();
        Run(network, pairs, 600);
    }

    [Test]
    public void Aborts_at_any_moment_leave_nothing()
    {
        var random = new Random(14);
        var network = new Network(new PathOptions { Loss = 0.05, Reordering = 0.05, Seed = 14 });
        Assert.That(network.Right.TryListen(80, 64, out TcpListener? listener, out _));
        var living = new List<TcpConnection>();
        byte[] buffer = new byte[3000];
        for (int round = 0; round < 3000; round++)
        {
            if (living.Count < 50 && network.Left.TryConnect(network.RightEnd(80), network.Now, out TcpConnection? connection, out _))
                living.Add(connection!);
            while (listener!.TryAccept(out connection))
                living.Add(connection!);
            for (int step = 0; step < 20; step++)
                network.Step(network.Now.After(TimeSpan.FromMilliseconds(5)));
            int index = random.Next(living.Count);
            switch (random.Next(6))
            {
                case 0: living[index].Abort(); break;
                case 1: living[index].Close(); break;
                case 2: living[index].Shutdown(); break;
                case 3: living[index].Read(buffer); break;
                default: living[index].Write(buffer); break;
            }

            living.RemoveAll(one => one.IsClosed);
        }

        foreach (TcpConnection one in living)
            one.Abort();
        listener!.Close();
        Instant end = network.Now.After(TimeSpan.FromMinutes(30));
        while (network.Step(end))
            continue;
        Assert.That((network.Left.ConnectionCount, network.Right.ConnectionCount), Is.EqualTo((0, 0)), "seed 14");
        Assert.That((network.Left.NextPoll, network.Right.NextPoll), Is.EqualTo((Instant.Never, Instant.Never)));
    }

    private static TimeSpan Run(PathOptions path, long right, long left, int seconds, TcpOptions? options)
    {
        var network = new Network(path, options);
        return Run(network, [(new Transfer(right, left, 1), new Transfer(left, right, ~1))], seconds);
    }

    // Runs conversations from the left to the right to their ends. Returns how long that took.
    private static TimeSpan Run(Network network, (Transfer Left, Transfer Right)[] pairs, int seconds)
    {
        Assert.That(network.Right.TryListen(80, 64, out TcpListener? listener, out _));
        var waiting = new Dictionary<ushort, Transfer>();
        foreach ((Transfer left, Transfer right) in pairs)
        {
            Assert.That(network.Left.TryConnect(network.RightEnd(80), network.Now, out TcpConnection? connection, out _));
            left.Connection = connection;
            waiting.Add(connection!.Local.Port, right);
        }

        Instant start = network.Now;
        Instant end = start.After(TimeSpan.FromSeconds(seconds));
        while (pairs.Any(pair => !pair.Left.IsDone || !pair.Right.IsDone))
        {
            while (listener!.TryAccept(out TcpConnection? accepted))
                waiting[accepted.Remote.Port].Connection = accepted;
            Instant wake = end;
            foreach ((Transfer left, Transfer right) in pairs)
                wake = Instant.Earlier(wake, Instant.Earlier(left.Run(network.Now), right.Run(network.Now)));
            network.Step(wake);
            if (network.Now >= end)
                Assert.Fail($"not done after {seconds} s: {pairs.Count(pair => pair.Right.IsDone)} of {pairs.Length}, {pairs[0].Left.Received} and {pairs[0].Right.Received} bytes; "
                    + $"{pairs[0].Left.Connection!.State} {pairs[0].Right.Connection?.State}");
        }

        TimeSpan time = network.Now.Since(start);
        TcpCounters counters = network.Left.Statistics;
        TestContext.Out.WriteLine($"{network.Packets} packets, left: {counters.Retransmissions} again, {counters.Timeouts} time-outs, {counters.FastRecoveries} recoveries");

        // Nothing is left when TIME-WAIT is over.
        Instant quiet = network.Now.After(TimeSpan.FromMinutes(10));
        while (network.Step(quiet))
            continue;
        Assert.That((network.Left.ConnectionCount, network.Right.ConnectionCount), Is.EqualTo((0, 0)));
        return time;
    }
}
