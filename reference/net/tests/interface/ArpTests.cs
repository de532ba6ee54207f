using System;
using Euralios.Net.Interface;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Interface;

/// <summary>RFC 826, RFC 1122 section 2.3.2, RFC 5227.</summary>
public sealed class ArpTests
{
    private static readonly InternetProtocol Any = (InternetProtocol)99;

    [Test]
    public void A_question_for_the_own_address_is_answered_and_remembered()
    {
        var network = new Network();
        network.Receive(Packets.Arp(ArpOperation.Request, Network.StrangerMac, Network.Stranger, Network.Own));
        Assert.That(network.Sent(), Is.EqualTo(["1 arp 10.0.2.15 is-at 52:54:00:12:34:56"]));
        Assert.That(network.Stack.Output.TryBegin(Network.Stranger, Any, 8, out _));
    }

    [Test]
    public void A_question_for_another_address_is_neither_answered_nor_remembered()
    {
        var network = new Network();
        network.Receive(Packets.Arp(ArpOperation.Request, Network.StrangerMac, Network.Stranger, Network.Router));
        Assert.That(network.Sent(), Is.Empty);
        Assert.That(network.Stack.Neighbors.Count, Is.EqualTo(1));
    }

    [Test]
    public void An_answer_nobody_asked_for_is_not_remembered()
    {
        var network = new Network();
        network.Receive(Packets.Arp(ArpOperation.Reply, Network.StrangerMac, Network.Stranger, Network.Own, Network.OwnMac));
        Assert.That(network.Stack.Neighbors.Count, Is.EqualTo(1));
        Assert.That(network.Stack.Statistics.ArpIgnored, Is.EqualTo(1));
    }

    [Test]
    public void An_address_is_asked_for_once_a_second_while_somebody_wants_to_send()
    {
        var network = new Network();
        for (int tenth = 0; tenth < 35; tenth++)
        {
            Assert.That(network.Stack.Output.TryBegin(Network.Stranger, Any, 8, out _), Is.False);
            network.AdvanceSeconds(0.1);
        }

        Assert.That(network.Sent(), Has.Length.EqualTo(4).And.All.EqualTo("* arp who-has 10.0.2.99 tell 10.0.2.15"));
        network.AdvanceSeconds(1);
        network.Sent();
        network.AdvanceSeconds(60);
        Assert.That(network.Sent(), Is.Empty, "nobody wants to send any more");
    }

    [Test]
    public void All_addresses_together_are_asked_for_at_a_bounded_rate_and_the_table_stays_bounded()
    {
        var network = new Network();
        for (uint host = 20; host < 250; host++)
            network.Stack.Output.TryBegin(new Ipv4Address(0x0A000200 + host), Any, 8, out _);
        network.Stack.Poll(network.Now);
        Assert.That(network.Link.SentCount, Is.LessThanOrEqualTo(NeighborTable.RequestsPerSecond));
        Assert.That(network.Stack.Neighbors.Count, Is.LessThanOrEqualTo(NeighborTable.Capacity));
        Assert.That(network.Stack.Output.TryBegin(Network.Router, Any, 8, out _), "a neighbour that is known stays known");
    }

    [Test]
    public void An_entry_ends_after_a_minute_and_one_that_is_used_is_asked_for_before()
    {
        var network = new Network();
        network.AdvanceSeconds(56);
        Assert.That(network.Stack.Output.TryBegin(Network.Router, Any, 8, out _));
        network.Stack.Poll(network.Now);
        Assert.That(network.Sent(), Is.EqualTo(["1 arp who-has 10.0.2.2 tell 10.0.2.15"]), "the station itself is asked");
        network.AdvanceSeconds(5);
        Assert.That(network.Stack.Output.TryBegin(Network.Router, Any, 8, out _), Is.False);
    }

    [Test]
    public void A_station_that_has_changed_is_believed_if_it_was_known()
    {
        var network = new Network();
        network.Receive(Packets.Arp(ArpOperation.Request, Network.StrangerMac, Network.Router, Network.Router));
        Assert.That(network.Stack.Udp.TryOpen(0, out var socket, out _));
        socket!.TrySend(new Ipv4Endpoint(Network.Router, 9), [1], out _);
        Assert.That(MacAddress.Read(network.LastSent()), Is.EqualTo(Network.StrangerMac));
    }

    [TestCase(0xFFFFFFFFu, TestName = "Nobody has the broadcast address")]
    [TestCase(0x0A0002FFu, TestName = "Nobody has the subnet's broadcast address")]
    [TestCase(0xE0000001u, TestName = "Nobody has a group's address")]
    [TestCase(0x7F000001u, TestName = "Nobody has the loopback address")]
    [TestCase(0x08080808u, TestName = "Nobody on the link has an address that is elsewhere")]
    public void What_no_neighbour_can_have_is_not_remembered(uint address)
    {
        var network = new Network();
        network.Receive(Packets.Arp(ArpOperation.Request, Network.StrangerMac, new Ipv4Address(address), Network.Own));
        Assert.That(network.Stack.Neighbors.Count, Is.EqualTo(1));
    }

    [Test]
    public void A_conflict_is_answered_once_in_ten_seconds_and_takes_nothing_away()
    {
        var network = new Network();
        byte[] claim = Packets.Arp(ArpOperation.Reply, Network.StrangerMac, Network.Own, Network.Own);
        for (int i = 0; i < 5; i++)
            network.Receive(claim);
        Assert.That(network.Sent(), Is.EqualTo(["* arp who-has 10.0.2.15 tell 10.0.2.15"]));
        Assert.That(network.Stack.Statistics.AddressConflicts, Is.EqualTo(5));
        network.AdvanceSeconds(10);
        network.Receive(claim);
        Assert.That(network.Sent(), Has.Length.EqualTo(1));
        Assert.That(network.Stack.Configuration.Address, Is.EqualTo(Network.Own));
    }

    [Test]
    public void A_probe_of_the_own_address_is_answered()
    {
        var network = new Network();
        network.Receive(Packets.Arp(ArpOperation.Request, Network.StrangerMac, Ipv4Address.Unspecified, Network.Own));
        Assert.That(network.Sent(), Is.EqualTo(["1 arp 10.0.2.15 is-at 52:54:00:12:34:56"]));
        Assert.That(network.Stack.Neighbors.Count, Is.EqualTo(1));
    }

    [Test]
    public void A_new_address_is_announced_twice()
    {
        var network = new Network(isConfigured: false);
        network.Stack.Configure(new Ipv4Configuration(Network.Own, 24, Network.Router), [], network.Now);
        network.AdvanceSeconds(60);
        Assert.That(network.Sent(), Has.Length.EqualTo(2).And.All.EqualTo("* arp who-has 10.0.2.15 tell 10.0.2.15"));
    }
}
