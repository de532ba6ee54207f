using System;
using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Link;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;

namespace Euralios.Net;

/// <summary>
/// A host on one Ethernet link: ARP, IPv4, ICMP, UDP, DHCP, DNS, and the place for TCP. It has no clock and no thread: whoever owns it calls
/// <see cref="Poll"/> when frames have come, when a socket was used, and at <see cref="NextPoll"/>. Its memory is bounded whatever comes, and no
/// frame can make it throw.
/// </summary>
public sealed class NetworkStack
{
    /// <summary>Frames, and packets to this host itself, that are taken in by one poll at most, so that timers are not kept waiting.</summary>
    public const int FramesPerPoll = 64;

    // When a link that has no room is tried again.
    private static readonly TimeSpan LinkRetry = TimeSpan.FromMilliseconds(1);

    private readonly ILink link;
    private readonly Ipv4Output output;
    private readonly Ipv4Input input;
    private readonly IcmpLayer icmp;
    private readonly AddressResolution resolution;
    private DhcpLease? configuredLease;
    private bool hasMoreFrames;

    /// <summary>A stack without an address.</summary>
    /// <param name="link">Where frames come from and go to.</param>
    /// <param name="mac">This host's Ethernet address.</param>
    /// <param name="seed">What makes its random numbers hard to guess: a secret, at least 16 bytes.</param>
    public NetworkStack(ILink link, MacAddress mac, ReadOnlySpan<byte> seed)
    {
        this.link = link;
        Mac = mac;
        Random = new RandomSource(seed);
        resolution = new AddressResolution(link, mac, Random, Statistics);
        output = new Ipv4Output(link, mac, resolution, Random, Statistics);
        Udp = new UdpLayer(output, Random, Statistics);
        Echo = new EchoLayer(output, Random);
        icmp = new IcmpLayer(output, Udp, Echo, Statistics);
        input = new Ipv4Input(output, icmp, Udp, Statistics);
        Dhcp = new DhcpClient(Udp, resolution.Probe, mac, Random);
        Dns = new DnsResolver(Udp, Random);
    }

    /// <summary>This host's Ethernet address.</summary>
    public MacAddress Mac { get; }

    /// <summary>This host's address and ways.</summary>
    public Ipv4Configuration Configuration => output.Configuration;

    /// <summary>Numbers that nobody can guess, for everybody in this stack.</summary>
    public RandomSource Random { get; }

    /// <summary>What has happened.</summary>
    public NetworkStatistics Statistics { get; } = new();

    /// <summary>Where transports send.</summary>
    public IIpv4Output Output => output;

    /// <summary>UDP.</summary>
    public UdpLayer Udp { get; }

    /// <summary>Echo requests.</summary>
    public EchoLayer Echo { get; }

    /// <summary>Gets the address from a server, once it is started.</summary>
    public DhcpClient Dhcp { get; }

    /// <summary>Looks up names.</summary>
    public DnsResolver Dns { get; }

    /// <summary>The neighbours that are known.</summary>
    public NeighborTable Neighbors => resolution.Neighbors;

    /// <summary>Packets of which parts have come.</summary>
    public int ReassemblyCount => input.Reassembly.Count;

    /// <summary>Packets that wait until they can be sent.</summary>
    public int WaitingCount => output.WaitingCount;

    /// <summary>TCP, if there is one.</summary>
    public ITransport? Transport
    {
        get => input.Transport;
        set
        {
            input.Transport = value;
            icmp.Transport = value;
        }
    }

    /// <summary>When to poll next, if nothing happens before.</summary>
    public Instant NextPoll
    {
        get
        {
            if (hasMoreFrames || output.Loopback.Count > 0)
                return output.Now;

            Instant next = output.WasRefused ? output.Now.After(LinkRetry) : Instant.Never;
            next = Instant.Earlier(next, Transport?.NextPoll ?? Instant.Never);
            next = Instant.Earlier(next, resolution.NextPoll);
            next = Instant.Earlier(next, output.NextPoll);
            next = Instant.Earlier(next, input.Reassembly.NextPoll);
            next = Instant.Earlier(next, Dhcp.NextPoll);
            return Instant.Earlier(next, Dns.NextPoll);
        }
    }

