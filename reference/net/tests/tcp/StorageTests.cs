using System;
using System.Collections.Generic;
using Euralios.Net.Storage;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>Sequence numbers, ranges and buffers by themselves, most against a naive model.</summary>
public sealed class StorageTests
{
    [TestCase(0u, 1u, true)]
    [TestCase(1u, 0u, false)]
    [TestCase(5u, 5u, false)]
    [TestCase(0xFFFF_FFFFu, 0u, true)]
    [TestCase(0x7FFF_FFFFu, 0x8000_0000u, true)]
    [TestCase(0xFFFF_FF00u, 0x7FFF_FE00u, true)]
    [TestCase(0u, 0x8000_0001u, false)]
    public void Rfc9293_3_4_numbers_go_round(uint left, uint right, bool isBefore)
    {
        Assert.That(new SequenceNumber(left) < new SequenceNumber(right), Is.EqualTo(isBefore));
        Assert.That(new SequenceNumber(left) >= new SequenceNumber(right), Is.Not.EqualTo(isBefore));
    }

    [Test]
    public void Numbers_are_added_and_subtracted_round_the_end()
    {
        var last = new SequenceNumber(uint.MaxValue);
        Assert.That(last + 2, Is.EqualTo(new SequenceNumber(1)));
        Assert.That(new SequenceNumber(1) - last, Is.EqualTo(2));
        Assert.That(last - new SequenceNumber(1), Is.EqualTo(-2));
        Assert.That(SequenceNumber.Later(last, new(0)), Is.EqualTo(new SequenceNumber(0)));
    }

    [Test]
    public void Ranges_are_what_a_set_of_numbers_is()
    {
        var random = new Random(40);
        for (int round = 0; round < 200; round++)
        {
            var start = new SequenceNumber(uint.MaxValue - 100);
            var ranges = new SequenceRanges(5);
            var model = new bool[300];
            for (int step = 0; step < 30; step++)
            {
                int from = random.Next(250);
                int to = from + 1 + random.Next(40);
                if (random.Next(6) == 0)
                {
                    ranges.RemoveBefore(start + from);
                    model.AsSpan(0, from).Clear();
                }
                else if (ranges.TryAdd(start + from, start + to))
                {
                    model.AsSpan(from, to - from).Fill(true);
                }
                else
                {
                    Assert.That(ranges.Count, Is.EqualTo(5));
                }

                var inRanges = new bool[300];
                int previous = -2;
                for (int index = 0; index < ranges.Count; index++)
                {
                    Assert.That(ranges[index].Length, Is.GreaterThan(0));
                    Assert.That(ranges[index].Start - start, Is.GreaterThan(previous), "ranges touch or are out of order");
                    inRanges.AsSpan(ranges[index].Start - start, ranges[index].Length).Fill(true);
                    previous = ranges[index].End - start;
                }

                if (!inRanges.AsSpan().SequenceEqual(model))
                    Assert.Fail($"other numbers, seed 40, round {round}");
                Assert.That(ranges.TotalLength, Is.EqualTo(model.AsSpan().Count(true)));
                Assert.That(ranges.LengthWithin(start + 50, start + 150), Is.EqualTo(model.AsSpan(50, 100).Count(true)));
            }
        }
    }

    [Test]
    public void Segments_in_any_order_are_put_together()
    {
        var random = new Random(41);
        byte[] stream = new byte[20_000];
        random.NextBytes(stream);
        for (int round = 0; round < 20; round++)
        {
            var start = new SequenceNumber(uint.MaxValue - 5000);
            var buffer = new ReceiveBuffer(997, start);
            var read = new List<byte>();
            byte[] piece = new byte[300];
            while (read.Count < stream.Length)
            {
                int next = buffer.Next - start;
                int from = Math.Clamp(next + random.Next(-300, 900), 0, stream.Length);
                int length = Math.Min(random.Next(300), stream.Length - from);
                int available = buffer.Available;
                int grown = buffer.Insert(start + from, stream.AsSpan(from, length));
                Assert.That(buffer.Available, Is.EqualTo(available + grown));
                Assert.That(buffer.Next - start, Is.EqualTo(next + grown));
                foreach (TcpSegmentRange block in buffer.Blocks(4))
                    Assert.That(block.Start > buffer.Next && block.End <= buffer.Next + buffer.Room);
                read.AddRange(piece[..buffer.Read(piece.AsSpan(0, random.Next(piece.Length)))]);
                if (from + length > next && from > next + 900)
                    break;
            }

            Assert.That(read.ToArray(), Is.EqualTo(stream[..read.Count]), $"seed 41, round {round}");
        }
    }

