using System;
using Euralios.Net.Interface;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Sockets;

/// <summary>RFC 2131 sections 3 and 4.4, RFC 2132, RFC 5227.</summary>
public sealed class DhcpTests
{
    private static readonly Ipv4Address OtherServer = new(0x0A000203);

    private Network network = new(isConfigured: false);

    private DhcpClient Client => network.Stack.Dhcp;

    [SetUp]
    public void Begin()
    {
        network = new Network(isConfigured: false);
        Assert.That(Client.TryStart(network.Now, out _));
        network.Stack.Poll(network.Now);
    }

    /// <summary>The last message that the client has said, if it said one.</summary>
    private DhcpMessage Said(string expected)
    {
        byte[] frame = network.LastSent();
        Assert.That(frame, Is.Not.Empty, "nothing was said");
        Assert.That(Trace.Describe(frame), Does.StartWith(expected + " udp 68 > 67 "));
        Assert.That(DhcpMessage.TryParse(frame.AsSpan(42), out DhcpMessage message));
        Assert.That(message.ClientMac, Is.EqualTo(Network.OwnMac));
        Assert.That(message.IsReply, Is.False);
        return message;
    }

    private void Answer(DhcpMessage message, Ipv4Address? destination = null)
    {
        byte[] bytes = new byte[DhcpMessage.MaximumWritten];
        int length = message.Write(bytes);
        network.ReceiveUdp(new(message.ServerIdentifier, 67), new(destination ?? Ipv4Address.Broadcast, 68), bytes.AsSpan(0, length));
    }

    private static DhcpMessage Reply(DhcpMessage to, DhcpMessageType type) => new()
    {
        Type = type,
        IsReply = true,
        TransactionId = to.TransactionId,
        ClientMac = Network.OwnMac,
        YourAddress = Network.Own,
        ServerIdentifier = Network.Router,
        SubnetMask = 0xFFFFFF00,
        Router = Network.Router,
        DnsServers = [new(0x0A000203)],
        LeaseSeconds = 3600,
    };

