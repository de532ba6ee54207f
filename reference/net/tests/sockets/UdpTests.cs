using System;
using System.Collections.Generic;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Sockets;

/// <summary>RFC 768, RFC 1122 section 4.1, RFC 6056; and echo sockets.</summary>
public sealed class UdpTests
{
    private static readonly Ipv4Endpoint Peer = new(Network.Router, 99);
    private static readonly Ipv4Endpoint Here = new(Network.Own, 7);

    private Network network = new();
    private UdpSocket socket = null!;

    [SetUp]
    public void Begin()
    {
        network = new Network();
        network.Stack.Udp.TryOpen(Here.Port, out UdpSocket? opened, out _);
        socket = opened!;
    }

    [Test]
    public void What_comes_to_a_port_is_received_with_its_source()
    {
        network.ReceiveUdp(Peer, Here, [1, 2, 3]);
        network.ReceiveUdp(Peer, new(Network.SubnetBroadcast, Here.Port), []);
        Assert.That(socket.TryReceive(out Ipv4Endpoint source, out byte[] payload));
        Assert.That(source, Is.EqualTo(Peer));
        Assert.That(payload, Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(socket.TryReceive(out _, out payload) && payload.Length == 0);
        Assert.That(socket.TryReceive(out _, out _), Is.False);
    }

    [Test]
    public void A_datagram_without_check_sum_is_taken_and_one_with_a_wrong_one_is_not()
    {
        byte[] datagram = Packets.Udp(Peer, Here, [1, 2, 3]);
        datagram[7] ^= 1;
        network.Receive(Peer.Address, Here.Address, InternetProtocol.Udp, datagram);
        Assert.That(socket.Available, Is.Zero);
        datagram[6] = datagram[7] = 0;
        network.Receive(Peer.Address, Here.Address, InternetProtocol.Udp, datagram);
        Assert.That(socket.Available, Is.EqualTo(1));
        Assert.That(network.Sent(), Is.Empty);
    }

    [TestCase(7, TestName = "A length less than the header's")]
    [TestCase(12, TestName = "A length beyond the packet")]
    public void A_wrong_length_is_dropped(int length)
    {
        byte[] datagram = Packets.Udp(Peer, Here, [1, 2, 3]);
        datagram[5] = (byte)length;
        datagram[6] = datagram[7] = 0;
        network.Receive(Peer.Address, Here.Address, InternetProtocol.Udp, datagram);
        Assert.That(socket.Available, Is.Zero);
        Assert.That(network.Stack.Statistics.DatagramsMalformed, Is.EqualTo(1));
    }

    [Test]
    public void The_queue_is_bounded_in_datagrams_and_in_bytes()
    {
        for (int i = 0; i < 100; i++)
            network.ReceiveUdp(Peer, Here, [1]);
        Assert.That(socket.Available, Is.EqualTo(UdpSocket.MaximumQueued));
        Assert.That(network.Stack.Statistics.DatagramsDropped, Is.EqualTo(100 - UdpSocket.MaximumQueued));
    }

    [Test]
    public void A_port_is_opened_once_and_free_again_when_it_is_closed()
    {
        Assert.That(network.Stack.Udp.TryOpen(Here.Port, out _, out SocketError error), Is.False);
        Assert.That(error, Is.EqualTo(SocketError.AddressAlreadyInUse));
        socket.Close();
        Assert.That(network.Stack.Udp.TryOpen(Here.Port, out _, out _));
        Assert.That(socket.TrySend(Peer, [1], out error), Is.False);
        Assert.That(error, Is.EqualTo(SocketError.NotConnected));
    }

    [Test]
    public void Ports_that_nobody_chose_are_scattered_and_sockets_bounded()
    {
        var ports = new HashSet<ushort>();
        while (network.Stack.Udp.TryOpen(0, out UdpSocket? opened, out _))
            ports.Add(opened!.Port);
        Assert.That(ports, Has.Count.EqualTo(UdpLayer.Capacity - 1).And.All.GreaterThanOrEqualTo(UdpLayer.FirstEphemeralPort));
        int neighbours = 0;
        foreach (ushort port in ports)
            neighbours += ports.Contains((ushort)(port + 1)) ? 1 : 0;
        Assert.That(neighbours, Is.LessThan(5));
    }

    [Test]
    public void A_socket_that_is_connected_hears_nobody_else()
    {
        socket.Connect(Peer);
        network.ReceiveUdp(new(Network.Stranger, Peer.Port), Here, [1]);
        network.ReceiveUdp(new(Peer.Address, 1), Here, [1]);
        Assert.That(socket.Available, Is.Zero);
        network.ReceiveUdp(Peer, Here, [1]);
        Assert.That(socket.Available, Is.EqualTo(1));
    }

    [TestCase(UnreachableCode.Port, SocketError.ConnectionRefused)]
    [TestCase(UnreachableCode.Host, SocketError.HostUnreachable)]
    [TestCase(UnreachableCode.Network, SocketError.NetworkUnreachable)]
    public void An_error_about_a_datagram_reaches_its_socket(UnreachableCode code, SocketError expected)
    {
        socket.TrySend(Peer, [1, 2], out _);
        byte[] sent = network.LastSent();
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, Packets.Unreachable(code, sent.AsSpan(14)));
        Assert.That(socket.TryTakeError(out Ipv4Endpoint about, out SocketError error));
        Assert.That((about, error), Is.EqualTo((Peer, expected)));
        Assert.That(socket.TryTakeError(out _, out _), Is.False);
    }

