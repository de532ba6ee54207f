using System;
using System.Linq;
using Euralios.Net.Interface;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Interface;

/// <summary>RFC 791, RFC 1122 sections 3.2 and 3.3; RFC 792.</summary>
public sealed class Ipv4Tests
{
    private const string EchoReply = "1 10.0.2.15 > 10.0.2.2 icmp EchoReply id 7 seq 1 length 4";

    private static readonly byte[] Ping = Packets.Echo(IcmpType.EchoRequest, 7, 1, [1, 2, 3, 4]);

    private static byte[] PingFrame(Ipv4Address? source = null) =>
        Packets.Ipv4(Network.OwnMac, Network.RouterMac, source ?? Network.Router, Network.Own, InternetProtocol.Icmp, Ping);

    [Test]
    public void An_echo_request_is_answered_with_its_very_data()
    {
        var network = new Network();
        network.Receive(PingFrame());
        byte[] reply = network.LastSent();
        Assert.That(Trace.Describe(reply), Is.EqualTo(EchoReply));
        Assert.That(reply[^4..], Is.EqualTo(new byte[] { 1, 2, 3, 4 }));
    }

    [Test]
    public void An_echo_request_in_parts_is_answered_in_parts()
    {
        var network = new Network();
        byte[] ping = Packets.Echo(IcmpType.EchoRequest, 7, 1, Packets.Pattern(4000));
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, ping.AsSpan(0, 1480), 9, 0, true);
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, ping.AsSpan(2960), 9, 2960);
        Assert.That(network.Sent(), Is.Empty);
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, ping.AsSpan(1480, 1480), 9, 1480, true);
        Assert.That(network.Sent(), Is.EqualTo([
            "1 10.0.2.15 > 10.0.2.2 fragment 0+1480+",
            "1 10.0.2.15 > 10.0.2.2 fragment 1480+1480+",
            "1 10.0.2.15 > 10.0.2.2 fragment 2960+1048",
        ]));
        Assert.That(network.Stack.ReassemblyCount, Is.Zero);
    }

    [Test]
    public void Options_are_passed_over_and_padding_is_cut_off()
    {
        var network = new Network();
        byte[] frame = [.. PingFrame()[..34], 1, 1, 1, 0, .. Ping, 9, 9, 9, 9, 9, 9];
        frame[14] = 0x46;
        frame[17] = (byte)(24 + Ping.Length);
        frame[24] = frame[25] = 0;
        BigEndian.WriteUInt16(frame.AsSpan(24), InternetChecksum.Compute(frame.AsSpan(14, 24)));
        network.Receive(frame);
        Assert.That(network.Sent(), Is.EqualTo([EchoReply]));
    }

    [TestCase(14, 0x65, TestName = "Version 6")]
    [TestCase(14, 0x44, TestName = "A header of 16 bytes")]
    [TestCase(14, 0x4F, TestName = "A header longer than the packet")]
    [TestCase(17, 0x13, TestName = "A packet shorter than its header")]
    [TestCase(16, 0x01, TestName = "A packet longer than what came")]
    public void A_malformed_header_is_dropped(int at, int value)
    {
        var network = new Network();
        byte[] frame = PingFrame();
        frame[at] = (byte)value;
        frame[24] = frame[25] = 0;
        BigEndian.WriteUInt16(frame.AsSpan(24), InternetChecksum.Compute(frame.AsSpan(14, Math.Min((frame[14] & 0xF) * 4, frame.Length - 14))));
        network.Receive(frame);
        Assert.That(network.Sent(), Is.Empty);
        Assert.That(network.Stack.Statistics.PacketsMalformed, Is.EqualTo(1));
    }

    [Test]
    public void Every_damaged_bit_of_a_header_or_message_is_noticed()
    {
        var network = new Network();
        for (int bit = 14 * 8; bit < PingFrame().Length * 8; bit++)
        {
            byte[] frame = PingFrame();
            frame[bit / 8] ^= (byte)(1 << (bit % 8));
            network.Receive(frame);
            Assert.That(network.Sent(), Is.Empty, $"bit {bit}");
        }
    }

    [TestCase(0x00000000u, TestName = "From nobody")]
    [TestCase(0x7F000001u, TestName = "From a loopback address")]
    [TestCase(0xE0000001u, TestName = "From a group")]
    [TestCase(0xF0000001u, TestName = "From a reserved address")]
    [TestCase(0xFFFFFFFFu, TestName = "From everybody")]
    [TestCase(0x0A0002FFu, TestName = "From everybody of the subnet")]
    [TestCase(0x0A00020Fu, TestName = "From this host")]
    public void A_source_that_cannot_be_is_dropped(uint source)
    {
        var network = new Network();
        network.Receive(PingFrame(new Ipv4Address(source)));
        Assert.That(network.Sent(), Is.Empty);
        Assert.That(network.Stack.Statistics.PacketsFromInvalidSource, Is.EqualTo(1));
    }

    [Test]
    public void What_is_for_others_is_not_taken()
    {
        var network = new Network();
        network.Receive(Network.Router, Network.Stranger, InternetProtocol.Icmp, Ping);
        network.Receive(Network.Router, new Ipv4Address(0x7F000001), InternetProtocol.Icmp, Ping);
        network.Receive(Packets.Ipv4(Network.StrangerMac, Network.RouterMac, Network.Router, Network.Own, InternetProtocol.Icmp, Ping));
        network.Receive(Packets.Ipv4(MacAddress.Broadcast, Network.RouterMac, Network.Router, Network.Own, InternetProtocol.Icmp, Ping));
        Assert.That(network.Sent(), Is.Empty);
        Assert.That(network.Stack.Statistics.PacketsForOthers, Is.EqualTo(3));
        Assert.That(network.Stack.Statistics.FramesForOthers, Is.EqualTo(1));
    }

    [Test]
    public void A_broadcast_is_neither_echoed_nor_called_unreachable()
    {
        var network = new Network();
        network.Receive(Network.Router, Network.SubnetBroadcast, InternetProtocol.Icmp, Ping);
        network.Receive(Network.Router, Ipv4Address.Broadcast, (InternetProtocol)99, new byte[16]);
        network.ReceiveUdp(new(Network.Router, 1), new(Network.SubnetBroadcast, 9), [1]);
        Assert.That(network.Sent(), Is.Empty);
    }

    [Test]
    public void A_port_or_protocol_that_nobody_has_is_said_to_be_unreachable()
    {
        var network = new Network();
        network.ReceiveUdp(new(Network.Router, 1), new(Network.Own, 9), [1, 2]);
        network.Receive(Network.Router, Network.Own, (InternetProtocol)99, new byte[16]);
        Assert.That(network.Sent(), Is.EqualTo([
            "1 10.0.2.15 > 10.0.2.2 icmp DestinationUnreachable 3 quoting 30",
            "1 10.0.2.15 > 10.0.2.2 icmp DestinationUnreachable 2 quoting 36",
        ]));
    }

    [Test]
    public void Errors_are_not_answered_with_errors_and_are_limited()
    {
        var network = new Network();
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, Packets.Unreachable(UnreachableCode.Port, new byte[28]));
        Assert.That(network.Sent(), Is.Empty);
        for (int i = 0; i < 100; i++)
            network.ReceiveUdp(new(Network.Router, 1), new(Network.Own, 9), [1]);
        Assert.That(network.Sent(), Has.Length.EqualTo(10));
        Assert.That(network.Stack.Statistics.IcmpErrorsLimited, Is.EqualTo(90));
        network.AdvanceSeconds(0.1);
        network.ReceiveUdp(new(Network.Router, 1), new(Network.Own, 9), [1]);
        Assert.That(network.Sent(), Has.Length.EqualTo(1));
    }

    [Test]
    public void Packets_go_to_neighbours_and_through_the_router_to_all_others()
    {
        var network = new Network();
        network.Stack.Udp.TryOpen(5000, out UdpSocket? socket, out _);
        Assert.That(socket!.TrySend(new(Network.Far, 53), [1], out _));
        byte[] frame = network.LastSent();
        Assert.That(Trace.Describe(frame), Is.EqualTo("1 10.0.2.15 > 8.8.8.8 udp 5000 > 53 length 1"));
        Assert.That(MacAddress.Read(frame), Is.EqualTo(Network.RouterMac));
        Assert.That(frame[22], Is.EqualTo(64), "time to live");

        socket.TrySend(new(Network.Stranger, 53), [1], out _);
        network.Stack.Poll(network.Now);
        Assert.That(network.Sent(), Is.EqualTo(["* arp who-has 10.0.2.99 tell 10.0.2.15"]), "what is sent waits for the neighbour");
        network.Receive(Packets.Arp(ArpOperation.Reply, Network.StrangerMac, Network.Stranger, Network.Own, Network.OwnMac));
        Assert.That(network.Sent(), Is.EqualTo(["1 10.0.2.15 > 10.0.2.99 udp 5000 > 53 length 1"]));

        socket.TrySend(new(Network.SubnetBroadcast, 9), [1], out _);
        Assert.That(network.Sent(), Is.EqualTo(["* 10.0.2.15 > 10.0.2.255 udp 5000 > 9 length 1"]));
    }

    [Test]
    public void Nothing_is_sent_without_an_address_or_a_way()
    {
        var network = new Network(isConfigured: false);
        network.Stack.Udp.TryOpen(5000, out UdpSocket? socket, out _);
        Assert.That(socket!.TrySend(new(Network.Far, 53), [1], out SocketError error), Is.False);
        Assert.That(error, Is.EqualTo(SocketError.NetworkUnreachable));
        network.Stack.Configure(new Ipv4Configuration(Network.Own, 24, default), [], network.Now);
        Assert.That(socket.TrySend(new(Network.Far, 53), [1], out error), Is.False);
        Assert.That(network.Sent(), Is.Empty);
    }

    [Test]
    public void What_a_full_link_refuses_goes_out_when_it_has_room()
    {
        var network = new Network();
        network.Link.HasRoom = false;
        network.Receive(PingFrame());
        Assert.That(network.Stack.NextPoll, Is.EqualTo(network.Now.After(TimeSpan.FromMilliseconds(1))));
        network.Link.HasRoom = true;
        network.AdvanceSeconds(0.001);
        Assert.That(network.Sent(), Is.EqualTo([EchoReply]));
    }

    [Test]
    public void Packets_to_oneself_stay_within()
    {
        var network = new Network();
        foreach (Ipv4Address address in new[] { Network.Own, Ipv4Address.Loopback, new Ipv4Address(0x7F010203) })
        {
            network.Stack.Echo.TryOpen(out EchoSocket? socket, out _);
            Assert.That(socket!.TrySend(address, 100, out ushort number, out _));
            network.AdvanceSeconds(0);
            Assert.That(socket.TryReceive(out EchoResult result), $"{address}");
            Assert.That(result, Is.EqualTo(new EchoResult(address, number, 100, TimeSpan.Zero, SocketError.Success)));
        }

        Assert.That(network.Sent(), Is.Empty);
    }

    [Test]
    public void Packets_to_oneself_are_bounded()
    {
        var network = new Network();
        int begun = Enumerable.Range(0, 1000).Count(_ => Begin());
        Assert.That(begun, Is.EqualTo(LoopbackQueue.Capacity));
        network.AdvanceSeconds(0);
        Assert.That(network.Stack.Statistics.PacketsUnknown, Is.EqualTo(begun));

        bool Begin()
        {
            bool canBegin = network.Stack.Output.TryBegin(Ipv4Address.Loopback, (InternetProtocol)99, 4, out _);
            if (canBegin)
                network.Stack.Output.Send(4);
            return canBegin;
        }
    }
}
