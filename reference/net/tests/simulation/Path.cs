using System;
using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;

namespace Euralios.Net.Tests.Simulation;

/// <summary>What a path does to packets, in each direction.</summary>
internal sealed record PathOptions
{
    public int Seed { get; init; } = 1;
    public double Loss { get; init; }
    public double Duplication { get; init; }
    public double Reordering { get; init; }
    public double Corruption { get; init; }
    public long DelayMicroseconds { get; init; } = 10_000;
    public long BytesPerSecond { get; init; } = 12_500_000;

    /// <summary>Packets that wait to go out; one more is refused, or thrown away if <see cref="IsRefusing"/> is false.</summary>
    public int Queue { get; init; } = 100;
    public bool IsRefusing { get; init; }
}

/// <summary>One direction of a path: packets that one layer sends and the other receives, later and not all of them. Time is virtual.</summary>
internal sealed class Path(Ipv4Address source, PathOptions options) : IIpv4Output
{
    private const int FrameOverhead = 38;

    private readonly Random random = new(options.Seed * 31 + (int)source.Value);
    private readonly PriorityQueue<byte[], (long Arrival, long Number)> onTheWay = new();
    private readonly byte[] frame = new byte[1480];
    private long free;
    private long number;

    public Ipv4Address Address => source;

    public int MaximumPayload => frame.Length;

    public Instant Now { get; set; }

    public long Packets { get; private set; }

    public long Dropped { get; private set; }

    public Instant Next => onTheWay.TryPeek(out _, out (long Arrival, long) first) ? new Instant(first.Arrival) : Instant.Never;

    private long PacketTime => (frame.Length + FrameOverhead) * 1_000_000L / options.BytesPerSecond;

    /// <summary>When the queue has room again, if something was refused.</summary>
    public Instant Retry { get; private set; } = Instant.Never;

    public bool TryBegin(Ipv4Address destination, InternetProtocol protocol, int length, out Span<byte> payload)
    {
        payload = default;
        if (options.IsRefusing && free - Now.Microseconds > options.Queue * PacketTime)
        {
            Retry = new Instant(Now.Microseconds + PacketTime);
            return false;
        }

        payload = frame.AsSpan(0, length);
        return true;
    }

    public void Send(int length)
    {
        Packets++;
        if (random.NextDouble() < options.Loss || free - Now.Microseconds > (options.Queue + 1) * PacketTime)
        {
            Dropped++;
            return;
        }

        free = Math.Max(free, Now.Microseconds) + ((length + FrameOverhead) * 1_000_000L / options.BytesPerSecond);
        Put(length);
        if (random.NextDouble() < options.Duplication)
            Put(length);
    }

    public bool TryReceive(Instant now, out byte[]? packet)
    {
        packet = null;
        if (Retry <= now)
            Retry = Instant.Never;
        return Next <= now && onTheWay.TryDequeue(out packet, out _);
    }

    private void Put(int length)
    {
        byte[] packet = frame.AsSpan(0, length).ToArray();
        if (random.NextDouble() < options.Corruption)
            packet[random.Next(length)] ^= (byte)(1 << random.Next(8));
        long late = random.NextDouble() < options.Reordering ? random.NextInt64(options.DelayMicroseconds / 2 + 1) : 0;
        onTheWay.Enqueue(packet, (free + options.DelayMicroseconds + late, number++));
    }
}

/// <summary>Two layers with a path between them.</summary>
internal sealed class Network
{
    private static readonly Ipv4Address LeftAddress = new(0x0A000001);
    private static readonly Ipv4Address RightAddress = new(0x0A000002);

    private readonly Path toRight;
    private readonly Path toLeft;

    public Network(PathOptions path, TcpOptions? left = null, TcpOptions? right = null)
    {
        toRight = new Path(LeftAddress, path);
        toLeft = new Path(RightAddress, path);
        Left = new TcpLayer(toRight, new RandomSource(BitConverter.GetBytes(path.Seed)), left ?? new TcpOptions());
        Right = new TcpLayer(toLeft, new RandomSource(BitConverter.GetBytes(~path.Seed)), right ?? left ?? new TcpOptions());
    }

    public Instant Now { get; private set; } = new(1);

    public TcpLayer Left { get; }

    public TcpLayer Right { get; }

    public long Packets => toLeft.Packets + toRight.Packets;

    public Ipv4Endpoint RightEnd(ushort port) => new(RightAddress, port);

    /// <summary>Goes on to the next thing that happens. Returns whether something will.</summary>
    public bool Step(Instant until)
    {
        Instant next = Instant.Earlier(Instant.Earlier(toRight.Next, toLeft.Next), Instant.Earlier(Left.NextPoll, Right.NextPoll));
        next = Instant.Earlier(next, Instant.Earlier(toRight.Retry, toLeft.Retry));
        if (next > until)
        {
            Now = until == Instant.Never ? Now : until;
            return false;
        }

        Now = next > Now ? next : Now;
        toRight.Now = Now;
        toLeft.Now = Now;
        while (toRight.TryReceive(Now, out byte[]? packet))
            Right.Receive(LeftAddress, RightAddress, packet, Now);
        while (toLeft.TryReceive(Now, out byte[]? packet))
            Left.Receive(RightAddress, LeftAddress, packet, Now);
        Left.Poll(Now);
        Right.Poll(Now);
        return true;
    }
}
