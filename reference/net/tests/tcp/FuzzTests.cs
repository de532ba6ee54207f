using System;
using System.Globalization;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>
/// Random segments, nearly right ones most of them, into layers in every state. Nothing throws, what must hold holds, and memory stays within its
/// bounds. NET_FUZZ_FRAMES says how many; 100,000 otherwise.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Frames = int.Parse(Environment.GetEnvironmentVariable("NET_FUZZ_FRAMES") ?? "100000", CultureInfo.InvariantCulture);

    private static readonly TcpOptions Options = new()
    {
        MaximumConnections = 8, MaximumHalfOpen = 4, MaximumTimeWait = 4, ReceiveBufferSize = 5000, SendBufferSize = 3000, UseTimestamps = true,
    };

    [Test]
    public void Segments_in_every_state()
    {
        var random = new Random(20);
        var states = new int[Enum.GetValues<TcpState>().Length];
        byte[] buffer = new byte[4000];
        for (int frame = 0; frame < Frames;)
        {
            var output = new CapturedOutput(Trace.Own);
            var layer = new TcpLayer(output, new RandomSource(BitConverter.GetBytes(frame)), Options);
            layer.TryListen(Trace.Port, 3, out TcpListener? listener, out _);
            layer.TryConnect(Trace.Peer with { Port = 80 }, new Instant(1), out TcpConnection? connecting, out _);
            var now = new Instant(1);

            // What a peer knows: the numbers of the last segment that went out.
            uint peerNext = (uint)random.Next();
            ushort ownPort = Trace.Port;
            ushort peerPort = 4321;
            uint ownNext = 0;
            var program = connecting!;
            for (int end = Math.Min(frame + 500, Frames); frame < end; frame++)
            {
                if (random.Next(3) == 0)
                    now = new Instant(now.Microseconds + random.Next(random.Next(20) == 0 ? 50_000_000 : 100_000));
                byte[] segment = Make(random, ownPort, peerPort, peerNext, ownNext, out int length);
                layer.Receive(Trace.Peer.Address, Trace.Own, segment, now);
                if (random.Next(2) == 0)
                    peerNext += (uint)length;
                if (listener!.TryAccept(out TcpConnection? accepted))
                    program = accepted;
                UseProgram(program, random, buffer);
                output.IsRefusing = random.Next(10) == 0;
                layer.Poll(now);
                while (output.Sent.TryDequeue(out (Ipv4Address, byte[] Bytes) sent))
                {
                    if (!TcpSegment.TryParse(sent.Bytes, out TcpSegment own))
                        Assert.Fail($"frame {frame}, seed 20: a segment that makes no sense was sent");
                    (ownPort, peerPort) = (own.SourcePort, own.DestinationPort);
                    ownNext = own.Sequence.Value + (uint)own.Length;
                    if (own.Has(TcpSegmentFlags.Acknowledgment) && random.Next(3) != 0)
                        peerNext = own.Acknowledgment.Value;
                }

                while (layer.TryNextChanged(out _))
                    continue;
                Audit(layer, listener, program, frame, states);
                if (random.Next(50) == 0)
                    (ownPort, peerPort) = (Trace.Port, (ushort)random.Next(1, 10));
            }
        }

        for (TcpState state = TcpState.SynSent; state <= TcpState.TimeWait; state++)
            Assert.That(states[(int)state], Is.GreaterThan(0), $"{state} was never reached");
        TestContext.Out.WriteLine($"seed 20, {Frames} segments, connections seen by state: {string.Join(' ', states)}");
    }

    [Test]
    public void Bytes_without_any_sense()
    {
        var random = new Random(21);
        Trace trace = Trace.Open();
        byte[] bytes = new byte[200];
        for (int frame = 0; frame < Frames / 10; frame++)
        {
            random.NextBytes(bytes);
            Span<byte> segment = bytes.AsSpan(0, random.Next(bytes.Length + 1));
            if (segment.Length >= TcpSegment.HeaderSize)
            {
                BigEndian.WriteUInt16(segment, Trace.Peer.Port);
                BigEndian.WriteUInt16(segment[2..], Trace.Port);
                Sign(segment);
            }

            trace.Deliver(segment.ToArray());
            trace.Output.Sent.Clear();
        }

        Assert.That(trace.Layer.Statistics.SegmentsIn, Is.GreaterThanOrEqualTo(Frames / 10));
    }

    private static void Audit(TcpLayer layer, TcpListener listener, TcpConnection program, int frame, int[] states)
    {
        int open = 0;
        int timeWait = 0;
        string? fault = program.Audit();
        foreach (TcpConnection connection in layer.Connections)
        {
            fault ??= connection.Audit();
            states[(int)connection.State]++;
            timeWait += connection.State == TcpState.TimeWait ? 1 : 0;
            open += connection.State == TcpState.TimeWait ? 0 : 1;
        }

        states[(int)TcpState.SynReceived] += listener.HalfOpen;
        if (open > Options.MaximumConnections || timeWait > Options.MaximumTimeWait || listener.HalfOpen > Options.MaximumHalfOpen || listener.Pending > 3)
            fault ??= "more connections than may be";
        if (layer.ConnectionCount != open + timeWait + listener.HalfOpen)
            fault ??= "a connection in the table and in no list";
        if (fault != null)
            Assert.Fail($"frame {frame}, seed 20: {fault}");
    }

    private static void UseProgram(TcpConnection program, Random random, byte[] buffer)
    {
        switch (random.Next(40))
        {
            case < 8: program.Write(buffer.AsSpan(0, random.Next(buffer.Length))); break;
            case < 16: program.Read(buffer.AsSpan(0, random.Next(buffer.Length))); break;
            case 16: program.Shutdown(); break;
            case 17: program.Close(); break;
            case 18: program.NoDelay = !program.NoDelay; break;
            case 19: program.KeepAlive = TimeSpan.FromSeconds(random.Next(100)); break;
            case 20 when random.Next(5) == 0: program.Abort(); break;
        }
    }

    private static byte[] Make(Random random, ushort ownPort, ushort peerPort, uint peerNext, uint ownNext, out int length)
    {
        TcpSegmentFlags flags = random.Next(12) switch
        {
            0 => TcpSegmentFlags.Syn,
            1 => TcpSegmentFlags.Syn | TcpSegmentFlags.Acknowledgment,
            2 => TcpSegmentFlags.Fin | TcpSegmentFlags.Acknowledgment,
            3 when random.Next(4) == 0 => TcpSegmentFlags.Reset,
            4 when random.Next(4) == 0 => (TcpSegmentFlags)random.Next(256),
            _ => TcpSegmentFlags.Acknowledgment,
        };
        var blocks = new TcpSegmentRange[random.Next(8) == 0 ? random.Next(4) : 0];
        for (int index = 0; index < blocks.Length; index++)
        {
            uint start = ownNext - (uint)random.Next(4000);
            blocks[index] = new TcpSegmentRange(new(start), new(start + (uint)random.Next(2000)));
        }

        var header = new TcpSegmentHeader
        {
            SourcePort = peerPort,
            DestinationPort = ownPort,
            Sequence = new(random.Next(4) == 0 ? peerNext + (uint)random.Next(-3000, 3000) : peerNext),
            Acknowledgment = new(random.Next(4) == 0 ? ownNext - (uint)random.Next(-10, 3000) : ownNext),
            Flags = flags,
            Window = (ushort)(random.Next(4) == 0 ? random.Next(3) * 100 : random.Next(65536)),
            MaximumSegmentSize = (ushort)(random.Next(2) * random.Next(1600)),
            WindowScale = random.Next(4) == 0 ? random.Next(16) : null,
            IsSackPermitted = random.Next(3) != 0,
            HasTimestamp = random.Next(8) == 0,
            TimestampValue = (uint)random.Next(),
            TimestampEcho = (uint)random.Next(),
            Blocks = (flags & TcpSegmentFlags.Syn) != 0 ? [] : blocks,
        };
        byte[] segment = new byte[header.Size + (random.Next(2) * random.Next(1000))];
        header.Write(segment, Trace.Peer.Address, Trace.Own);
        length = segment.Length - header.Size + ((flags & (TcpSegmentFlags.Syn | TcpSegmentFlags.Fin)) != 0 ? 1 : 0);

        // Some bits are other ones than they were meant to be, under a right check sum.
        for (int flip = random.Next(8) == 0 ? random.Next(4) : 0; flip > 0; flip--)
            segment[random.Next(4, header.Size)] ^= (byte)(1 << random.Next(8));
        Sign(segment);
        return segment;
    }

    private static void Sign(Span<byte> segment)
    {
        BigEndian.WriteUInt16(segment[16..], 0);
        uint pseudoHeader = InternetChecksum.PseudoHeader(Trace.Peer.Address, Trace.Own, InternetProtocol.Tcp, segment.Length);
        BigEndian.WriteUInt16(segment[16..], InternetChecksum.Compute(segment, pseudoHeader));
    }
}
