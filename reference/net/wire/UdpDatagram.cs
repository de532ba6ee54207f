using System;

namespace Euralios.Net.Wire;

/// <summary>A datagram of the User Datagram Protocol (RFC 768): its length lies within the packet, its check sum is right or was left out.</summary>
public readonly ref struct UdpDatagram
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderLength = 8;

    private readonly ReadOnlySpan<byte> bytes;

    private UdpDatagram(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public ushort SourcePort => BigEndian.ReadUInt16(bytes);

    public ushort DestinationPort => BigEndian.ReadUInt16(bytes.Slice(2));

    public ReadOnlySpan<byte> Payload => bytes.Slice(HeaderLength);

    /// <summary>A datagram, if a packet's payload begins with one.</summary>
    public static bool TryParse(Ipv4Address source, Ipv4Address destination, ReadOnlySpan<byte> bytes, out UdpDatagram datagram)
    {
        datagram = default;
        if (bytes.Length < HeaderLength)
            return false;

        int length = BigEndian.ReadUInt16(bytes.Slice(4));
        if (length < HeaderLength || length > bytes.Length)
            return false;

        ReadOnlySpan<byte> whole = bytes.Slice(0, length);
        bool hasChecksum = BigEndian.ReadUInt16(bytes.Slice(6)) != 0;
        if (hasChecksum && InternetChecksum.Compute(whole, InternetChecksum.PseudoHeader(source, destination, InternetProtocol.Udp, length)) != 0)
            return false;

        datagram = new UdpDatagram(whole);
        return true;
    }

    /// <summary>Writes the header of a datagram whose payload stands behind it already, and its check sum.</summary>
    /// <param name="bytes">The whole datagram.</param>
    /// <param name="source">Whom from.</param>
    /// <param name="destination">Whom to.</param>
    public static void WriteHeader(Span<byte> bytes, Ipv4Endpoint source, Ipv4Endpoint destination)
    {
        BigEndian.WriteUInt16(bytes, source.Port);
        BigEndian.WriteUInt16(bytes.Slice(2), destination.Port);
        BigEndian.WriteUInt32(bytes.Slice(4), (uint)bytes.Length << 16);
        uint pseudoHeader = InternetChecksum.PseudoHeader(source.Address, destination.Address, InternetProtocol.Udp, bytes.Length);
        ushort checksum = InternetChecksum.Compute(bytes, pseudoHeader);

        // A sum of 0 is sent as its other form, because 0 means that there is none.
        BigEndian.WriteUInt16(bytes.Slice(6), checksum == 0 ? (ushort)0xFFFF : checksum);
    }
}
