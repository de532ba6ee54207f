using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Storage;

/// <summary>
/// What was written and is not acknowledged yet, in a ring. A byte stays until its cumulative acknowledgment, whatever a selective one said: the peer
/// may think better of those (RFC 2018, section 8).
/// </summary>
public sealed class SendBuffer
{
    private readonly byte[] ring;
    private int head;

    /// <summary>An empty buffer.</summary>
    /// <param name="capacity">How many bytes it holds.</param>
    /// <param name="start">The number of the first byte that will be written.</param>
    public SendBuffer(int capacity, SequenceNumber start)
    {
        ring = new byte[capacity];
        Start = start;
    }

    /// <summary>The first byte's number.</summary>
    public SequenceNumber Start { get; private set; }

    /// <summary>The number after the last byte's.</summary>
    public SequenceNumber End => Start + Count;

    /// <summary>How many bytes there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many more it takes.</summary>
    public int Room => ring.Length - Count;

    /// <summary>Puts bytes at the end, as many as there is room for. Returns how many.</summary>
    public int Append(ReadOnlySpan<byte> data)
    {
        int length = Math.Min(data.Length, Room);
        Ring.Write(ring, head + Count, data[..length]);
        Count += length;
        return length;
    }

    /// <summary>Copies bytes that are there.</summary>
    /// <param name="start">The first one's number.</param>
    /// <param name="destination">Where to; its length says how many.</param>
    public void CopyTo(SequenceNumber start, Span<byte> destination) => Ring.Read(ring, head + (start - Start), destination);

    /// <summary>Lets bytes go that are acknowledged, up to a number that is at most <see cref="End"/>.</summary>
    public void Release(SequenceNumber end)
    {
        int length = end - Start;
        head = Ring.Wrap(ring, head + length);
        Start = end;
        Count -= length;
    }
}
