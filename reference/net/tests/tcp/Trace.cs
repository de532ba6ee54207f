using System;
using System.Globalization;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>
/// A layer and what happens to it, written like a capture of packets. Lines:
/// <code>
/// &lt; SEGMENT      the peer sends it
/// > SEGMENT      the layer sent it; everything it sends must be named, in order, before anything else happens
/// wait 200ms     time passes; timers run when they are due
/// write 100, read 100, shutdown, close, abort, accept, nodelay, keepalive 10s    the program's calls
/// state NAME, error NAME, available 100, room 100    what the program sees
/// refuse, take    the output refuses what is sent, or takes it again
/// # ...          a remark
/// </code>
/// Data have a pattern by their place, which is checked in what is sent and in what is read.
/// </summary>
internal sealed class Trace
{
    public static readonly Ipv4Endpoint Peer = new(new Ipv4Address(0x0A000202), 4321);
    public static readonly Ipv4Address Own = new(0x0A00020F);
    public const ushort Port = 80;

    private readonly SequenceNumber peerInitial;
    private SequenceNumber? ownInitial;
    private uint written;
    private uint readBytes;

    public Trace(TcpOptions? options = null, uint peerInitial = 0xFFFF_FF00)
    {
        this.peerInitial = new SequenceNumber(peerInitial);
        Layer = new TcpLayer(Output, new RandomSource("trace"u8), options ?? new TcpOptions());
    }

    public CapturedOutput Output { get; } = new(Own);

    public TcpLayer Layer { get; }

    public Instant Now { get; private set; } = new(1_000_000);

    public TcpListener? Listener { get; private set; }

    public TcpConnection Connection { get; set; } = null!;

    public SequenceNumber OwnInitial => ownInitial!.Value;

    private Ipv4Endpoint Local => Connection?.Local ?? new Ipv4Endpoint(Own, Port);

    /// <summary>A layer that listens on port 80.</summary>
    public static Trace Listening(TcpOptions? options = null, int backlog = 4)
    {
        var trace = new Trace(options);
        Assert.That(trace.Layer.TryListen(Port, backlog, out TcpListener? listener, out _));
        trace.Listener = listener;
        return trace;
    }

    /// <summary>A layer that has begun to connect.</summary>
    public static Trace Connecting(TcpOptions? options = null)
    {
        var trace = new Trace(options);
        Assert.That(trace.Layer.TryConnect(Peer, trace.Now, out TcpConnection? connection, out _));
        trace.Connection = connection!;
        return trace;
    }

    /// <summary>An open connection, begun by the peer. Its segments hold 1,000 bytes unless the SYN's options say otherwise.</summary>
    public static Trace Open(TcpOptions? options = null, string syn = "mss=1000 sack", int window = 60000)
    {
        Trace trace = Listening(options);
        trace.Run($"""
            < SYN seq=0 win={window} {syn}
            > SYN+ACK seq=0 ack=1
            < ACK seq=1 ack=1 win={window}
            accept
            state Established
            """);
        return trace;
    }

    /// <summary>Plays lines.</summary>
    public void Run(string script)
    {
        foreach (string line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#'))
                continue;
            string[] words = line.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (words[0] == ">")
            {
                Expect(words[1]);
                continue;
            }

            Silent(line);
            Do(words[0], words.Length > 1 ? words[1] : "", line);
            if (words[0] is not ("state" or "error" or "available" or "room" or "refuse"))
                Layer.Poll(Now);
        }

        Silent("the end");
    }

    /// <summary>Lets the peer, or somebody in its name, send bytes as they are.</summary>
    public void Deliver(byte[] segment) => Layer.Receive(Peer.Address, Own, segment, Now);

    /// <summary>The bytes of a segment of the peer's.</summary>
    public byte[] Build(TraceSegment segment, ushort? sourcePort = null)
    {
        var blocks = new TcpSegmentRange[segment.Blocks?.Length ?? 0];
        for (int index = 0; index < blocks.Length; index++)
            blocks[index] = new TcpSegmentRange(new(OwnInitial.Value + segment.Blocks![index].Start), new(OwnInitial.Value + segment.Blocks[index].End));
        uint sequence = segment.Sequence ?? 0;
        var header = new TcpSegmentHeader
        {
            SourcePort = sourcePort ?? Peer.Port,
            DestinationPort = Local.Port,
            Sequence = new(peerInitial.Value + sequence),
            Acknowledgment = new((ownInitial?.Value ?? 0) + (segment.Acknowledgment ?? 0)),
            Flags = segment.Flags,
            Window = (ushort)(segment.Window ?? 60000),
            MaximumSegmentSize = (ushort)(segment.MaximumSegmentSize ?? 0),
            WindowScale = segment.WindowScale,
            IsSackPermitted = segment.IsSackPermitted ?? false,
            HasTimestamp = segment.Timestamp != null,
            TimestampValue = segment.Timestamp?.Value ?? 0,
            TimestampEcho = segment.Timestamp?.Echo ?? 0,
            Blocks = blocks,
        };
        byte[] bytes = new byte[header.Size + segment.Length];
        Fill(bytes.AsSpan(header.Size), sequence);
        header.Write(bytes, Peer.Address, Own);
        return bytes;
    }

