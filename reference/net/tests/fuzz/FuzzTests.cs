using System;
using System.Collections.Generic;
using System.Globalization;
using Euralios.Net.Interface;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Fuzz;

/// <summary>
/// Frames that are nearly right, wrong, and no frames at all, into a stack that does everything at once. `NET_FUZZ_FRAMES=10000000` makes it many;
/// the seed is fixed, or `NET_FUZZ_SEED`.
/// </summary>
public sealed class FuzzTests
{
    private const int OrdinaryFrames = 200_000;

    [Test]
    public void Any_frames_are_harmless()
    {
        int frames = Setting("NET_FUZZ_FRAMES", OrdinaryFrames);
        int seed = Setting("NET_FUZZ_SEED", 5722);
        TestContext.Out.WriteLine($"{frames} frames, seed {seed}");

        var random = new Random(seed);
        var network = new Network();
        NetworkStack stack = network.Stack;
        stack.Configure(stack.Configuration, [Network.Far], network.Now);
        stack.Udp.TryOpen(7, out UdpSocket? socket, out _);
        List<byte[]> samples = Samples();
        for (int i = 0; i < frames; i++)
        {
            network.Link.Deliver(Mutate(samples[random.Next(samples.Count)], random));
            if (i % 16 == 0)
                stack.Poll(network.Now);
            if (i % 64 == 0)
                Use(stack, network, random, i);
            if (i % 1024 == 0)
            {
                CheckBounds(stack);
                network.AdvanceSeconds(random.Next(3) == 0 ? 5 : 0.01);
                network.Sent();
            }
        }

        while (socket!.TryReceive(out _, out _))
        {
        }

        StillWorks(network);
    }

    private static int Setting(string name, int ordinary) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : ordinary;

    /// <summary>Frames of every kind that the stack knows, all of them right.</summary>
    private static List<byte[]> Samples()
    {
        var server = new Ipv4Endpoint(Network.Router, 67);
        var client = new Ipv4Endpoint(Ipv4Address.Broadcast, 68);
        byte[] offer = new byte[DhcpMessage.MaximumWritten];
        int length = new DhcpMessage
        {
            Type = DhcpMessageType.Offer, IsReply = true, ClientMac = Network.OwnMac, YourAddress = Network.Own, ServerIdentifier = Network.Router,
            LeaseSeconds = 60, SubnetMask = 0xFFFFFF00, Router = Network.Router, DnsServers = [Network.Far],
        }.Write(offer);
        byte[] query = new byte[DnsMessage.MaximumLength];
        int queryLength = DnsMessage.WriteQuery(query, 1, "name.example.org", DnsRecordType.A);
        byte[] alias = [0xC0, 0x0C, 0, 5, 0, 1, 0, 0, 0, 9, 0, 2, 0xC0, 0x11];
        byte[] address = [0xC0, 0x11, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 1, 2, 3, 4];
        byte[] answer = [.. query[..queryLength], .. alias, .. address];
        answer[2] = 0x81;
        answer[7] = 2;
        byte[] datagram = Packets.Udp(new(Network.Router, 9), new(Network.Own, 7), Packets.Pattern(3000));
        byte[] own = Packets.Udp(new(Network.Own, 7), new(Network.Router, 9), [1]);
        byte[] sent = Packets.Ipv4(Network.RouterMac, Network.OwnMac, Network.Own, Network.Router, InternetProtocol.Udp, own);
        return
        [
            Packets.Arp(ArpOperation.Request, Network.RouterMac, Network.Router, Network.Own),
            Packets.Arp(ArpOperation.Reply, Network.StrangerMac, Network.Stranger, Network.Own, Network.OwnMac),
            Packets.Arp(ArpOperation.Request, Network.StrangerMac, Ipv4Address.Unspecified, Network.Own),
            Ip(Network.Own, InternetProtocol.Icmp, Packets.Echo(IcmpType.EchoRequest, 1, 2, Packets.Pattern(64))),
            Ip(Network.Own, InternetProtocol.Icmp, Packets.Echo(IcmpType.EchoReply, 1, 2, Packets.Pattern(64))),
            Ip(Network.Own, InternetProtocol.Icmp, Packets.Unreachable(UnreachableCode.Port, sent.AsSpan(14))),
            Ip(Network.Own, InternetProtocol.Udp, Packets.Udp(new(Network.Router, 9), new(Network.Own, 7), Packets.Pattern(100))),
            Ip(Network.Own, InternetProtocol.Udp, datagram.AsSpan(0, 1480), 0, true),
            Ip(Network.Own, InternetProtocol.Udp, datagram.AsSpan(1480, 800), 1480, true),
            Ip(Network.Own, InternetProtocol.Udp, datagram.AsSpan(2280), 2280, false),
            Ip(Ipv4Address.Broadcast, InternetProtocol.Udp, Packets.Udp(server, client, offer.AsSpan(0, length))),
            Ip(Network.Own, InternetProtocol.Udp, Packets.Udp(new(Network.Far, 53), new(Network.Own, 50_000), answer)),
            Ip(Network.Own, InternetProtocol.Tcp, Packets.Pattern(40)),
        ];
    }

    private static byte[] Ip(Ipv4Address to, InternetProtocol protocol, ReadOnlySpan<byte> payload, int offset = 0, bool more = false)
    {
        MacAddress mac = to == Ipv4Address.Broadcast ? MacAddress.Broadcast : Network.OwnMac;
        return Packets.Ipv4(mac, Network.RouterMac, Network.Router, to, protocol, payload, 1, offset, more);
    }

