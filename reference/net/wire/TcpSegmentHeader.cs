using System;

namespace Euralios.Net.Wire;

/// <summary>The header of a segment that goes out, with its options. What it holds is what is written: it cannot say a length that is not so.</summary>
public ref struct TcpSegmentHeader
{
    // Options are padded so that each begins at a word (RFC 7323, appendix A).
    private const int MaximumSegmentSizeLength = 4;
    private const int WindowScaleLength = 4;
    private const int SackPermittedLength = 4;
    private const int TimestampLength = 12;
    private const int SackLength = 4;

    public ushort SourcePort;
    public ushort DestinationPort;
    public SequenceNumber Sequence;

    /// <summary>Written as 0 unless <see cref="TcpSegmentFlags.Acknowledgment"/> is set.</summary>
    public SequenceNumber Acknowledgment;

    public TcpSegmentFlags Flags;

    /// <summary>The window as it stands in the header, scaled already.</summary>
    public ushort Window;

    /// <summary>The most data its sender takes in a segment; 0 to say nothing.</summary>
    public ushort MaximumSegmentSize;

    /// <summary>By how many bits the sender's windows are shifted; null to say nothing.</summary>
    public int? WindowScale;

    public bool IsSackPermitted;

    public bool HasTimestamp;
    public uint TimestampValue;
    public uint TimestampEcho;

    /// <summary>Blocks to acknowledge selectively: at most 4, with a time stamp 3.</summary>
    public ReadOnlySpan<TcpSegmentRange> Blocks;

    /// <summary>How long options are that a segment in the middle of a connection carries.</summary>
    public static int OptionsLength(bool hasTimestamp, int blocks) =>
        (hasTimestamp ? TimestampLength : 0) + (blocks > 0 ? SackLength + (blocks * TcpSegmentOptions.BlockSize) : 0);

    /// <summary>The header's length with its options, in bytes.</summary>
    public readonly int Size => TcpSegment.HeaderSize + OptionsLength(HasTimestamp, Blocks.Length)
        + (MaximumSegmentSize != 0 ? MaximumSegmentSizeLength : 0)
        + (WindowScale != null ? WindowScaleLength : 0)
        + (IsSackPermitted ? SackPermittedLength : 0);

    /// <summary>Writes the header, and into it the check sum of the whole segment, whose data must be in its place already.</summary>
    /// <param name="segment">The segment: <see cref="Size"/> bytes for the header, then the data.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="destination">Where it goes.</param>
    public readonly void Write(Span<byte> segment, Ipv4Address source, Ipv4Address destination)
    {
        int size = Size;
        BigEndian.WriteUInt16(segment, SourcePort);
        BigEndian.WriteUInt16(segment[2..], DestinationPort);
        BigEndian.WriteUInt32(segment[4..], Sequence.Value);
        BigEndian.WriteUInt32(segment[8..], (Flags & TcpSegmentFlags.Acknowledgment) != 0 ? Acknowledgment.Value : 0);
        segment[12] = (byte)(size << 2);
        segment[13] = (byte)Flags;
        BigEndian.WriteUInt16(segment[14..], Window);
        BigEndian.WriteUInt32(segment[16..], 0);
        if (size > TcpSegment.HeaderSize)
            WriteOptions(segment[TcpSegment.HeaderSize..size]);
        uint pseudoHeader = InternetChecksum.PseudoHeader(source, destination, InternetProtocol.Tcp, segment.Length);
        BigEndian.WriteUInt16(segment[16..], InternetChecksum.Compute(segment, pseudoHeader));
    }

    private readonly void WriteOptions(Span<byte> options)
    {
        if (MaximumSegmentSize != 0)
            BigEndian.WriteUInt32(Take(ref options, MaximumSegmentSizeLength), Word(TcpSegmentOptions.MaximumSegmentSizeKind, 4, MaximumSegmentSize));
        if (WindowScale is int scale)
            BigEndian.WriteUInt32(Take(ref options, WindowScaleLength), Padded(TcpSegmentOptions.WindowScaleKind, 3) << 8 | (uint)scale);
        if (IsSackPermitted)
            BigEndian.WriteUInt32(Take(ref options, SackPermittedLength), Word(TcpSegmentOptions.NoOperation, TcpSegmentOptions.NoOperation, 0)
                | (TcpSegmentOptions.SackPermittedKind << 8) | 2);
        if (HasTimestamp)
        {
            Span<byte> timestamp = Take(ref options, TimestampLength);
            BigEndian.WriteUInt32(timestamp, TwicePadded(TcpSegmentOptions.TimestampKind, 10));
            BigEndian.WriteUInt32(timestamp[4..], TimestampValue);
            BigEndian.WriteUInt32(timestamp[8..], TimestampEcho);
        }

        if (Blocks.Length > 0)
        {
            BigEndian.WriteUInt32(Take(ref options, SackLength), TwicePadded(TcpSegmentOptions.SackKind, 2 + (Blocks.Length * TcpSegmentOptions.BlockSize)));
            foreach (TcpSegmentRange block in Blocks)
            {
                BigEndian.WriteUInt32(Take(ref options, 4), block.Start.Value);
                BigEndian.WriteUInt32(Take(ref options, 4), block.End.Value);
            }
        }
    }

    private static Span<byte> Take(scoped ref Span<byte> options, int length)
    {
        Span<byte> taken = options[..length];
        options = options[length..];
        return taken;
    }

    private static uint Word(byte kind, byte length, ushort value) => ((uint)kind << 24) | ((uint)length << 16) | value;

    private static uint Padded(byte kind, byte length) => ((uint)TcpSegmentOptions.NoOperation << 16) | ((uint)kind << 8) | length;

    private static uint TwicePadded(byte kind, int length) => Word(TcpSegmentOptions.NoOperation, TcpSegmentOptions.NoOperation, (ushort)((kind << 8) | length));
}
