using System;
using Euralios.Net.Interface;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Interface;

/// <summary>RFC 791 section 3.2, RFC 815, RFC 1122 section 3.3.2, RFC 5722.</summary>
public sealed class ReassemblyTests
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

    private void Part(ReadOnlySpan<byte> whole, int from, int to, ushort id = 1) =>
        network.Receive(Peer.Address, Here.Address, InternetProtocol.Udp, whole[from..to], id, from, to < whole.Length);

    private bool HasCome(byte[] whole) =>
        socket.TryReceive(out Ipv4Endpoint source, out byte[] payload) && source == Peer && payload.AsSpan().SequenceEqual(whole.AsSpan(8));

    [Test]
    public void Parts_may_come_in_any_order_and_twice()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(5000));
        int[] cuts = [0, 8, 1480, 2960, 4440, whole.Length];
        var random = new Random(815);
        for (ushort id = 1; id <= 200; id++)
        {
            int[] order = [0, 1, 2, 3, 4, random.Next(5)];
            random.Shuffle(order);
            foreach (int part in order)
                Part(whole, cuts[part], cuts[part + 1], id);
            Assert.That(HasCome(whole), $"order {string.Join(' ', order)}");
        }
    }

    [Test]
    public void The_longest_packet_is_taken_and_a_longer_one_is_not()
    {
        byte[] longest = Packets.Udp(Peer, Here, Packets.Pattern(Reassembly.MaximumPayload - 8));
        for (int at = 0; at < longest.Length; at += 1024)
            Part(longest, at, at + 1024);
        Assert.That(HasCome(longest));

        network.Receive(Peer.Address, Here.Address, InternetProtocol.Udp, new byte[16], 2, 65_520, false);
        network.Receive(Peer.Address, Here.Address, InternetProtocol.Udp, new byte[16], 2, Reassembly.MaximumPayload - 8, false);
        Assert.That(network.Stack.Statistics.FragmentsMalformed, Is.EqualTo(2));
        Assert.That(network.Stack.ReassemblyCount, Is.EqualTo(0).Or.EqualTo(1));
    }

    [Test]
    public void Parts_that_overlap_make_the_whole_void()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(2000));
        Part(whole, 0, 800);
        Part(whole, 792, 1600);
        Part(whole, 800, 1600);
        Part(whole, 1600, whole.Length);
        Assert.That(HasCome(whole), Is.False);
        Assert.That(network.Stack.Statistics.FragmentsOverlapping, Is.EqualTo(1));
    }

    [Test]
    public void The_same_place_with_other_bytes_makes_the_whole_void()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(2000));
        byte[] other = Packets.Pattern(whole.Length, 1);
        Part(whole, 0, 800);
        Part(other, 0, 800);
        Part(whole, 800, whole.Length);
        Assert.That(HasCome(whole), Is.False);
    }

    [Test]
    public void Two_ends_make_the_whole_void()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(2000));
        Part(whole, 1600, whole.Length);
        Part(whole.AsSpan(0, 1608), 1600, 1608);
        Part(whole, 0, 1600);
        Assert.That(HasCome(whole), Is.False);
    }

    [Test]
    public void A_part_that_is_not_the_last_and_no_multiple_of_eight_is_dropped()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(100));
        Part(whole, 0, 13);
        Assert.That(network.Stack.Statistics.FragmentsMalformed, Is.EqualTo(1));
        Assert.That(network.Stack.ReassemblyCount, Is.Zero);
    }

    [Test]
    public void After_thirty_seconds_the_sender_is_told_if_the_beginning_came()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(2000));
        Part(whole, 0, 800, 1);
        Part(whole, 800, 1600, 2);
        network.AdvanceSeconds(29);
        Assert.That(network.Stack.ReassemblyCount, Is.EqualTo(2));
        network.AdvanceSeconds(1.5);
        Assert.That(network.Stack.ReassemblyCount, Is.Zero);
        Assert.That(network.Sent(), Is.EqualTo(["1 10.0.2.15 > 10.0.2.2 icmp TimeExceeded 1 quoting 548"]));
        Part(whole, 1600, whole.Length, 1);
        Assert.That(HasCome(whole), Is.False);
    }

    [Test]
    public void Beginnings_without_end_take_bounded_room_and_do_not_keep_others_out()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(2000));
        for (ushort id = 10; id < 1000; id++)
            Part(whole, 0, 800, id);
        Assert.That(network.Stack.ReassemblyCount, Is.EqualTo(Reassembly.Capacity));
        Part(whole, 0, 800, 5);
        Part(whole, 800, whole.Length, 5);
        Assert.That(HasCome(whole));
    }

    [Test]
    public void Packets_of_several_senders_are_not_mixed()
    {
        byte[] whole = Packets.Udp(Peer, Here, Packets.Pattern(2000));
        Part(whole, 0, 800);
        network.Receive(Network.Stranger, Here.Address, InternetProtocol.Udp, whole.AsSpan(800), 1, 800, false);
        Assert.That(HasCome(whole), Is.False);
        Part(whole, 800, whole.Length);
        Assert.That(HasCome(whole));
    }
}