    /// <summary>
    /// Some bits or bytes changed, cut, made longer, or all of it random; and mostly with check sums made right again, so that the damage gets
    /// further in.
    /// </summary>
    private static byte[] Mutate(byte[] sample, Random random)
    {
        byte[] frame = [.. sample];
        for (int changes = random.Next(6); changes > 0; changes--)
        {
            int at = random.Next(3) == 0 ? random.Next(frame.Length) : random.Next(Math.Min(frame.Length, 60));
            frame[at] = random.Next(4) switch
            {
                0 => (byte)(frame[at] ^ (1 << random.Next(8))),
                1 => 0,
                2 => 0xFF,
                _ => (byte)random.Next(256),
            };
        }

        switch (random.Next(12))
        {
            case 0:
                frame = frame[..random.Next(frame.Length + 1)];
                break;
            case 1:
                frame = [.. frame, .. new byte[random.Next(1600)]];
                break;
            case 2:
                frame = new byte[random.Next(1600)];
                random.NextBytes(frame);
                break;
        }

        if (random.Next(4) != 0)
            MendChecksums(frame);
        return frame;
    }

    private static void MendChecksums(Span<byte> frame)
    {
        if (frame.Length < 34 || frame[12] != 8 || frame[13] != 0)
            return;

        Span<byte> packet = frame.Slice(14);
        int header = (packet[0] & 0xF) * 4;
        if (header < 20 || header > packet.Length)
            return;
        packet[10] = packet[11] = 0;
        BigEndian.WriteUInt16(packet.Slice(10), InternetChecksum.Compute(packet.Slice(0, header)));
        if (!Ipv4Packet.TryParse(packet, out Ipv4Packet parsed))
            return;

        Span<byte> payload = packet.Slice(header, parsed.Payload.Length);
        if (parsed.Protocol == InternetProtocol.Icmp && payload.Length >= 8)
        {
            payload[2] = payload[3] = 0;
            BigEndian.WriteUInt16(payload.Slice(2), InternetChecksum.Compute(payload));
        }
        else if (parsed.Protocol == InternetProtocol.Udp && payload.Length >= 8)
        {
            payload[6] = payload[7] = 0;
        }
    }

    /// <summary>The host goes on using the stack meanwhile.</summary>
    private static void Use(NetworkStack stack, Network network, Random random, int round)
    {
        switch (random.Next(5))
        {
            case 0:
                stack.Dns.Resolve($"n{round}.example.org", network.Now);
                break;
            case 1:
                if (stack.Echo.TryOpen(out EchoSocket? echo, out _))
                {
                    echo!.TrySend(new Ipv4Address(0x0A000200 + (uint)random.Next(256)), random.Next(2000), out _, out _);
                    echo.Close();
                }

                break;
            case 2 when stack.Udp.TryOpen(0, out UdpSocket? socket, out _):
                socket!.TrySend(new(new Ipv4Address((uint)random.NextInt64()), 9), new byte[random.Next(3000)], out _);
                socket.Close();
                break;
            case 3 when round % 4096 == 0:
                stack.Dhcp.TryStart(network.Now, out _);
                break;
            case 4 when round % 4096 == 0:
                stack.Dhcp.Release();
                stack.Configure(new Ipv4Configuration(Network.Own, 24, Network.Router), [Network.Far], network.Now);
                break;
        }
    }

    private static void CheckBounds(NetworkStack stack)
    {
        Assert.That(stack.Neighbors.Count, Is.LessThanOrEqualTo(NeighborTable.Capacity));
        Assert.That(stack.ReassemblyCount, Is.LessThanOrEqualTo(Reassembly.Capacity));
        Assert.That(stack.WaitingCount, Is.LessThanOrEqualTo(WaitingRoom.Capacity));
        Assert.That(stack.Udp.Count, Is.LessThanOrEqualTo(UdpLayer.Capacity));
        Assert.That(stack.Dns.PendingCount, Is.LessThanOrEqualTo(DnsResolver.MaximumPending));
        Assert.That(stack.Dns.Cache.Count, Is.LessThanOrEqualTo(DnsCache.Capacity));
    }

    private static void StillWorks(Network network)
    {
        network.Stack.Dhcp.Release();
        network.Stack.Configure(new Ipv4Configuration(Network.Own, 24, Network.Router), [Network.Far], network.Now);
        network.AdvanceSeconds(200);
        network.Receive(Packets.Arp(ArpOperation.Request, Network.RouterMac, Network.Router, Network.Own));
        network.Sent();
        network.Receive(Ip(Network.Own, InternetProtocol.Icmp, Packets.Echo(IcmpType.EchoRequest, 7, 1, [1, 2, 3])));
        Assert.That(network.Sent(), Is.EqualTo(["1 10.0.2.15 > 10.0.2.2 icmp EchoReply id 7 seq 1 length 3"]));

        DnsQuery query = network.Stack.Dns.Resolve("after.example.org", network.Now);
        byte[] frame = network.LastSent();
        Assert.That(Trace.Describe(frame), Does.StartWith("1 10.0.2.15 > 8.8.8.8 udp"));
        byte[] answer = [.. frame[42..], 0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 1, 2, 3, 4];
        answer[2] = 0x81;
        answer[7] = 1;
        network.ReceiveUdp(new(Network.Far, 53), new(Network.Own, BigEndian.ReadUInt16(frame.AsSpan(34))), answer);
        Assert.That(query.Addresses, Is.EqualTo([new Ipv4Address(0x01020304)]));
        Assert.That((network.Stack.ReassemblyCount, network.Stack.WaitingCount, network.Stack.Dns.PendingCount), Is.EqualTo((0, 0, 0)));
    }
}
