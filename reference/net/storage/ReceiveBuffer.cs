using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Storage;

/// <summary>
/// What came and was not read yet, in a ring, and behind it, in their places, bytes that came before others that are missing. Neither the bytes nor the
/// number of gaps can grow beyond what was set at first, whatever a peer sends.
/// </summary>
public sealed class ReceiveBuffer
{
    /// <summary>The most ranges of bytes behind gaps. What would make one more is dropped; the peer sends it again.</summary>
    public const int MaximumRanges = 32;

    private readonly byte[] ring;
    private int head;

    private readonly SequenceRanges outOfOrder = new(MaximumRanges);

    // A number within each of the ranges that grew last, the last first, for the blocks (RFC 2018, section 4). Some may be gone or be the same range.
    private readonly SequenceNumber[] latest = new SequenceNumber[TcpSegmentOptions.MaximumBlocks];
    private int latestCount;

    private readonly TcpSegmentRange[] blocks = new TcpSegmentRange[TcpSegmentOptions.MaximumBlocks];

    /// <summary>An empty buffer.</summary>
    /// <param name="capacity">How many bytes it holds, read or not.</param>
    /// <param name="next">The first byte's number.</param>
    public ReceiveBuffer(int capacity, SequenceNumber next)
    {
        ring = new byte[capacity];
        Next = next;
    }

    /// <summary>The number expected next (RCV.NXT).</summary>
    public SequenceNumber Next { get; private set; }

    /// <summary>How many bytes can be read.</summary>
    public int Available { get; private set; }

    /// <summary>How many bytes it holds at most.</summary>
    public int Capacity => ring.Length;

    /// <summary>How many more bytes it takes, counted from <see cref="Next"/>.</summary>
    public int Room => ring.Length - Available;

    /// <summary>Whether bytes are there behind a gap.</summary>
    public bool HasGaps => outOfOrder.Count > 0;

    /// <summary>How many ranges are there behind gaps.</summary>
    public int RangeCount => outOfOrder.Count;

    /// <summary>Takes bytes in, what of them is new and within the room.</summary>
    /// <returns>By how many <see cref="Available"/> grew.</returns>
    public int Insert(SequenceNumber start, ReadOnlySpan<byte> data)
    {
        int offset = start - Next;
        if (offset < 0)
        {
            if (-offset >= data.Length)
                return 0;
            data = data[-offset..];
            offset = 0;
        }

        if (offset >= Room)
            return 0;
        if (data.Length > Room - offset)
            data = data[..(Room - offset)];
        if (data.Length == 0)
            return 0;
        if (offset > 0)
        {
            if (outOfOrder.TryAdd(Next + offset, Next + offset + data.Length))
            {
                Ring.Write(ring, head + Available + offset, data);
                Remember(Next + offset);
            }

            return 0;
        }

        Ring.Write(ring, head + Available, data);
        int grown = data.Length;
        if (HasGaps)
        {
            // Ranges that the new bytes reach, or cover, are in order now.
            SequenceNumber end = Next + grown;
            while (HasGaps && outOfOrder[0].Start <= end)
            {
                end = SequenceNumber.Later(end, outOfOrder[0].End);
                outOfOrder.RemoveBefore(end);
            }

            grown = end - Next;
        }

        Next += grown;
        Available += grown;
        return grown;
    }

    /// <summary>Counts the peer's FIN, which has a number and is no byte. Nothing comes after it.</summary>
    public void InsertFin()
    {
        Next += 1;
        outOfOrder.Clear();
    }

    /// <summary>Reads bytes, as many as there are. Returns how many.</summary>
    public int Read(Span<byte> destination)
    {
        int length = Math.Min(destination.Length, Available);
        Ring.Read(ring, head, destination[..length]);
        head = Ring.Wrap(ring, head + length);
        Available -= length;
        return length;
    }

    /// <summary>
    /// The ranges behind gaps as a selective acknowledgment lists them: first the one that grew last, then those that were first before (RFC 2018,
    /// section 4). They stay as they are until the next call.
    /// </summary>
    /// <param name="maximum">The most to list.</param>
    public ReadOnlySpan<TcpSegmentRange> Blocks(int maximum)
    {
        int count = 0;
        for (int index = 0; index < latestCount && count < maximum; index++)
        {
            if (TryFind(latest[index], out TcpSegmentRange range) && blocks.AsSpan(0, count).IndexOf(range) < 0)
                blocks[count++] = range;
        }

        return blocks.AsSpan(0, count);
    }

    private bool TryFind(SequenceNumber number, out TcpSegmentRange range)
    {
        for (int index = 0; index < outOfOrder.Count; index++)
        {
            range = outOfOrder[index];
            if (range.Start <= number && number < range.End)
                return true;
        }

        range = default;
        return false;
    }

    private void Remember(SequenceNumber number)
    {
        TryFind(number, out TcpSegmentRange grown);

        // Those in the same range, or in none any more, make room.
        int kept = 0;
        Span<SequenceNumber> rest = stackalloc SequenceNumber[TcpSegmentOptions.MaximumBlocks];
        for (int index = 0; index < latestCount; index++)
        {
            if (TryFind(latest[index], out TcpSegmentRange range) && range != grown)
                rest[kept++] = latest[index];
        }

        latest[0] = number;
        latestCount = Math.Min(kept + 1, latest.Length);
        rest[..(latestCount - 1)].CopyTo(latest.AsSpan(1));
    }
}
