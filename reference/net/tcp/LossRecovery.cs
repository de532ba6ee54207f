using System;
using Euralios.Net.Storage;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// What of the data on its way is lost, and what of that was sent again: fast retransmit and recovery by selective acknowledgments (RFC 6675) or without
/// them (RFC 6582, "NewReno"), and recovery after a time-out. It decides what to send again, <see cref="CongestionControl"/> how much.
/// </summary>
/// <remarks>
/// Everything below <c>lossEdge</c> that the peer has not acknowledged selectively is lost; of that, everything below <c>retransmitted</c> was sent
/// again. Both lie between SND.UNA and SND.NXT. One edge is enough because a byte is lost when enough above it arrived, and then the ones below it are.
/// </remarks>
internal sealed class LossRecovery
{
    private const int DuplicateThreshold = 3;
    private const int MaximumRanges = 64;

    // What the peer said it has above its acknowledgment; null if it says nothing of that kind.
    private readonly SequenceRanges? acknowledgedSelectively;
    private readonly int segmentSize;

    private Phase phase;
    private SequenceNumber lossEdge;
    private SequenceNumber retransmitted;
    private SequenceNumber recover;

    private int duplicates;

    // Bytes that left the network as far as duplicate acknowledgments tell, where there are no selective ones.
    private int departed;

    // SND.NXT when the first missing segment was sent again. If what was sent after that arrives, the segment was lost once more.
    private SequenceNumber sentAfterFirst;
    private bool isFirstDue;

    /// <summary>Nothing is lost.</summary>
    /// <param name="start">SND.UNA.</param>
    /// <param name="segmentSize">The most data in a segment.</param>
    /// <param name="isSelective">Whether acknowledgments are selective.</param>
    public LossRecovery(SequenceNumber start, int segmentSize, bool isSelective)
    {
        this.segmentSize = segmentSize;
        lossEdge = start;
        retransmitted = start;
        recover = start - 1;
        if (isSelective)
            acknowledgedSelectively = new SequenceRanges(MaximumRanges);
    }

    private enum Phase : byte
    {
        None,
        Fast,
        AfterTimeout,
    }

    /// <summary>Whether fast recovery goes on: the congestion window stays as it is.</summary>
    public bool IsFast => phase == Phase.Fast;

    /// <summary>Whether the first missing segment is to be sent at once, whatever is on its way.</summary>
    public bool IsFirstDue => isFirstDue;

    /// <summary>Takes a block of a selective acknowledgment. What cannot be true is ignored. Returns whether it said something new.</summary>
    public bool Block(TcpSegmentRange block, SequenceNumber una, SequenceNumber next)
    {
        if (acknowledgedSelectively == null || block.Start < una || block.End <= block.Start || block.End > next)
            return false;
        int before = acknowledgedSelectively.TotalLength;
        return acknowledgedSelectively.TryAdd(block.Start, block.End) && acknowledgedSelectively.TotalLength > before;
    }

    /// <summary>The acknowledgment moved on. Returns whether that ended a fast recovery.</summary>
    /// <param name="una">SND.UNA, the new one.</param>
    /// <param name="next">SND.NXT.</param>
    /// <param name="acknowledged">By how much it moved.</param>
    public bool Advanced(SequenceNumber una, SequenceNumber next, int acknowledged)
    {
        acknowledgedSelectively?.RemoveBefore(una);
        lossEdge = SequenceNumber.Later(lossEdge, una);
        retransmitted = SequenceNumber.Later(retransmitted, una);
        if (phase == Phase.None || una >= recover)
        {
            // The point is not left behind so far that it seems to lie ahead.
            if (phase == Phase.None)
                recover = una - 1;
            bool wasFast = IsFast;
            End(una);
            return wasFast;
        }

        isFirstDue = false;
        sentAfterFirst = next;
        if (acknowledgedSelectively == null && IsFast)
        {
            // A partial acknowledgment: the next segment is lost too (RFC 6582, section 3.2, step 3).
            departed = Math.Max(0, departed - Math.Max(0, acknowledged - segmentSize));
            lossEdge = SequenceNumber.Earlier(una + segmentSize, next);
            retransmitted = una;
            isFirstDue = true;
        }

        return false;
    }

    /// <summary>
    /// An acknowledgment came again that says no more than the last one (a duplicate), or one with a new block, or both. Returns whether fast recovery
    /// begins with it.
    /// </summary>
    public bool Told(SequenceNumber una, SequenceNumber next, bool isDuplicate)
    {
        if (isDuplicate)
            duplicates++;
        if (acknowledgedSelectively != null)
            FindLosses(una, next);
        else if (phase != Phase.AfterTimeout)
            departed = Math.Clamp(departed + segmentSize, 0, Math.Max(0, next - una - segmentSize));
        if (phase != Phase.None || (duplicates < DuplicateThreshold && lossEdge == una))
            return false;

        // Without blocks, what was sent twice for a time-out makes duplicates that mean no loss (RFC 6582, section 3.2, step 1).
        if (acknowledgedSelectively == null && una <= recover)
            return false;
        phase = Phase.Fast;
        recover = next;
        retransmitted = una;
        lossEdge = SequenceNumber.Later(lossEdge, SequenceNumber.Earlier(una + segmentSize, next));
        isFirstDue = true;
        return true;
    }

