using System;

namespace Euralios.Net.Wire;

/// <summary>
/// A segment that came (RFC 9293, section 3.1), read where it lies. Its lengths agree with one another; nothing else about it has been checked.
/// </summary>
/// <remarks>
/// <code>
/// offset  bytes
///      0      2  source port
///      2      2  destination port
///      4      4  sequence number
///      8      4  acknowledgment number
///     12      1  header length in words of four bytes (high 4 bits)
///     13      1  control bits
///     14      2  window
///     16      2  check sum, over the pseudo-header too
///     18      2  urgent pointer
///     20         options, then data
/// </code>
/// </remarks>
public readonly ref struct TcpSegment
{
    /// <summary>A header without options.</summary>
    public const int HeaderSize = 20;

    /// <summary>A header with as many options as there is room for.</summary>
    public const int MaximumHeaderSize = 60;

    private TcpSegment(ReadOnlySpan<byte> bytes, int headerSize)
    {
        SourcePort = BigEndian.ReadUInt16(bytes);
        DestinationPort = BigEndian.ReadUInt16(bytes[2..]);
        Sequence = new SequenceNumber(BigEndian.ReadUInt32(bytes[4..]));
        Acknowledgment = new SequenceNumber(BigEndian.ReadUInt32(bytes[8..]));
        Flags = (TcpSegmentFlags)bytes[13];
        Window = BigEndian.ReadUInt16(bytes[14..]);
        Data = bytes[headerSize..];
        if (headerSize > HeaderSize)
            Options = new TcpSegmentOptions(bytes[HeaderSize..headerSize]);
    }

    public ushort SourcePort { get; }

    public ushort DestinationPort { get; }

    /// <summary>The number of the first byte of data, or of the SYN.</summary>
    public SequenceNumber Sequence { get; }

    /// <summary>The number the sender expects next, if <see cref="TcpSegmentFlags.Acknowledgment"/> is set.</summary>
    public SequenceNumber Acknowledgment { get; }

    public TcpSegmentFlags Flags { get; }

    /// <summary>The window as it stands in the header, not scaled.</summary>
    public ushort Window { get; }

    public TcpSegmentOptions Options { get; }

    public ReadOnlySpan<byte> Data { get; }

    /// <summary>The sequence numbers it takes: its data, SYN and FIN (SEG.LEN).</summary>
    public int Length => Data.Length + (Has(TcpSegmentFlags.Syn) ? 1 : 0) + (Has(TcpSegmentFlags.Fin) ? 1 : 0);

    /// <summary>Whether a control bit is set.</summary>
    public bool Has(TcpSegmentFlags flag) => (Flags & flag) != 0;

    /// <summary>Reads a segment. It fails if the bytes are too few for the header, or for the header length they name.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out TcpSegment segment)
    {
        segment = default;
        if (bytes.Length < HeaderSize)
            return false;
        int headerSize = (bytes[12] >> 4) * 4;
        if (headerSize < HeaderSize || headerSize > bytes.Length)
            return false;
        segment = new TcpSegment(bytes, headerSize);
        return true;
    }
}
