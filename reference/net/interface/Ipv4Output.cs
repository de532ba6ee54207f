using System;
using Euralios.Net.Link;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// Sends packets: over the link, to a neighbour or to everybody, or to this host itself. Packets live for 64 routers, have no options, and may be cut
/// by routers (path MTU discovery is not done, so "don't fragment" would make black holes of narrow paths).
/// </summary>
/// <param name="link">Where frames go.</param>
/// <param name="mac">The own Ethernet address.</param>
/// <param name="resolution">Who knows the neighbours.</param>
/// <param name="random">For identifications.</param>
/// <param name="statistics">What is counted.</param>
public sealed class Ipv4Output(ILink link, MacAddress mac, AddressResolution resolution, RandomSource random, NetworkStatistics statistics)
    : IIpv4Output
{
    private const byte TimeToLive = 64;
    private const int Headers = EthernetFrame.HeaderLength + Ipv4Packet.HeaderLength;

    // What is cut is cut at multiples of 8: 1,480 is one.
    private const int MaximumPart = EthernetFrame.MaximumPayload - Ipv4Packet.HeaderLength;

    private readonly WaitingRoom waiting = new();

    // The packet that was begun.
    private bool isLoopback;
    private MacAddress begunMac;
    private Ipv4Address begunDestination;
    private InternetProtocol begunProtocol;

    // Identifications must not repeat while parts may be under way (RFC 6864), and shall not tell others how much is sent (RFC 7739): they go up by a
    // random step from a random beginning.
    private ushort identification = random.NextUInt16();

    /// <summary>The time, as far as sending knows it: that of the last poll.</summary>
    public Instant Now { get; set; }

    /// <summary>The own address and ways.</summary>
    public Ipv4Configuration Configuration { get; set; }

    /// <summary>Packets to this host itself.</summary>
    public LoopbackQueue Loopback { get; } = new();

    /// <summary>Whether the link has refused a frame since this was set to false.</summary>
    public bool WasRefused { get; set; }

    /// <summary>Packets that wait.</summary>
    public int WaitingCount => waiting.Count;

    /// <summary>When a packet has waited for too long.</summary>
    public Instant NextPoll => waiting.NextDeadline;

    public Ipv4Address Address => Configuration.Address;

    public int MaximumPayload => MaximumPart;

    public Ipv4Address SourceFor(Ipv4Address destination) => destination.IsLoopback ? destination : Configuration.Address;

    public bool TryBegin(Ipv4Address destination, InternetProtocol protocol, int length, out Span<byte> payload)
    {
        payload = default;
        begunDestination = destination;
        begunProtocol = protocol;
        isLoopback = Configuration.IsOwn(destination);
        if (isLoopback)
        {
            if (!Loopback.TryBegin(Ipv4Packet.HeaderLength + length, out Span<byte> packet))
                return false;
            payload = packet.Slice(Ipv4Packet.HeaderLength);
            return true;
        }

        if (!TryGetMac(destination, out begunMac))
            return false;
        if (!link.TryBeginSend(Headers + length, out Span<byte> frame))
        {
            statistics.LinkBusy++;
            WasRefused = true;
            return false;
        }

        payload = frame.Slice(Headers);
        return true;
    }

    public void Send(int length) => SendPart(length, 0, false, NextIdentification());

    /// <summary>
    /// Sends a packet, in parts if it is long; if it cannot be sent now it is kept, and sent when it can be.
    /// </summary>
    /// <param name="destination">Whom to.</param>
    /// <param name="protocol">What it carries.</param>
    /// <param name="payload">Up to <see cref="Reassembly.MaximumPayload"/> bytes.</param>
    /// <returns>
    /// <see cref="SocketError.Success"/> if it was sent or is kept; <see cref="SocketError.NetworkUnreachable"/>,
    /// <see cref="SocketError.MessageSize"/>; <see cref="SocketError.WouldBlock"/> if too many packets wait.
    /// </returns>
    public SocketError Send(Ipv4Address destination, InternetProtocol protocol, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > Reassembly.MaximumPayload)
            return SocketError.MessageSize;

        bool hasWay = Configuration.IsOwn(destination) || Configuration.IsBroadcast(destination) || Configuration.TryGetNextHop(destination, out _);
        if (!hasWay)
        {
            statistics.PacketsWithoutRoute++;
            return SocketError.NetworkUnreachable;
        }

        if (!waiting.HasPacketTo(destination) && TrySend(destination, protocol, payload))
            return SocketError.Success;
        if (waiting.TryAdd(destination, protocol, payload, Now))
            return SocketError.Success;

        statistics.PacketsUndeliverable++;
        return SocketError.WouldBlock;
    }

    /// <summary>Sends what has waited and can be sent now.</summary>
    /// <returns>Whether anything was sent.</returns>
    public bool Poll()
    {
        bool isDone = false;
        for (int i = 0; i < waiting.Count;)
        {
            WaitingPacket packet = waiting[i];
            if (!IsFirstOfItsDestination(i) || !TrySend(packet.Destination, packet.Protocol, packet.Payload))
            {
                i++;
                continue;
            }

            waiting.RemoveAt(i);
            isDone = true;
        }

        return isDone;
    }

    /// <summary>Gives up a packet that has waited for too long.</summary>
    public bool TryTakeUndeliverable(out WaitingPacket packet)
    {
        packet = default;
        if (waiting.NextDeadline == Instant.Never || Now < waiting.NextDeadline)
            return false;

        packet = waiting[0];
        waiting.RemoveAt(0);
        statistics.PacketsUndeliverable++;
        return true;
    }

    private bool IsFirstOfItsDestination(int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (waiting[i].Destination == waiting[index].Destination)
                return false;
        }

        return true;
    }

    /// <summary>
    /// Sends a packet at once or not at all; of one in parts, what follows a part that the link refuses is lost, as on any narrow link.
    /// </summary>
    private bool TrySend(Ipv4Address destination, InternetProtocol protocol, ReadOnlySpan<byte> payload)
    {
        ushort packetIdentification = NextIdentification();
        int offset = 0;
        do
        {
            int length = Math.Min(payload.Length - offset, MaximumPart);
            if (!TryBegin(destination, protocol, length, out Span<byte> part))
                return offset > 0;

            payload.Slice(offset, length).CopyTo(part);
            SendPart(length, offset, offset + length < payload.Length, packetIdentification);
            offset += length;
        }
        while (offset < payload.Length);
        return true;
    }

    private void SendPart(int length, int offset, bool moreFollow, ushort packetIdentification)
    {
        statistics.PacketsSent++;
        Span<byte> packet = isLoopback ? Loopback.Begun : link.Begun.Slice(EthernetFrame.HeaderLength);
        Ipv4Packet.WriteHeader(
            packet, length, packetIdentification, TimeToLive, begunProtocol, SourceFor(begunDestination), begunDestination, offset, moreFollow);
        if (isLoopback)
        {
            Loopback.Add(Ipv4Packet.HeaderLength + length);
            return;
        }

        EthernetFrame.WriteHeader(link.Begun, begunMac, mac, EtherType.Ipv4);
        link.Send(Headers + length);
        statistics.FramesSent++;
    }

    private bool TryGetMac(Ipv4Address destination, out MacAddress destinationMac)
    {
        destinationMac = MacAddress.Broadcast;
        return Configuration.IsBroadcast(destination) ||
            (Configuration.TryGetNextHop(destination, out Ipv4Address nextHop) && resolution.Neighbors.TryResolve(nextHop, Now, out destinationMac));
    }

    private ushort NextIdentification() => identification += (ushort)(1 + random.NextBelow(8));
}