    /// <summary>
    /// The retransmission timer ran out: all is lost, and what was acknowledged selectively may have been thrown away (RFC 2018, section 8). Returns whether
    /// it is the first time for these bytes.
    /// </summary>
    public bool TimedOut(SequenceNumber una, SequenceNumber next)
    {
        bool isFirst = phase != Phase.AfterTimeout;
        End(una);
        acknowledgedSelectively?.Clear();
        phase = Phase.AfterTimeout;
        recover = next;
        lossEdge = next;
        return isFirst;
    }

    /// <summary>What was sent against a closed window is to be sent again; that is no sign of congestion.</summary>
    public void Resend(SequenceNumber una, SequenceNumber next)
    {
        End(una);
        phase = Phase.AfterTimeout;
        recover = next;
        lossEdge = next;
    }

    /// <summary>How many bytes are on their way ("pipe", RFC 6675, section 4).</summary>
    public int InFlight(SequenceNumber una, SequenceNumber next)
    {
        int flight = next - una - departed;
        SequenceNumber lost = SequenceNumber.Later(una, retransmitted);
        if (lost < lossEdge)
            flight -= lossEdge - lost;
        if (acknowledgedSelectively is { Count: > 0 })
        {
            flight -= acknowledgedSelectively.TotalLength;
            if (lost < lossEdge)
                flight += acknowledgedSelectively.LengthWithin(lost, lossEdge);
        }

        return Math.Max(flight, 0);
    }

    /// <summary>The next bytes that are lost and were not sent again.</summary>
    /// <param name="una">SND.UNA.</param>
    /// <param name="start">The first one.</param>
    /// <param name="length">How many there are in a row.</param>
    public bool TryNext(SequenceNumber una, out SequenceNumber start, out int length) =>
        TryGap(isFirstDue ? una : retransmitted, lossEdge, out start, out length);

    /// <summary>Bytes that may be lost, below the highest ones that arrived: for when there is nothing else to send (RFC 6675, section 4, NextSeg, rule 3).</summary>
    public bool TryLikely(out SequenceNumber start, out int length)
    {
        start = default;
        length = 0;
        return IsFast && acknowledgedSelectively is { Count: > 0 } ranges && TryGap(retransmitted, ranges[ranges.Count - 1].Start, out start, out length);
    }

    /// <summary>Bytes were sent again.</summary>
    public void Retransmitted(SequenceNumber una, SequenceNumber next, SequenceNumber start, SequenceNumber end)
    {
        retransmitted = SequenceNumber.Later(retransmitted, end);
        lossEdge = SequenceNumber.Later(lossEdge, end);
        if (start != una)
            return;
        isFirstDue = false;
        sentAfterFirst = next;
    }

    // The first bytes between two numbers that were not acknowledged selectively.
    private bool TryGap(SequenceNumber from, SequenceNumber to, out SequenceNumber start, out int length)
    {
        start = from;
        SequenceNumber end = to;
        if (acknowledgedSelectively != null)
        {
            for (int index = 0; index < acknowledgedSelectively.Count; index++)
            {
                TcpSegmentRange range = acknowledgedSelectively[index];
                if (range.End <= start)
                    continue;
                if (range.Start > start)
                {
                    end = SequenceNumber.Earlier(end, range.Start);
                    break;
                }

                start = range.End;
            }
        }

        length = end - start;
        return length > 0;
    }

    // IsLost (RFC 6675, section 4): enough ranges, or enough bytes, arrived above.
    private void FindLosses(SequenceNumber una, SequenceNumber next)
    {
        if (EdgeBelow(SequenceNumber.Later(una, lossEdge)) is SequenceNumber edge)
            lossEdge = edge;
        if (phase != Phase.None && retransmitted > una && !isFirstDue && EdgeBelow(sentAfterFirst) != null)
        {
            isFirstDue = true;
            sentAfterFirst = next;
        }
    }

    // The highest number, not below a floor, that enough arrived above.
    private SequenceNumber? EdgeBelow(SequenceNumber floor)
    {
        int bytes = 0;
        int ranges = 0;
        for (int index = acknowledgedSelectively!.Count - 1; index >= 0 && acknowledgedSelectively[index].End > floor; index--)
        {
            TcpSegmentRange range = acknowledgedSelectively[index];
            SequenceNumber start = SequenceNumber.Later(range.Start, floor);
            bytes += range.End - start;
            ranges++;
            if (ranges >= DuplicateThreshold || bytes > (DuplicateThreshold - 1) * segmentSize)
                return start;
        }

        return null;
    }

    private void End(SequenceNumber una)
    {
        phase = Phase.None;
        lossEdge = una;
        retransmitted = una;
        duplicates = 0;
        departed = 0;
        isFirstDue = false;
    }
}