    /// <summary>Takes an address that a person chose. A started DHCP client puts its own in its place.</summary>
    /// <param name="configuration">Address, subnet and router.</param>
    /// <param name="dnsServers">Name servers, the best one first.</param>
    /// <param name="now">The time.</param>
    public void Configure(Ipv4Configuration configuration, IReadOnlyList<Ipv4Address> dnsServers, Instant now)
    {
        output.Configuration = configuration;
        resolution.Configure(configuration, now);
        Dns.Servers = dnsServers;
    }

    /// <summary>Takes in frames, at most <see cref="FramesPerPoll"/>, and does everything that is due.</summary>
    /// <param name="now">The time; not before that of the last call.</param>
    /// <returns>Whether anything was done.</returns>
    public bool Poll(Instant now)
    {
        output.Now = now;
        output.WasRefused = false;
        bool isDone = ReceiveFrames(now);
        isDone |= ReceiveLoopback(now);
        isDone |= input.Poll(now);
        isDone |= Dhcp.Poll(now);
        if (Dhcp.Lease != configuredLease)
            Take(Dhcp.Lease, now);
        isDone |= Dns.Poll(now);
        isDone |= output.Poll();
        isDone |= ReportUndeliverable(now);
        isDone |= Transport?.Poll(now) ?? false;

        // Last, because what was to be sent may have made questions.
        isDone |= resolution.Poll(now);
        return isDone;
    }

    private bool ReceiveFrames(Instant now)
    {
        int count = 0;
        while (count < FramesPerPoll && link.TryReceive(out ReadOnlySpan<byte> frame))
        {
            Receive(frame, now);
            count++;
        }

        hasMoreFrames = count == FramesPerPoll;
        return count > 0;
    }

    private void Receive(ReadOnlySpan<byte> bytes, Instant now)
    {
        Statistics.FramesReceived++;
        if (!EthernetFrame.TryParse(bytes, out EthernetFrame frame))
        {
            Statistics.FramesMalformed++;
            return;
        }

        if (frame.Destination != Mac && frame.Destination != MacAddress.Broadcast)
        {
            Statistics.FramesForOthers++;
            return;
        }

        switch (frame.Type)
        {
            case EtherType.Ipv4:
                input.Receive(frame, now);
                break;
            case EtherType.Arp:
                resolution.Receive(frame, now);
                break;
            default:
                Statistics.FramesUnknown++;
                break;
        }
    }

    /// <summary>What is sent meanwhile waits for the next poll.</summary>
    private bool ReceiveLoopback(Instant now)
    {
        int count = output.Loopback.Count;
        for (int i = 0; i < count; i++)
        {
            input.ReceiveLoopback(output.Loopback.Peek(), now);
            output.Loopback.Remove();
        }

        return count > 0;
    }

    private bool ReportUndeliverable(Instant now)
    {
        bool isDone = false;
        while (output.TryTakeUndeliverable(out WaitingPacket packet))
        {
            isDone = true;
            ReadOnlySpan<byte> payload = packet.Payload;
            if (payload.Length < QuotedPacket.PayloadLength)
                continue;

            var about = new QuotedPacket(
                output.SourceFor(packet.Destination),
                packet.Destination,
                packet.Protocol,
                BigEndian.ReadUInt16(payload),
                BigEndian.ReadUInt16(payload.Slice(2)),
                BigEndian.ReadUInt32(payload.Slice(4)));
            icmp.TryReport(about, UnreachableCode.Host, now);
        }

        return isDone;
    }

    private void Take(DhcpLease? lease, Instant now)
    {
        configuredLease = lease;
        Configure(lease?.Configuration ?? default, lease?.DnsServers ?? [], now);
    }
}