    [Test]
    public void An_error_about_what_was_not_sent_from_here_is_ignored()
    {
        byte[] foreign = Packets.Ipv4(default, default, Network.Stranger, Peer.Address, InternetProtocol.Udp, Packets.Udp(Here, Peer, [1]));
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, Packets.Unreachable(UnreachableCode.Port, foreign.AsSpan(14)));
        Assert.That(socket.TryTakeError(out _, out _), Is.False);
        Assert.That(network.Stack.Statistics.IcmpIgnored, Is.EqualTo(1));
    }

    [Test]
    public void A_neighbour_that_does_not_answer_is_unreachable_after_three_seconds()
    {
        Assert.That(socket.TrySend(new(Network.Stranger, 9), [1], out _));
        network.AdvanceSeconds(2.9);
        Assert.That(socket.TryTakeError(out _, out _), Is.False);
        network.AdvanceSeconds(0.2);
        Assert.That(socket.TryTakeError(out Ipv4Endpoint about, out SocketError error));
        Assert.That((about, error), Is.EqualTo((new Ipv4Endpoint(Network.Stranger, 9), SocketError.HostUnreachable)));
        Assert.That(network.Stack.WaitingCount, Is.Zero);
    }

    [Test]
    public void What_waits_for_neighbours_is_bounded()
    {
        int kept = 0;
        while (socket.TrySend(new(Network.Stranger, 9), [1], out _))
            kept++;
        Assert.That(kept, Is.EqualTo(16));
    }

    [Test]
    public void A_long_datagram_goes_in_parts_and_one_that_is_too_long_not_at_all()
    {
        Assert.That(socket.TrySend(Peer, new byte[3000], out _));
        Assert.That(network.Sent(), Is.EqualTo([
            "1 10.0.2.15 > 10.0.2.2 fragment 0+1480+", "1 10.0.2.15 > 10.0.2.2 fragment 1480+1480+", "1 10.0.2.15 > 10.0.2.2 fragment 2960+48"]));
        Assert.That(socket.TrySend(Peer, new byte[16_377], out SocketError error), Is.False);
        Assert.That(error, Is.EqualTo(SocketError.MessageSize));
    }

    [Test]
    public void An_echo_counts_once_from_whom_was_asked_and_with_the_very_data()
    {
        network.Stack.Echo.TryOpen(out EchoSocket? echo, out _);
        echo!.TrySend(Network.Router, 56, out ushort number, out _);
        Assert.That(network.Sent(), Is.EqualTo([$"1 10.0.2.15 > 10.0.2.2 icmp EchoRequest id {echo.Identifier} seq 1 length 56"]));
        network.AdvanceSeconds(0.025);
        byte[] data = new byte[56];
        for (int i = 0; i < 56; i++)
            data[i] = (byte)i;
        byte[] right = Reply(data);
        network.Receive(Network.Stranger, Network.Own, InternetProtocol.Icmp, right);
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, Reply(data[1..]));
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, Reply(data[..55]));
        Assert.That(echo.TryReceive(out _), Is.False);
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, right);
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, right);
        Assert.That(echo.TryReceive(out EchoResult result));
        Assert.That(result, Is.EqualTo(new EchoResult(Network.Router, 1, 56, TimeSpan.FromMilliseconds(25), SocketError.Success)));
        Assert.That(echo.TryReceive(out _), Is.False);

        byte[] Reply(byte[] what) => Packets.Echo(IcmpType.EchoReply, echo.Identifier, number, what);
    }
}
