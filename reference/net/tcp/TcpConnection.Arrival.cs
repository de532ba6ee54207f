using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>Segments that arrive (RFC 9293, section 3.10.7.4), in the order of that section, with RFC 5961's answers to what may be forged.</summary>
public sealed partial class TcpConnection
{
    // RFC 9293, section 3.8.6.3: at least every second segment is acknowledged at once.
    private const int SegmentsPerAcknowledgment = 2;

    private bool isAcknowledgmentDue;
    private int unacknowledgedSegments;
    private Instant acknowledgmentDeadline = Instant.Never;
    private Instant heardAt;
    private ChallengeBudget challenges;

    /// <summary>A segment for this connection came, its check sum right.</summary>
    internal void Arrive(scoped in TcpSegment segment, Instant now)
    {
        if (State == TcpState.SynSent)
            ArriveInSynSent(segment, now);
        else
            ArriveSynchronized(segment, now);
        Output(now);
    }

    private void ArriveSynchronized(scoped in TcpSegment segment, Instant now)
    {
        // The peer's SYN again, because the answer was lost or both began at once.
        if (State == TcpState.SynReceived && segment.Has(TcpSegmentFlags.Syn) && segment.Sequence == initialReceive && !segment.Has(TcpSegmentFlags.Reset))
        {
            if (segment.Has(TcpSegmentFlags.Acknowledgment))
                isAcknowledgmentDue = CompleteHandshake(segment, now);
            else
                isSynDue |= challenges.TryTake(now, layer.Random);
            return;
        }

        // First: sequence number, and before it the time stamp (RFC 7323, section 5.3).
        if ((hasTimestamps && !IsTimestampAcceptable(segment, now)) || !IsInWindow(segment))
        {
            AnswerOutOfWindow(segment, now);
            return;
        }

        // Second: RST (RFC 5961, section 3.2). TIME-WAIT does not end by it (RFC 1337).
        if (segment.Has(TcpSegmentFlags.Reset))
        {
            if (segment.Sequence != receiveNext)
                Challenge(now);
            else if (State != TcpState.TimeWait)
                EndByReset();
            return;
        }

        // Fourth: SYN (RFC 5961, section 4.2).
        if (segment.Has(TcpSegmentFlags.Syn))
        {
            Challenge(now);
            return;
        }

        // Fifth: acknowledgment.
        if (!segment.Has(TcpSegmentFlags.Acknowledgment))
            return;
        if (State == TcpState.SynReceived)
        {
            if (!CompleteHandshake(segment, now))
                return;
        }
        else if (!TakeAcknowledgment(segment, now))
        {
            return;
        }

        heardAt = now;
        keepAliveProbes = 0;
        if (State is TcpState.Closed or TcpState.TimeWait)
            return;

        // Seventh and eighth: text, FIN.
        if (segment.Data.Length > 0 || segment.Has(TcpSegmentFlags.Fin))
            TakeText(segment, now);
    }

    // The test of section 3.10.7.4. A segment that begins right at a closed window is let through for its acknowledgment; its text finds no room.
    private bool IsInWindow(scoped in TcpSegment segment)
    {
        int start = segment.Sequence - receiveNext;
        int window = receiveEdge - receiveNext;
        if (start == 0)
            return true;
        int end = start + segment.Length;
        return start > 0 ? start < window : end > 0 && window > 0;
    }

    private void AnswerOutOfWindow(scoped in TcpSegment segment, Instant now)
    {
        if (segment.Has(TcpSegmentFlags.Reset))
            return;
        if (State == TcpState.TimeWait && segment.Has(TcpSegmentFlags.Fin))
            lingerDeadline = now.After(options.TimeWait);

        // What carries something is a peer's that missed an acknowledgment, and the answer, which carries nothing, is answered by nobody. Two sides that
        // disagree about numbers could answer one another's empty segments for ever.
        if (segment.Length > 0 && !segment.Has(TcpSegmentFlags.Syn))
            isAcknowledgmentDue = true;
        else
            Challenge(now);
    }

    private void Challenge(Instant now)
    {
        if (!challenges.TryTake(now, layer.Random))
            return;
        layer.Counters.ChallengesOut++;
        isAcknowledgmentDue = true;
    }

    private void TakeText(scoped in TcpSegment segment, Instant now)
    {
        if (isFinReceived)
        {
            isAcknowledgmentDue = true;
            return;
        }

        SequenceNumber end = segment.Sequence + segment.Data.Length;
        if (isClosedByProgram && segment.Data.Length > 0 && end > receiveNext)
        {
            // Nobody will read it (RFC 1122, section 4.2.2.13).
            Abort();
            return;
        }

        if (segment.Has(TcpSegmentFlags.Fin) && end <= receiveEdge)
            peerFin ??= end;
        ReadOnlySpan<byte> data = segment.Data;
        if (peerFin is SequenceNumber fin && end > fin)
            data = data[..Math.Clamp(fin - segment.Sequence, 0, data.Length)];

        bool hadGaps = receive!.HasGaps;
        int grown = receive.Insert(segment.Sequence, data);
        receiveNext = receive.Next;

        // A probe of a closed window is taken if there is room, and may be more than was advertised.
        receiveEdge = SequenceNumber.Later(receiveEdge, receiveNext);
        if (grown == 0 || hadGaps)
        {
            // Out of order, or again, or filling a gap: the peer is to know at once (RFC 5681, section 4.2).
            isAcknowledgmentDue = true;
        }
        else if (++unacknowledgedSegments >= SegmentsPerAcknowledgment)
        {
            isAcknowledgmentDue = true;
        }
        else
        {
            acknowledgmentDeadline = now.After(options.DelayedAcknowledgment);
        }

        if (grown > 0)
            NoteChange();
        if (peerFin == receiveNext)
            TakeFin(now);
    }

    // Everything up to the FIN was received.
    private void TakeFin(Instant now)
    {
        receive!.InsertFin();
        receiveNext = receive.Next;
        receiveEdge = SequenceNumber.Later(receiveEdge, receiveNext);
        isFinReceived = true;
        isAcknowledgmentDue = true;
        NoteChange();
        switch (State)
        {
            case TcpState.Established:
                State = TcpState.CloseWait;
                break;
            case TcpState.FinWait1:
                State = TcpState.Closing;
                break;
            case TcpState.FinWait2:
                BeginTimeWait(now);
                break;
        }
    }
}
