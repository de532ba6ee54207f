using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Storage;

/// <summary>
/// Some parts of the sequence numbers of one direction: what was received out of order, or what the peer says it has. In order, with gaps between
/// them, and never more than a fixed number.
/// </summary>
public sealed class SequenceRanges
{
    private readonly TcpSegmentRange[] ranges;

    /// <summary>No ranges, and room for so many.</summary>
    public SequenceRanges(int capacity) => ranges = new TcpSegmentRange[capacity];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many numbers are in them.</summary>
    public int TotalLength { get; private set; }

    /// <summary>One of them; 0 is the first in sequence.</summary>
    public TcpSegmentRange this[int index] => ranges[index];

    /// <summary>Adds a range, which may overlap and touch others. It fails if that would make one more than there is room for.</summary>
    public bool TryAdd(SequenceNumber start, SequenceNumber end)
    {
        int first = 0;
        while (first < Count && ranges[first].End < start)
            first++;

        // Those from first to last, without last, become one with the new one.
        int last = first;
        for (; last < Count && ranges[last].Start <= end; last++)
        {
            start = SequenceNumber.Earlier(start, ranges[last].Start);
            end = SequenceNumber.Later(end, ranges[last].End);
            TotalLength -= ranges[last].Length;
        }

        if (first == last && Count == ranges.Length)
            return false;
        Move(last, first + 1);
        ranges[first] = new TcpSegmentRange(start, end);
        TotalLength += end - start;
        return true;
    }

    /// <summary>Takes away what lies before a number.</summary>
    public void RemoveBefore(SequenceNumber number)
    {
        int gone = 0;
        while (gone < Count && ranges[gone].End <= number)
            TotalLength -= ranges[gone++].Length;
        if (gone > 0)
            Move(gone, 0);
        if (Count > 0 && ranges[0].Start < number)
        {
            TotalLength -= number - ranges[0].Start;
            ranges[0] = ranges[0] with { Start = number };
        }
    }

    /// <summary>How many numbers of the ranges lie between two.</summary>
    public int LengthWithin(SequenceNumber start, SequenceNumber end)
    {
        int length = 0;
        for (int index = 0; index < Count; index++)
            length += Math.Max(0, SequenceNumber.Earlier(end, ranges[index].End) - SequenceNumber.Later(start, ranges[index].Start));
        return length;
    }

    /// <summary>Takes all away.</summary>
    public void Clear()
    {
        Count = 0;
        TotalLength = 0;
    }

    // Puts the ranges from one index on at another.
    private void Move(int from, int to)
    {
        Array.Copy(ranges, from, ranges, to, Count - from);
        Count += to - from;
    }
}
