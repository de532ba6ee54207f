using System.Text.Json;
using Euralios.Grader.Boot;

namespace Euralios.Programs.Nic.Tests;

/// <summary>Both drivers in QEMU, with real frames from and to a peer.</summary>
[Parallelizable(ParallelScope.None)]
internal sealed class DriverTests
{
    private const int Window = 32;

    [Test]
    public async Task Frames_of_every_length_arrive_and_come_back(
        [Values] NetworkCardModel model, [Values("read", "attach")] string mode)
    {
        using var boot = new CardBoot(model, mode);
        await boot.RunAsync(async (peer, cancellation) =>
        {
            await ReadyAsync(peer, mode, cancellation);
            for (int length = 1; length <= 1530; length++)
            {
                byte[] frame = TestFrame.Make(length, length);
                await peer.SendAsync(frame, cancellation);

                // What is no frame must do no harm to the next. What is shorter than a header has no type; a machine may fill it up, and so make a frame of it.
                if (length is < 14 or > 1514)
                    continue;
                byte[] back = await peer.ReceiveAsync(cancellation);
                while (!TestFrame.IsTest(back))
                    back = await peer.ReceiveAsync(cancellation);
                Assert.That(back, Is.EqualTo(TestFrame.Padded(frame)), $"length {length}");
            }

            await EndAsync(peer, cancellation);
        });
    }

    [Test]
    public async Task A_burst_of_frames_arrives_in_order_or_is_counted([Values] NetworkCardModel model, [Values("read", "attach")] string mode)
    {
        const int Count = 500;
        using var boot = new CardBoot(model, mode);
        int back = 0;
        string console = await boot.RunAsync(async (peer, cancellation) =>
        {
            await ReadyAsync(peer, mode, cancellation);
            byte[][] frames = [.. Enumerable.Range(1, Count).Select(number => TestFrame.Make(14 + (number * 37 % 1501), number))];
            foreach (byte[] frame in frames)
                await peer.SendAsync(frame, cancellation);
            await peer.SendAsync(TestFrame.Last(), cancellation);
            int next = 0;
            for (byte[] frame = await peer.ReceiveAsync(cancellation); !TestFrame.IsLast(frame); frame = await peer.ReceiveAsync(cancellation))
            {
                int at = Array.FindIndex(frames, next, other => TestFrame.Padded(other).AsSpan().SequenceEqual(frame));
                Assert.That(at, Is.GreaterThanOrEqualTo(next), $"after frame {next} came one that was not sent after it");
                next = at + 1;
                back++;
            }

            await peer.SendAsync(TestFrame.Last(), cancellation);
        });
        JsonElement counters = Counters(console);
        Assert.That(back + counters.GetProperty("missed").GetInt32(), Is.GreaterThanOrEqualTo(Count), "what is lost is counted");
        Assert.That(counters.GetProperty("received").GetInt32(), Is.EqualTo(back + 2));
        TestContext.Out.WriteLine($"{back} of {Count} came back");
    }

    [Test]
    public async Task The_end_of_the_ring_is_passed_again_and_again([Values] NetworkCardModel model)
    {
        const int Count = 20_000;
        using var boot = new CardBoot(model, "attach");
        await boot.RunAsync(async (peer, cancellation) =>
        {
            await ReadyAsync(peer, "attach", cancellation);
            var random = new Random(8139);
            var expected = new Queue<byte[]>();
            for (int number = 1; number <= Count; number++)
            {
                byte[] frame = TestFrame.Make(random.Next(60, 1515), number);
                expected.Enqueue(frame);
                await peer.SendAsync(frame, cancellation);
                while (expected.Count > (number < Count ? Window : 0))
                    Assert.That((await peer.ReceiveAsync(cancellation)).AsSpan().SequenceEqual(expected.Dequeue()), $"around frame {number}");
            }

            await EndAsync(peer, cancellation);
        });
    }

    [Test]
    public async Task What_is_no_question_is_answered([Values] NetworkCardModel model)
    {
        using var boot = new CardBoot(model, "answers");
        string console = await boot.RunAsync((_, _) => Task.CompletedTask);
        Assert.That(console, Does.Contain("answers: right"));
    }

    [Test]
    public async Task A_machine_without_a_card_goes_on()
    {
        using var boot = new CardBoot(null, "absent");
        string console = await boot.RunAsync((_, _) => Task.CompletedTask);
        Assert.That(console, Does.Contain("absent: "));
    }

    [Test]
    [Explicit("Prints figures: instructions for a frame of 1,514 bytes.")]
    public async Task Figures([Values] NetworkCardModel model)
    {
        long[] instructions = new long[2];
        int[] counts = [2_000, 12_000];
        for (int i = 0; i < counts.Length; i++)
        {
            using var sink = new CardBoot(model, "sink");
            byte[] frame = TestFrame.Make(1514, 1);
            await sink.RunAsync(async (peer, cancellation) =>
            {
                await ReadyAsync(peer, "sink", cancellation);
                for (int number = 0; number < counts[i]; number++)
                    await peer.SendAsync(frame, cancellation);
                await EndAsync(peer, cancellation);
            });
            instructions[i] = sink.Instructions;
        }

        using var source = new CardBoot(model, "source");
        await source.RunAsync(async (peer, cancellation) => await peer.ReceiveAsync(cancellation));
        TestContext.Out.WriteLine($"{model}: received frame {(instructions[1] - instructions[0]) / (counts[1] - counts[0])} instructions");
    }

    /// <summary>Waits until the test program is there; attached, it says so twice.</summary>
    private static async Task ReadyAsync(FramePeer peer, string mode, CancellationToken cancellation)
    {
        await peer.ReceiveAsync(cancellation);
        if (mode != "read")
            await peer.ReceiveAsync(cancellation);
    }

    /// <summary>Sends the last frame, waits until it is back, and says so: the machine ends then.</summary>
    private static async Task EndAsync(FramePeer peer, CancellationToken cancellation)
    {
        await peer.SendAsync(TestFrame.Last(), cancellation);
        byte[] frame = await peer.ReceiveAsync(cancellation);
        while (!TestFrame.IsLast(frame))
            frame = await peer.ReceiveAsync(cancellation);
        await peer.SendAsync(TestFrame.Last(), cancellation);
    }

    private static JsonElement Counters(string console)
    {
        string line = console.Split('\n').Single(text => text.StartsWith("counters ", StringComparison.Ordinal));
        return JsonDocument.Parse(line["counters ".Length..]).RootElement;
    }
}