    private void Do(string verb, string rest, string line)
    {
        switch (verb)
        {
            case "<":
                Deliver(Build(TraceSegment.Parse(rest)));
                break;
            case "wait":
                Wait(Time(rest));
                break;
            case "write":
                byte[] data = new byte[Count(rest)];
                Fill(data, written + 1);
                Assert.That(Connection.Write(data), Is.EqualTo(data.Length), line);
                written += (uint)data.Length;
                break;
            case "read":
                byte[] buffer = new byte[Count(rest)];
                Assert.That(Connection.Read(buffer), Is.EqualTo(buffer.Length), line);
                byte[] expected = new byte[buffer.Length];
                Fill(expected, readBytes + 1);
                Assert.That(buffer, Is.EqualTo(expected), line);
                readBytes += (uint)buffer.Length;
                break;
            case "accept":
                Assert.That(Listener!.TryAccept(out TcpConnection? accepted), line);
                Connection = accepted!;
                break;
            case "shutdown": Connection.Shutdown(); break;
            case "close": Connection.Close(); break;
            case "abort": Connection.Abort(); break;
            case "nodelay": Connection.NoDelay = true; break;
            case "keepalive": Connection.KeepAlive = Time(rest); break;
            case "refuse": Output.IsRefusing = true; break;
            case "take": Output.IsRefusing = false; break;
            case "state": Assert.That(Connection.State, Is.EqualTo(Enum.Parse<TcpState>(rest)), line); break;
            case "error": Assert.That(Connection.Error, Is.EqualTo(Enum.Parse<TcpError>(rest)), line); break;
            case "available": Assert.That(Connection.Available, Is.EqualTo(Count(rest)), line); break;
            case "room": Assert.That(Connection.Room, Is.EqualTo(Count(rest)), line); break;
            default: throw new FormatException(line);
        }
    }

    private void Wait(TimeSpan time)
    {
        Instant end = Now.After(time);
        while (Layer.NextPoll <= end)
        {
            Instant due = Layer.NextPoll;
            Now = due > Now ? due : Now;
            Layer.Poll(Now);
            Assert.That(Layer.NextPoll > Now, "a timer stands still");
        }

        Now = end;
    }

    private void Expect(string text)
    {
        TraceSegment expected = TraceSegment.Parse(text);
        Assert.That(Output.Sent, Is.Not.Empty, $"nothing was sent, expected: {text}");
        (_, byte[] bytes) = Output.Sent.Dequeue();
        TraceSegment actual = Read(bytes);
        Assert.That(expected.Matches(actual), $"expected: {text}\nactual:   {actual}");
        Assert.That(TcpSegment.TryParse(bytes, out TcpSegment segment));
        byte[] data = new byte[segment.Data.Length];
        Fill(data, actual.Sequence!.Value);
        Assert.That(segment.Data.ToArray(), Is.EqualTo(data), text);
    }

    private TraceSegment Read(byte[] bytes)
    {
        uint pseudoHeader = InternetChecksum.PseudoHeader(Own, Peer.Address, InternetProtocol.Tcp, bytes.Length);
        Assert.That(InternetChecksum.Compute(bytes, pseudoHeader), Is.Zero, "check sum");
        Assert.That(TcpSegment.TryParse(bytes, out TcpSegment segment));
        if (segment.Has(TcpSegmentFlags.Syn))
            ownInitial = segment.Sequence;
        return TraceSegment.From(segment, ownInitial ?? default, peerInitial);
    }

    private void Silent(string before)
    {
        if (Output.Sent.TryDequeue(out (Ipv4Address, byte[] Bytes) sent))
            Assert.Fail($"before '{before}' was sent: {Read(sent.Bytes)}");
    }

    private static void Fill(Span<byte> data, uint sequence)
    {
        for (int index = 0; index < data.Length; index++)
        {
            uint place = sequence + (uint)index;
            data[index] = (byte)((place * 7) ^ (place >> 8));
        }
    }

    private static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Time(string text) => text.EndsWith("ms", StringComparison.Ordinal)
        ? TimeSpan.FromMilliseconds(double.Parse(text[..^2], CultureInfo.InvariantCulture))
        : TimeSpan.FromSeconds(double.Parse(text[..^1], CultureInfo.InvariantCulture));
}
