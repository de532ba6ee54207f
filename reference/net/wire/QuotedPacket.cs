using System;

namespace Euralios.Net.Wire;

/// <summary>
/// The beginning of a packet as an ICMP error quotes it: the header and at least eight bytes after it (RFC 792). Its check sum is not looked at,
/// because routers have changed the header on the way.
/// </summary>
/// <param name="Source">Who sent it.</param>
/// <param name="Destination">Whom to.</param>
/// <param name="Protocol">What it carries.</param>
/// <param name="SourcePort">The first two bytes that it carries: TCP's and UDP's source port.</param>
/// <param name="DestinationPort">The next two: their destination port.</param>
/// <param name="Sequence">The next four: TCP's sequence number, UDP's length and check sum, an echo's identifier and sequence number.</param>
public readonly record struct QuotedPacket(
    Ipv4Address Source, Ipv4Address Destination, InternetProtocol Protocol, ushort SourcePort, ushort DestinationPort, uint Sequence)
{
    /// <summary>The bytes after the header that are quoted at least.</summary>
    public const int PayloadLength = 8;

    /// <summary>A quotation, if the bytes begin with one that is not of a later fragment.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out QuotedPacket packet)
    {
        packet = default;
        if (bytes.Length < Ipv4Packet.HeaderLength || bytes[0] >> 4 != 4)
            return false;

        int headerLength = (bytes[0] & 0xF) * 4;
        bool isLaterFragment = (BigEndian.ReadUInt16(bytes.Slice(6)) & 0x1FFF) != 0;
        if (headerLength < Ipv4Packet.HeaderLength || bytes.Length < headerLength + PayloadLength || isLaterFragment)
            return false;

        ReadOnlySpan<byte> payload = bytes.Slice(headerLength);
        packet = new QuotedPacket(
            Ipv4Address.Read(bytes.Slice(12)),
            Ipv4Address.Read(bytes.Slice(16)),
            (InternetProtocol)bytes[9],
            BigEndian.ReadUInt16(payload),
            BigEndian.ReadUInt16(payload.Slice(2)),
            BigEndian.ReadUInt32(payload.Slice(4)));
        return true;
    }
}
