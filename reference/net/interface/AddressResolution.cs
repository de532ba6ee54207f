using System;
using Euralios.Net.Link;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// ARP on one link (RFC 826): answers for the own address, asks for neighbours', announces and defends the own one (RFC 5227). A conflict never takes
/// the address away, which would let any neighbour do that; it is counted, and answered at most once in ten seconds (section 2.4, c).
/// </summary>
/// <param name="link">Where to send.</param>
/// <param name="mac">The own Ethernet address.</param>
/// <param name="random">For the probes.</param>
/// <param name="statistics">What is counted.</param>
public sealed class AddressResolution(ILink link, MacAddress mac, RandomSource random, NetworkStatistics statistics)
{
    private const int Announcements = 2;

    private static readonly TimeSpan AnnouncementInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DefenceInterval = TimeSpan.FromSeconds(10);

    private Ipv4Configuration configuration;
    private int announcementsLeft;
    private Instant nextAnnouncement = Instant.Never;
    private Instant mayDefendAt;

    /// <summary>The neighbours.</summary>
    public NeighborTable Neighbors { get; } = new();

    /// <summary>The probe of an address that this host would like.</summary>
    public AddressProbe Probe { get; } = new(mac, random);

    /// <summary>When there is something to do.</summary>
    public Instant NextPoll => Instant.Earlier(Instant.Earlier(Neighbors.NextRequest, Probe.NextPoll), nextAnnouncement);

    /// <summary>Takes another address, or none, and announces it twice.</summary>
    public void Configure(Ipv4Configuration to, Instant now)
    {
        if (to == configuration)
            return;

        Neighbors.Clear();
        if (to.HasAddress && to.Address != configuration.Address)
        {
            announcementsLeft = Announcements;
            nextAnnouncement = now;
        }
        else if (!to.HasAddress)
        {
            nextAnnouncement = Instant.Never;
        }

        configuration = to;
    }

    /// <summary>Takes in a packet.</summary>
    /// <param name="frame">The frame it came in.</param>
    /// <param name="now">The time.</param>
    public void Receive(EthernetFrame frame, Instant now)
    {
        // A station that speaks for another one is not believed.
        if (!ArpPacket.TryParse(frame.Payload, out ArpPacket packet) || packet.SenderMac != frame.Source || packet.SenderMac == mac)
        {
            statistics.ArpMalformed++;
            return;
        }

        Probe.Observe(packet);
        if (!configuration.HasAddress)
            return;

        if (packet.SenderAddress == configuration.Address)
        {
            Defend(now);
            return;
        }

        bool isForUs = packet.TargetAddress == configuration.Address;
        bool isRequest = packet.Operation == ArpOperation.Request;
        if (packet.SenderAddress != Ipv4Address.Unspecified)
            Learn(packet, isRequest && isForUs, now);
        if (isRequest && isForUs)
        {
            statistics.ArpRequestsReceived++;
            var answer = new ArpPacket(ArpOperation.Reply, mac, configuration.Address, packet.SenderMac, packet.SenderAddress);
            if (TrySend(answer, packet.SenderMac))
                statistics.ArpRepliesSent++;
        }
    }

    /// <summary>Sends what is due.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Poll(Instant now)
    {
        bool isDone = false;
        if (Probe.Poll(now, out ArpPacket probe))
            isDone |= TrySendRequest(probe, MacAddress.Broadcast);

        if (now >= nextAnnouncement)
        {
            announcementsLeft--;
            nextAnnouncement = announcementsLeft > 0 ? now.After(AnnouncementInterval) : Instant.Never;
            isDone |= TrySendRequest(Announcement, MacAddress.Broadcast);
        }

        while (configuration.HasAddress && Neighbors.TryNextRequest(now, out Ipv4Address address, out MacAddress whom))
            isDone |= TrySendRequest(new ArpPacket(ArpOperation.Request, mac, configuration.Address, default, address), whom);
        return isDone;
    }

    private ArpPacket Announcement => new(ArpOperation.Request, mac, configuration.Address, default, configuration.Address);

    private void Learn(ArpPacket packet, bool mayAdd, Instant now)
    {
        Ipv4Address sender = packet.SenderAddress;
        bool isPossible = sender.IsHost && configuration.IsOnLink(sender) && !configuration.IsBroadcast(sender);
        if (!isPossible || !Neighbors.Learn(sender, packet.SenderMac, mayAdd, now))
            statistics.ArpIgnored++;
    }

    private void Defend(Instant now)
    {
        statistics.AddressConflicts++;
        if (now < mayDefendAt)
            return;

        mayDefendAt = now.After(DefenceInterval);
        TrySendRequest(Announcement, MacAddress.Broadcast);
    }

    private bool TrySendRequest(ArpPacket packet, MacAddress destination)
    {
        if (!TrySend(packet, destination))
            return false;

        statistics.ArpRequestsSent++;
        return true;
    }

    private bool TrySend(ArpPacket packet, MacAddress destination)
    {
        const int Length = EthernetFrame.HeaderLength + ArpPacket.Length;
        if (!link.TryBeginSend(Length, out Span<byte> frame))
        {
            statistics.LinkBusy++;
            return false;
        }

        EthernetFrame.WriteHeader(frame, destination, mac, EtherType.Arp);
        packet.Write(frame.Slice(EthernetFrame.HeaderLength));
        link.Send(Length);
        statistics.FramesSent++;
        return true;
    }
}
