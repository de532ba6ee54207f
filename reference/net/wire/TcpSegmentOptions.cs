using System;

namespace Euralios.Net.Wire;

/// <summary>
/// The options of a segment that came (RFC 9293, section 3.2; RFC 7323; RFC 2018). Unknown ones are passed over, each by its length; where a length
/// makes no sense (RFC 1122, section 4.2.2.5) the rest is left unread, and what was read before counts.
/// </summary>
public readonly ref struct TcpSegmentOptions
{
    /// <summary>The most blocks that one segment has room for.</summary>
    public const int MaximumBlocks = 4;

    /// <summary>The largest shift of a window (RFC 7323, section 2.3); a larger one is taken for this.</summary>
    public const int MaximumWindowScale = 14;

    internal const byte EndOfOptions = 0;
    internal const byte NoOperation = 1;
    internal const byte MaximumSegmentSizeKind = 2;
    internal const byte WindowScaleKind = 3;
    internal const byte SackPermittedKind = 4;
    internal const byte SackKind = 5;
    internal const byte TimestampKind = 8;

    internal const int BlockSize = 8;

    private readonly ReadOnlySpan<byte> blocks;

    /// <summary>The most data the sender takes in a segment; 0 if it does not say.</summary>
    public ushort MaximumSegmentSize { get; }

    /// <summary>By how many bits the sender's windows are shifted; null if it does not say.</summary>
    public int? WindowScale { get; }

    /// <summary>Whether the sender understands selective acknowledgments.</summary>
    public bool IsSackPermitted { get; }

    /// <summary>Whether there is a time stamp.</summary>
    public bool HasTimestamp { get; }

    /// <summary>The sender's clock.</summary>
    public uint TimestampValue { get; }

    /// <summary>The clock of the receiver as the sender saw it last.</summary>
    public uint TimestampEcho { get; }

    /// <summary>How many blocks above the acknowledgment the sender says it has.</summary>
    public int BlockCount => blocks.Length / BlockSize;

    /// <summary>Reads a header's options.</summary>
    /// <param name="options">The bytes between the header's first 20 and the data.</param>
    public TcpSegmentOptions(ReadOnlySpan<byte> options)
    {
        while (options.Length > 0 && options[0] != EndOfOptions)
        {
            if (options[0] == NoOperation)
            {
                options = options[1..];
                continue;
            }

            if (options.Length < 2 || options[1] < 2 || options[1] > options.Length)
                return;
            byte kind = options[0];
            ReadOnlySpan<byte> value = options[2..options[1]];
            options = options[options[1]..];
            switch (kind)
            {
                case MaximumSegmentSizeKind when value.Length == 2:
                    MaximumSegmentSize = BigEndian.ReadUInt16(value);
                    break;
                case WindowScaleKind when value.Length == 1:
                    WindowScale = Math.Min((int)value[0], MaximumWindowScale);
                    break;
                case SackPermittedKind when value.Length == 0:
                    IsSackPermitted = true;
                    break;
                case SackKind when value.Length > 0 && value.Length % BlockSize == 0:
                    blocks = value;
                    break;
                case TimestampKind when value.Length == 8:
                    HasTimestamp = true;
                    TimestampValue = BigEndian.ReadUInt32(value);
                    TimestampEcho = BigEndian.ReadUInt32(value[4..]);
                    break;
            }
        }
    }

    /// <summary>A block, as the sender says; nothing about it has been checked.</summary>
    public TcpSegmentRange Block(int index)
    {
        ReadOnlySpan<byte> block = blocks.Slice(index * BlockSize, BlockSize);
        return new TcpSegmentRange(new SequenceNumber(BigEndian.ReadUInt32(block)), new SequenceNumber(BigEndian.ReadUInt32(block[4..])));
    }
}