    [Test]
    public void A_send_buffer_is_a_queue_that_can_be_looked_into()
    {
        var random = new Random(42);
        var start = new SequenceNumber(uint.MaxValue - 500);
        var buffer = new SendBuffer(100, start);
        var model = new List<byte>();
        byte[] piece = new byte[120];
        for (int step = 0; step < 2000; step++)
        {
            random.NextBytes(piece);
            int taken = buffer.Append(piece.AsSpan(0, random.Next(piece.Length)));
            model.AddRange(piece[..taken]);
            int from = random.Next(model.Count + 1);
            byte[] copy = new byte[random.Next(model.Count - from + 1)];
            buffer.CopyTo(buffer.Start + from, copy);
            Assert.That(copy, Is.EqualTo(model.GetRange(from, copy.Length)));
            int released = random.Next(model.Count + 1);
            buffer.Release(buffer.Start + released);
            model.RemoveRange(0, released);
            Assert.That((buffer.Count, buffer.Room), Is.EqualTo((model.Count, 100 - model.Count)));
        }
    }

    [Test]
    public void Rfc6298_2_the_time_out_follows_the_samples()
    {
        var estimator = new RttEstimator(new TcpOptions { MinimumRetransmissionTimeout = TimeSpan.FromMilliseconds(1) });
        Assert.That(estimator.Timeout, Is.EqualTo(TimeSpan.FromSeconds(1)), "2.1");
        estimator.Sample(100_000);
        Assert.That(estimator.Timeout, Is.EqualTo(TimeSpan.FromMilliseconds(300)), "2.2");
        estimator.Sample(180_000);
        Assert.That(estimator.Smoothed, Is.EqualTo(110_000), "2.3");
        Assert.That(estimator.Timeout, Is.EqualTo(TimeSpan.FromMilliseconds(110 + (4 * 57.5))), "2.3");
        estimator.BackOff();
        Assert.That(estimator.Timeout, Is.EqualTo(TimeSpan.FromMilliseconds(680)), "5.5");
        for (int times = 0; times < 20; times++)
            estimator.BackOff();
        Assert.That(estimator.Timeout, Is.EqualTo(TimeSpan.FromSeconds(60)), "2.5");
    }

    [Test]
    public void Rfc5681_slow_start_congestion_avoidance_and_losses()
    {
        var control = new CongestionControl(1000, 1_000_000, false);
        Assert.That(control.Window, Is.EqualTo(10_000));
        control.Acknowledged(2000);
        Assert.That(control.Window, Is.EqualTo(12_000));
        control.Lost(12_000);
        Assert.That((control.Window, control.Threshold), Is.EqualTo((6000, 6000)));
        for (int segment = 0; segment < 5; segment++)
            control.Acknowledged(1000);
        Assert.That(control.Window, Is.EqualTo(6000), "not before a whole window was acknowledged");
        control.Acknowledged(1000);
        Assert.That(control.Window, Is.EqualTo(7000));
        control.TimedOut(7000, true);
        Assert.That((control.Window, control.Threshold), Is.EqualTo((1000, 3500)));
        control.TimedOut(1000, false);
        Assert.That(control.Threshold, Is.EqualTo(3500), "the same bytes again");
        control.Lost(500);
        Assert.That(control.Window, Is.EqualTo(2000), "never below two segments");
        Assert.That(new CongestionControl(1460, 65536, false).Window, Is.EqualTo(14_600), "RFC 6928");
        Assert.That(new CongestionControl(8960, 65536, false).Window, Is.EqualTo(17_920), "RFC 6928");
        Assert.That(new CongestionControl(1460, 65536, true).Window, Is.EqualTo(1460), "after a lost SYN");
    }
}
