using System.Globalization;
using Euralios.Net.Wire;

namespace Euralios.Net.Tests;

/// <summary>A frame in a line, much as `tcpdump` would write it.</summary>
internal static class Trace
{
    public static string Describe(byte[] bytes)
    {
        if (!EthernetFrame.TryParse(bytes, out EthernetFrame frame))
            return $"malformed frame of {bytes.Length}";

        string to = frame.Destination == MacAddress.Broadcast ? "*" : "1";
        if (frame.Type == EtherType.Arp)
            return ArpPacket.TryParse(frame.Payload, out ArpPacket arp) ? $"{to} {Describe(arp)}" : "malformed arp";
        if (!Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet packet))
            return "malformed ip";

        string addresses = $"{to} {packet.Source} > {packet.Destination}";
        return packet.IsFragment
            ? $"{addresses} fragment {packet.FragmentOffset}+{packet.Payload.Length}{(packet.MoreFragments ? "+" : "")}"
            : $"{addresses} {Describe(packet)}";
    }

    private static string Describe(ArpPacket arp) => arp.Operation == ArpOperation.Request
        ? $"arp who-has {arp.TargetAddress} tell {arp.SenderAddress}"
        : $"arp {arp.SenderAddress} is-at {arp.SenderMac}";

    private static string Describe(Ipv4Packet packet)
    {
        switch (packet.Protocol)
        {
            case InternetProtocol.Udp:
                return UdpDatagram.TryParse(packet.Source, packet.Destination, packet.Payload, out UdpDatagram udp)
                    ? $"udp {udp.SourcePort} > {udp.DestinationPort} length {udp.Payload.Length}"
                    : "malformed udp";
            case InternetProtocol.Icmp:
                if (!IcmpMessage.TryParse(packet.Payload, out IcmpMessage icmp))
                    return "malformed icmp";
                return IcmpMessage.IsError(icmp.Type)
                    ? $"icmp {icmp.Type} {icmp.Code} quoting {icmp.Data.Length}"
                    : $"icmp {icmp.Type} id {icmp.Identifier} seq {icmp.SequenceNumber} length {icmp.Data.Length}";
            default:
                return $"protocol {((int)packet.Protocol).ToString(CultureInfo.InvariantCulture)} length {packet.Payload.Length}";
        }
    }
}
