using System;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// Takes in packets (RFC 1122, section 3.2.1): for this host, from somebody who may be answered, whole; and hands them to their protocol.
/// </summary>
/// <param name="output">Whose configuration counts.</param>
/// <param name="icmp">ICMP.</param>
/// <param name="udp">UDP.</param>
/// <param name="statistics">What is counted.</param>
public sealed class Ipv4Input(Ipv4Output output, IcmpLayer icmp, UdpLayer udp, NetworkStatistics statistics)
{
    /// <summary>Packets that came in parts.</summary>
    public Reassembly Reassembly { get; } = new(statistics);

    /// <summary>TCP, if there is one.</summary>
    public ITransport? Transport { get; set; }

    /// <summary>Takes in a packet from the link.</summary>
    /// <param name="frame">The frame it came in.</param>
    /// <param name="now">The time.</param>
    public void Receive(EthernetFrame frame, Instant now)
    {
        statistics.PacketsReceived++;
        if (!Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet packet))
        {
            statistics.PacketsMalformed++;
            return;
        }

        Ipv4Configuration configuration = output.Configuration;
        Ipv4Address source = packet.Source;
        Ipv4Address destination = packet.Destination;
        if (!source.IsHost || configuration.IsBroadcast(source) || configuration.IsOwn(source))
        {
            statistics.PacketsFromInvalidSource++;
            return;
        }

        // What everybody on the link gets is for everybody (RFC 1122, section 3.3.6).
        bool isForUs = configuration.IsBroadcast(destination) ||
            (!frame.Destination.IsGroup && configuration.HasAddress && destination == configuration.Address);

        // A DHCP server answers to the address that it is about to give (RFC 2131, section 4.1).
        bool isForDhcp = !isForUs && !configuration.HasAddress && !frame.Destination.IsGroup && !packet.IsFragment && IsForDhcpClient(packet);
        if (!isForUs && !isForDhcp)
        {
            statistics.PacketsForOthers++;
            return;
        }

        Receive(packet, now);
    }

    /// <summary>Takes in a packet from this host itself.</summary>
    public void ReceiveLoopback(ReadOnlySpan<byte> bytes, Instant now)
    {
        statistics.PacketsReceived++;

        // The address may have changed since it was sent.
        if (Ipv4Packet.TryParse(bytes, out Ipv4Packet packet) && output.Configuration.IsOwn(packet.Destination))
            Receive(packet, now);
        else
            statistics.LoopbackDropped++;
    }

    /// <summary>Gives up packets whose parts did not come in time.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Poll(Instant now)
    {
        bool isDone = false;
        while (Reassembly.TryTakeLate(now, out ReassemblyBuffer late))
        {
            if (late.HasBeginning)
                icmp.SendReassemblyTimeExceeded(late, now);
            late.Release();
            isDone = true;
        }

        return isDone;
    }

    private static bool IsForDhcpClient(Ipv4Packet packet) =>
        packet.Protocol == InternetProtocol.Udp && packet.Payload.Length >= UdpDatagram.HeaderLength &&
        BigEndian.ReadUInt16(packet.Payload.Slice(2)) == DhcpMessage.ClientPort;

    private void Receive(Ipv4Packet packet, Instant now)
    {
        if (!packet.IsFragment)
        {
            Deliver(packet.Source, packet.Destination, packet.Protocol, packet.Payload, packet.Bytes, now);
            return;
        }

        if (!Reassembly.TryAdd(packet, now, out ReassemblyBuffer whole))
            return;

        Deliver(whole.Source, whole.Destination, whole.Protocol, whole.Payload, whole.Beginning, now);
        whole.Release();
    }

    private void Deliver(
        Ipv4Address source, Ipv4Address destination, InternetProtocol protocol, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> packet, Instant now)
    {
        statistics.PacketsDelivered++;
        switch (protocol)
        {
            case InternetProtocol.Tcp when Transport is not null:
                Transport.Receive(source, destination, payload, now);
                break;
            case InternetProtocol.Udp:
                if (!udp.Receive(source, destination, payload))
                    icmp.SendUnreachable(source, destination, protocol, packet, UnreachableCode.Port, now);
                break;
            case InternetProtocol.Icmp:
                icmp.Receive(source, destination, payload, now);
                break;
            default:
                statistics.PacketsUnknown++;
                icmp.SendUnreachable(source, destination, protocol, packet, UnreachableCode.Protocol, now);
                break;
        }
    }
}
