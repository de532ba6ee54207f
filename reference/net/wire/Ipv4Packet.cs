using System;

namespace Euralios.Net.Wire;

/// <summary>An IPv4 packet (RFC 791, section 3.1): its header is whole and its check sum right, its lengths lie within the bytes that came.</summary>
public readonly ref struct Ipv4Packet
{
    /// <summary>Bytes of a header without options, as all are that are written here.</summary>
    public const int HeaderLength = 20;

    /// <summary>The most bytes of a packet.</summary>
    public const int MaximumLength = 65_535;

    private const ushort DontFragmentBit = 0x4000;
    private const ushort MoreFragmentsBit = 0x2000;
    private const ushort OffsetMask = 0x1FFF;

    private readonly ReadOnlySpan<byte> bytes;
    private readonly int headerLength;

    private Ipv4Packet(ReadOnlySpan<byte> bytes, int headerLength)
    {
        this.bytes = bytes;
        this.headerLength = headerLength;
    }

    public ushort Identification => BigEndian.ReadUInt16(bytes.Slice(4));

    /// <summary>Whether routers may not cut it.</summary>
    public bool DontFragment => (Flags & DontFragmentBit) != 0;

    /// <summary>Whether it is a part, and not the last one.</summary>
    public bool MoreFragments => (Flags & MoreFragmentsBit) != 0;

    /// <summary>Where its payload belongs in the whole's, in bytes: a multiple of 8.</summary>
    public int FragmentOffset => (Flags & OffsetMask) * 8;

    /// <summary>Whether it is a part of a packet, and not all of it.</summary>
    public bool IsFragment => (Flags & (MoreFragmentsBit | OffsetMask)) != 0;

    public byte TimeToLive => bytes[8];

    public InternetProtocol Protocol => (InternetProtocol)bytes[9];

    public Ipv4Address Source => Ipv4Address.Read(bytes.Slice(12));

    public Ipv4Address Destination => Ipv4Address.Read(bytes.Slice(16));

    /// <summary>What it carries.</summary>
    public ReadOnlySpan<byte> Payload => bytes.Slice(headerLength);

    /// <summary>Header and payload.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Bytes of the header, options included: 20 to 60.</summary>
    public int HeaderBytes => headerLength;

    private ushort Flags => BigEndian.ReadUInt16(bytes.Slice(6));

    /// <summary>
    /// A packet, if the bytes begin with one (RFC 1122, sections 3.2.1.1 and 3.2.1.2). What follows it is padding. Options are within the header and
    /// are not looked at; source routes are not followed (RFC 7126).
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out Ipv4Packet packet)
    {
        packet = default;
        if (bytes.Length < HeaderLength || bytes[0] >> 4 != 4)
            return false;

        int headerLength = (bytes[0] & 0xF) * 4;
        int totalLength = BigEndian.ReadUInt16(bytes.Slice(2));
        if (headerLength < HeaderLength || totalLength < headerLength || totalLength > bytes.Length)
            return false;
        if (InternetChecksum.Compute(bytes.Slice(0, headerLength)) != 0)
            return false;

        packet = new Ipv4Packet(bytes.Slice(0, totalLength), headerLength);
        return true;
    }

    /// <summary>Writes a header without options, of a packet that routers may cut, into a span's first 20 bytes.</summary>
    /// <param name="bytes">Where to.</param>
    /// <param name="payloadLength">Bytes that follow; 65,515 at most.</param>
    /// <param name="identification">What tells its parts from another's, should it be cut.</param>
    /// <param name="timeToLive">How many routers it may pass.</param>
    /// <param name="protocol">What it carries.</param>
    /// <param name="source">Whom from.</param>
    /// <param name="destination">Whom to.</param>
    /// <param name="fragmentOffset">Where the payload belongs in the whole's: a multiple of 8.</param>
    /// <param name="moreFragments">Whether this is a part, and not the last one.</param>
    public static void WriteHeader(
        Span<byte> bytes,
        int payloadLength,
        ushort identification,
        byte timeToLive,
        InternetProtocol protocol,
        Ipv4Address source,
        Ipv4Address destination,
        int fragmentOffset = 0,
        bool moreFragments = false)
    {
        Span<byte> header = bytes.Slice(0, HeaderLength);
        BigEndian.WriteUInt32(header, 0x4500_0000 | (uint)(HeaderLength + payloadLength));
        uint flags = (uint)(fragmentOffset / 8) | (moreFragments ? (uint)MoreFragmentsBit : 0);
        BigEndian.WriteUInt32(header.Slice(4), ((uint)identification << 16) | flags);
        BigEndian.WriteUInt32(header.Slice(8), ((uint)timeToLive << 24) | ((uint)protocol << 16));
        source.Write(header.Slice(12));
        destination.Write(header.Slice(16));
        BigEndian.WriteUInt16(header.Slice(10), InternetChecksum.Compute(header));
    }
}