    private void Bind(uint lease = 3600)
    {
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.Offer));
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.Acknowledge) with { LeaseSeconds = lease });
        network.AdvanceSeconds(1);
        Assert.That(Client.State, Is.EqualTo(DhcpState.Bound));

        // The announcements are over, and the router asks for us.
        network.AdvanceSeconds(3);
        network.Receive(Packets.Arp(ArpOperation.Request, Network.RouterMac, Network.Router, Network.Own));
        network.Sent();
    }

    [Test]
    public void Discover_offer_request_acknowledge_probe_bound()
    {
        DhcpMessage discover = Said("* 0.0.0.0 > 255.255.255.255");
        Assert.That(discover.Type, Is.EqualTo(DhcpMessageType.Discover));
        Answer(Reply(discover, DhcpMessageType.Offer));
        DhcpMessage request = Said("* 0.0.0.0 > 255.255.255.255");
        Assert.That(
            (request.Type, request.RequestedAddress, request.ServerIdentifier, request.ClientAddress, request.TransactionId),
            Is.EqualTo((DhcpMessageType.Request, Network.Own, Network.Router, Ipv4Address.Unspecified, discover.TransactionId)));
        Answer(Reply(request, DhcpMessageType.Acknowledge));
        Assert.That(Client.State, Is.EqualTo(DhcpState.Checking));
        Assert.That(network.Stack.Configuration.HasAddress, Is.False);
        network.AdvanceSeconds(1);
        string[] sent = network.Sent();
        Assert.That(sent[..3], Has.All.EqualTo("* arp who-has 10.0.2.15 tell 0.0.0.0"));
        Assert.That(sent[3..], Is.EqualTo(["* arp who-has 10.0.2.15 tell 10.0.2.15"]));
        Assert.That(Client.State, Is.EqualTo(DhcpState.Bound));
        Assert.That(network.Stack.Configuration, Is.EqualTo(new Ipv4Configuration(Network.Own, 24, Network.Router)));
        Assert.That(network.Stack.Dns.Servers, Is.EqualTo([new Ipv4Address(0x0A000203)]));
    }

    [Test]
    public void Answers_to_the_address_that_is_offered_are_heard_too()
    {
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.Offer), Network.Own);
        Assert.That(Client.State, Is.EqualTo(DhcpState.Requesting));
    }

    [Test]
    public void Without_an_offer_it_asks_after_4_8_16_32_64_64_seconds_give_or_take_one()
    {
        Said("* 0.0.0.0 > 255.255.255.255");
        foreach (int wait in new[] { 4, 8, 16, 32, 64, 64, 64 })
        {
            Instant before = network.Now;
            network.Advance(Client.NextPoll.Since(before));
            Assert.That(network.Now.Since(before).TotalSeconds, Is.EqualTo(wait).Within(1.001));
            Assert.That(Said("* 0.0.0.0 > 255.255.255.255").Type, Is.EqualTo(DhcpMessageType.Discover));
        }
    }

    [Test]
    public void A_server_that_says_no_more_is_given_up()
    {
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.Offer));
        uint transaction = Said("* 0.0.0.0 > 255.255.255.255").TransactionId;
        network.AdvanceSeconds(4 + 8 + 16 + 32 + 4);
        DhcpMessage again = Said("* 0.0.0.0 > 255.255.255.255");
        Assert.That(again.Type, Is.EqualTo(DhcpMessageType.Discover));
        Assert.That(again.TransactionId, Is.Not.EqualTo(transaction));
    }

    [Test]
    public void Answers_of_others_and_senseless_ones_do_not_count()
    {
        DhcpMessage discover = Said("* 0.0.0.0 > 255.255.255.255");
        DhcpMessage offer = Reply(discover, DhcpMessageType.Offer);
        Answer(offer with { TransactionId = offer.TransactionId + 1 });
        Answer(offer with { ClientMac = Network.StrangerMac });
        Answer(offer with { IsReply = false });
        Answer(offer with { YourAddress = Ipv4Address.Broadcast });
        Answer(offer with { Type = DhcpMessageType.Acknowledge });
        network.ReceiveUdp(new(Network.Router, 67), new(Ipv4Address.Broadcast, 68), new byte[300]);
        Assert.That(Client.State, Is.EqualTo(DhcpState.Selecting));

        Answer(offer);
        DhcpMessage acknowledge = Reply(discover, DhcpMessageType.Acknowledge);
        Answer(acknowledge with { ServerIdentifier = OtherServer });
        Answer(acknowledge with { YourAddress = Network.Stranger });
        Answer(acknowledge with { LeaseSeconds = null });
        Answer(acknowledge with { LeaseSeconds = 0 });
        Answer(acknowledge with { Type = DhcpMessageType.NegativeAcknowledge, ServerIdentifier = OtherServer });
        Assert.That(Client.State, Is.EqualTo(DhcpState.Requesting));
    }

    [Test]
    public void A_refusal_begins_again()
    {
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.Offer));
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.NegativeAcknowledge));
        Assert.That(Client.State, Is.EqualTo(DhcpState.Init));
        network.AdvanceSeconds(1);
        Assert.That(Said("* 0.0.0.0 > 255.255.255.255").Type, Is.EqualTo(DhcpMessageType.Discover));
    }

    [Test]
    public void An_address_that_somebody_has_is_declined()
    {
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.Offer));
        Answer(Reply(Said("* 0.0.0.0 > 255.255.255.255"), DhcpMessageType.Acknowledge));
        network.AdvanceSeconds(0.3);
        network.Sent();
        network.Receive(Packets.Arp(ArpOperation.Reply, Network.StrangerMac, Network.Own, Ipv4Address.Unspecified));
        DhcpMessage decline = Said("* 0.0.0.0 > 255.255.255.255");
        Assert.That(
            (decline.Type, decline.RequestedAddress, decline.ServerIdentifier),
            Is.EqualTo((DhcpMessageType.Decline, Network.Own, Network.Router)));
        network.AdvanceSeconds(9.9);
        Assert.That(network.Sent(), Is.Empty);
        network.AdvanceSeconds(0.2);
        Assert.That(Said("* 0.0.0.0 > 255.255.255.255").Type, Is.EqualTo(DhcpMessageType.Discover));
        Assert.That(network.Stack.Configuration.HasAddress, Is.False);
    }

    [Test]
    public void After_half_the_time_the_server_is_asked_for_more()
    {
        Bind();
        DhcpLease first = Client.Lease!;
        Assert.That(first.Renewal.Since(first.Begin), Is.EqualTo(TimeSpan.FromSeconds(1800)));
        Assert.That(first.Rebinding.Since(first.Begin), Is.EqualTo(TimeSpan.FromSeconds(3150)));
        network.Advance(first.Renewal.Since(network.Now));
        network.Receive(Packets.Arp(ArpOperation.Request, Network.RouterMac, Network.Router, Network.Own));
        network.Sent();
        network.AdvanceSeconds(675);
        network.Receive(Packets.Arp(ArpOperation.Reply, Network.RouterMac, Network.Router, Network.Own, Network.OwnMac));
        DhcpMessage request = Said("1 10.0.2.15 > 10.0.2.2");
        Assert.That(
            (request.Type, request.ClientAddress, request.RequestedAddress, request.ServerIdentifier),
            Is.EqualTo((DhcpMessageType.Request, Network.Own, Ipv4Address.Unspecified, Ipv4Address.Unspecified)));
        Assert.That(Client.State, Is.EqualTo(DhcpState.Renewing));
        Answer(Reply(request, DhcpMessageType.Acknowledge), Network.Own);
        Assert.That(Client.State, Is.EqualTo(DhcpState.Bound));
        Assert.That(Client.Lease!.Begin > first.Renewal);
        Assert.That(network.Stack.Configuration.Address, Is.EqualTo(Network.Own));
    }

    [Test]
    public void After_seven_eighths_everybody_is_asked_and_at_the_end_the_address_is_gone()
    {
        Bind();
        DhcpLease lease = Client.Lease!;
        network.Advance(lease.Rebinding.Since(network.Now));
        DhcpMessage request = Said("* 10.0.2.15 > 255.255.255.255");
        Assert.That((Client.State, request.Type, request.ClientAddress), Is.EqualTo((DhcpState.Rebinding, DhcpMessageType.Request, Network.Own)));
        network.Advance(lease.Expiry.Since(network.Now));
        Assert.That(network.Stack.Configuration.HasAddress, Is.False);
        Assert.That(Said("* 0.0.0.0 > 255.255.255.255").Type, Is.EqualTo(DhcpMessageType.Discover));
    }

    [Test]
    public void Another_server_may_prolong_when_everybody_is_asked()
    {
        Bind();
        network.Advance(Client.Lease!.Rebinding.Since(network.Now));
        DhcpMessage request = Said("* 10.0.2.15 > 255.255.255.255");
        Answer(Reply(request, DhcpMessageType.Acknowledge) with { ServerIdentifier = OtherServer });
        Assert.That((Client.State, Client.Lease!.Server), Is.EqualTo((DhcpState.Bound, OtherServer)));
    }

    [Test]
    public void A_refusal_of_more_time_takes_the_address_away_at_once()
    {
        Bind();
        network.Advance(Client.Lease!.Rebinding.Since(network.Now));
        Answer(Reply(Said("* 10.0.2.15 > 255.255.255.255"), DhcpMessageType.NegativeAcknowledge));
        Assert.That(network.Stack.Configuration.HasAddress, Is.False);
    }

    [Test]
    public void A_lease_for_ever_is_never_renewed()
    {
        Bind(uint.MaxValue);
        Assert.That(Client.NextPoll, Is.EqualTo(Instant.Never));
    }

    [Test]
    public void Release_gives_the_address_back()
    {
        Bind();
        Client.Release();
        DhcpMessage release = Said("1 10.0.2.15 > 10.0.2.2");
        Assert.That(
            (release.Type, release.ClientAddress, release.ServerIdentifier),
            Is.EqualTo((DhcpMessageType.Release, Network.Own, Network.Router)));
        network.AdvanceSeconds(1000);
        Assert.That(network.Stack.Configuration.HasAddress, Is.False);
        Assert.That(network.Sent(), Is.Empty);
        Assert.That(Client.TryStart(network.Now, out _));
    }

    [TestCase(0xFF00FF00u, TestName = "A mask with holes")]
    [TestCase(0u, TestName = "A mask that makes everything a neighbour")]
    public void A_senseless_mask_gives_way_to_the_addresss_class(uint mask)
    {
        DhcpMessage acknowledge = Reply(new DhcpMessage(), DhcpMessageType.Acknowledge) with { SubnetMask = mask };
        Assert.That(DhcpLease.TryFrom(acknowledge, default, out DhcpLease? lease));
        Assert.That(lease!.Configuration.PrefixLength, Is.EqualTo(8));
    }

    [Test]
    public void A_senseless_router_name_server_or_time_is_passed_over()
    {
        DhcpMessage acknowledge = Reply(new DhcpMessage(), DhcpMessageType.Acknowledge) with
        {
            Router = Network.Far,
            DnsServers = [Ipv4Address.Broadcast, Network.Far, Ipv4Address.Loopback],
            RenewalSeconds = 4000,
            RebindingSeconds = 1,
        };
        Assert.That(DhcpLease.TryFrom(acknowledge, default, out DhcpLease? lease));
        Assert.That(lease!.Configuration.Gateway, Is.EqualTo(Ipv4Address.Unspecified));
        Assert.That(lease.DnsServers, Is.EqualTo([Network.Far]));
        Assert.That(lease.Renewal <= lease.Rebinding && lease.Rebinding <= lease.Expiry);
    }

    [Test]
    public void Options_go_on_in_file_and_sname()
    {
        byte[] bytes = new byte[DhcpMessage.MaximumWritten];
        Reply(new DhcpMessage(), DhcpMessageType.Offer).Write(bytes);
        byte[] options = [53, 1, 2, 52, 1, 3, 255];
        bytes.AsSpan(240).Clear();
        options.CopyTo(bytes.AsSpan(240));
        ((byte[])[51, 4, 0, 0, 1, 0, 255]).CopyTo(bytes.AsSpan(108));
        ((byte[])[54, 4, 10, 0, 2, 2, 0, 0, 3, 4, 10, 0, 2, 9]).CopyTo(bytes.AsSpan(44));
        Assert.That(DhcpMessage.TryParse(bytes, out DhcpMessage message));
        Assert.That(
            (message.LeaseSeconds, message.ServerIdentifier, message.Router),
            Is.EqualTo(((uint?)256, Network.Router, new Ipv4Address(0x0A000209))));
    }

    [Test]
    public void Options_that_do_not_end_within_the_message_make_it_none()
    {
        byte[] bytes = new byte[244];
        Reply(new DhcpMessage(), DhcpMessageType.Offer).Write(new byte[DhcpMessage.MaximumWritten]);
        byte[] whole = new byte[DhcpMessage.MaximumWritten];
        Reply(new DhcpMessage(), DhcpMessageType.Offer).Write(whole);
        whole.AsSpan(0, 240).CopyTo(bytes);
        ((byte[])[53, 1, 2, 54]).CopyTo(bytes.AsSpan(240));
        Assert.That(DhcpMessage.TryParse(bytes, out _), Is.False);
        bytes[243] = 0;
        Assert.That(DhcpMessage.TryParse(bytes, out _));
    }
}
