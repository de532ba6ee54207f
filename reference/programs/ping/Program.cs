using System;
using System.Net;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Asks a machine whether it is there, once a second: <c>ping [-c COUNT] [-s BYTES] HOST</c></summary>
internal static class Program
{
    private const int DefaultCount = 4;
    private const int DefaultBytes = 56;

    /// <summary>The most that the network puts together again from its parts, 16 KiB, without ICMP's header.</summary>
    private const int MostBytes = 16_376;

    /// <summary>The longest wait for a reply, and from one request to the next.</summary>
    private const ulong Second = 1_000_000;

    private static int Main(string[] args)
    {
        const string Usage = "ping [-c COUNT] [-s BYTES] HOST\nAsks a machine whether it is there, once a second: 4 times, or as often as -c says (0: without end); -s: bytes in a request.";
        if (!Options.TryParse(args, Usage, "", "cs", out Options options))
            return options.Status;
        if (!options.TryGetNumber('c', DefaultCount, out int count) || !options.TryGetNumber('s', DefaultBytes, out int bytes))
            return Failure.WrongUse;
        if (options.Operands.Count != 1 || bytes > MostBytes)
        {
            Failure.Report(bytes > MostBytes ? $"a request has {MostBytes} bytes at most" : "one host is asked; see ping --help");
            return Failure.WrongUse;
        }

        string host = options.Operands[0];
        if (!Dns.TryGetHostAddresses(host, out IPAddress[] addresses, out Error error) || !EchoClient.TryOpen(addresses[0], out EchoClient? client, out error))
            return Failure.Report($"{host}: {error.Text()}");
        Console.WriteLine($"PING {host} ({addresses[0]}): {bytes} bytes");
        RoundTrips trips = Ask(client!, addresses[0], count, bytes);
        Console.Write($"\n{trips.Summary()}");
        return trips.Received > 0 ? 0 : Failure.Failed;
    }

    private static RoundTrips Ask(EchoClient client, IPAddress address, int count, int bytes)
    {
        var trips = new RoundTrips();
        for (int number = 1; number <= count || count == 0; number++)
        {
            ulong next = Clock.Microseconds + Second;
            if (client.TryAsk(bytes, Second, out ulong roundTrip, out ulong returned, out Error error))
            {
                trips.Add(roundTrip);
                Console.WriteLine($"{returned} bytes from {address}: seq={number} time={RoundTrips.Milliseconds(roundTrip)} ms");
            }
            else
            {
                trips.AddLost();
                Console.WriteLine($"no reply from {address}: seq={number} ({error.Text()})");
                if (error is Error.Closed or Error.NetworkDown or Error.NotImplemented or Error.Parameter)
                    break;
            }

            ulong now = Clock.Microseconds;
            if (number != count && now < next)
                SystemCall.Sleep(next - now);
        }

        return trips;
    }
}
