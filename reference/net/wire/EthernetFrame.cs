using System;

namespace Euralios.Net.Wire;

/// <summary>What an Ethernet frame carries (IANA, "IEEE 802 Numbers").</summary>
public enum EtherType : ushort
{
    Ipv4 = 0x0800,
    Arp = 0x0806,
}

/// <summary>
/// An Ethernet frame without preamble and check sequence (RFC 894): destination, source, type, payload. What has a length where the type stands (IEEE
/// 802.3 with 802.2, RFC 1042) carries nothing of ours, and its type is none that is known.
/// </summary>
public readonly ref struct EthernetFrame
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderLength = 14;

    /// <summary>The most bytes of a payload.</summary>
    public const int MaximumPayload = 1500;

    private readonly ReadOnlySpan<byte> bytes;

    private EthernetFrame(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public MacAddress Destination => MacAddress.Read(bytes);

    public MacAddress Source => MacAddress.Read(bytes.Slice(6));

    public EtherType Type => (EtherType)BigEndian.ReadUInt16(bytes.Slice(12));

    /// <summary>What it carries, with the padding that short frames have.</summary>
    public ReadOnlySpan<byte> Payload => bytes.Slice(HeaderLength);

    /// <summary>A frame, if the bytes are one: 14 to 1,514, from one station.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out EthernetFrame frame)
    {
        frame = new EthernetFrame(bytes);
        return bytes.Length is >= HeaderLength and <= HeaderLength + MaximumPayload && frame.Source.IsStation;
    }

    /// <summary>Writes a header into a span's first 14 bytes.</summary>
    public static void WriteHeader(Span<byte> bytes, MacAddress destination, MacAddress source, EtherType type)
    {
        destination.Write(bytes);
        source.Write(bytes.Slice(6));
        BigEndian.WriteUInt16(bytes.Slice(12), (ushort)type);
    }
}
