using System.Globalization;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;

namespace Euralios.Net.Bench;

/// <summary>A boot of the reference with a card, and what is measured in it.</summary>
internal sealed partial class Measurement(string kernel, string archive, NetworkCardModel model)
{
    private const int Seed = 5001;
    private const int SegmentLength = 1460;
    private const int Segments = 4000;
    private const int Connections = 64;
    private const long PerConnection = 128 << 10;
    private const string Prompt = "# ";

    private string Card => model == NetworkCardModel.Rtl8139 ? "rtl8139" : "virtio_net";

    /// <summary>Guest instructions for a full segment, of all programs and the kernel: the difference between a long transfer and a short one.</summary>
    public Task CostsAsync() => RunAsync(0, async (machine, host) =>
    {
        long received = await PerSegmentAsync(machine, segments => $"transfer receive {PeerHost.SourcePort} {segments * SegmentLength}", host);
        Print($"{Card}: a segment of {SegmentLength:N0} bytes received", received, "instructions");
        long sent = await PerSegmentAsync(machine, segments => $"transfer send {PeerHost.SinkPort} {segments * SegmentLength}", host);
        Print($"{Card}: a segment of {SegmentLength:N0} bytes sent", sent, "instructions");
    });

    /// <summary>Bytes in the guest's time.</summary>
    public Task ThroughputAsync(double loss) => RunAsync(loss, async (machine, host) =>
    {
        long length = loss > 0 ? 1 << 20 : 8 << 20;
        host.SinkLength = length;
        Match received = await TransferAsync(machine, $"transfer receive {PeerHost.SourcePort} {length}");
        Print($"{Card}: received at {loss:P0} loss", Rate(length, received), "kB/s of guest time");
        Match sent = await TransferAsync(machine, $"transfer send {PeerHost.SinkPort} {length}");
        Print($"{Card}: sent at {loss:P0} loss", Rate(length, sent), "kB/s of guest time");
    });

    /// <summary>Many connections at once.</summary>
    public Task ManyAsync() => RunAsync(0, async (machine, _) =>
    {
        Match match = await TransferAsync(machine, $"transfer many {PeerHost.SourcePort} {Connections} {PerConnection}");
        Print($"{Card}: {Connections} connections at once, received", Rate(Connections * PerConnection, match), "kB/s of guest time");
        Print("memory of the stack for a connection that is idle", Number(match, "idle"), "bytes");
        Print("memory of the stack for a connection that receives", Number(match, "busy"), "bytes");
    });

    private static async Task<long> PerSegmentAsync(AttendedMachine machine, Func<long, string> command, PeerHost host)
    {
        var counts = new long[2];
        long[] segments = [Segments / 10, Segments + (Segments / 10)];
        for (int i = 0; i < counts.Length; i++)
        {
            host.SinkLength = segments[i] * SegmentLength;
            long before = await machine.CountInstructionsAsync();
            await TransferAsync(machine, command(segments[i]));
            counts[i] = await machine.CountInstructionsAsync() - before;
        }

        return (counts[1] - counts[0]) / Segments;
    }

    private static async Task<Match> TransferAsync(AttendedMachine machine, string command)
    {
        string heard = await machine.Serial.EnterAsync(command, Prompt);
        Match match = Figures().Match(heard);
        return match.Success ? match : throw new InvalidOperationException($"'{command}' said: {heard}");
    }

    private static double Rate(long length, Match match) => length / 1000.0 / (Number(match, "time") / 1e6);

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    private static void Print(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}\t{value:0.###}\t{unit}"));

    private async Task RunAsync(double loss, Func<AttendedMachine, PeerHost, Task> measure)
    {
        using var peer = new FramePeer();
        using var ending = new CancellationTokenSource();
        var card = new NetworkCard(model, peer.Wire);
        var machine = new Machine(MemoryMiB: 128, IcountShift: 0, Devices: card.Arguments, IdlesInHostTime: true);
        await using AttendedMachine attended = await AttendedMachine.StartAsync(machine, kernel, archive);
        var host = new PeerHost(peer, loss, Seed);
        Task running = Task.Run(() => host.RunAsync(ending.Token));
        await attended.Serial.WaitAsync("login: ");
        await attended.Serial.EnterAsync("root", Prompt);
        await measure(attended, host);
        await ending.CancelAsync();
        await running;
    }

    [GeneratedRegex(@"time (?<time>\d+)(?: idle (?<idle>\d+) busy (?<busy>\d+))?")]
    private static partial Regex Figures();
}
