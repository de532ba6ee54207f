using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>What acknowledgments say (RFC 9293, section 3.10.7.4, fifth): what arrived, what is lost, and how much the peer takes.</summary>
public sealed partial class TcpConnection
{
    private RttEstimator rtt;
    private CongestionControl congestion;
    private LossRecovery? recovery;

    // Whether the congestion window, not the program or the peer, ended the last burst: only then it may grow (RFC 7661, section 4).
    private bool isCongestionLimited;

    // The segment whose round trip is being timed.
    private bool isTiming;
    private SequenceNumber timedEnd;
    private Instant timedAt;

    /// <summary>Takes a segment's acknowledgment, window and blocks. Returns whether the rest of the segment counts.</summary>
    private bool TakeAcknowledgment(scoped in TcpSegment segment, Instant now)
    {
        // RFC 5961, section 5.2: not of what was never sent, nor older than any window.
        SequenceNumber acknowledgment = segment.Acknowledgment;
        if (acknowledgment > next || acknowledgment < una - maximumSendWindow)
        {
            Challenge(now);
            return false;
        }

        if (acknowledgment < una || State == TcpState.TimeWait)
            return true;
        int acknowledged = acknowledgment - una;
        bool isNewSelectively = false;
        if (acknowledged > 0)
            Advance(acknowledgment, segment, now);
        if (isSelective)
        {
            TcpSegmentOptions peer = segment.Options;
            for (int index = 0; index < peer.BlockCount; index++)
                isNewSelectively |= recovery!.Block(peer.Block(index), una, next);
        }

        bool isSameWindow = TakeWindow(segment, now);
        if (una == next)
            return EndIfAcknowledged(now);

        // RFC 5681, section 2, says what a duplicate is; with blocks it is what has a new one (RFC 6675, section 2).
        bool isDuplicate = acknowledged == 0
            && (isSelective ? isNewSelectively : isSameWindow && segment.Length == 0 && sendWindow > 0);
        if ((isDuplicate || isNewSelectively) && recovery!.Told(una, next, isDuplicate))
        {
            congestion.Lost(next - una);
            isTiming = false;
            layer.Counters.FastRecoveries++;
        }

        return true;
    }

    // SND.UNA moves.
    private void Advance(SequenceNumber acknowledgment, scoped in TcpSegment segment, Instant now)
    {
        int acknowledged = acknowledgment - una;
        TakeRoundTrip(acknowledgment, segment, now);
        una = acknowledgment;
        SequenceNumber dataEnd = SequenceNumber.Earlier(acknowledgment, send!.End);
        if (dataEnd > send.Start)
        {
            send.Release(dataEnd);
            NoteChange();
        }

        bool wasFast = recovery!.IsFast;
        if (recovery.Advanced(una, next, acknowledged))
            congestion.Recovered(recovery.InFlight(una, next));
        else if (!wasFast && isCongestionLimited)
            congestion.Acknowledged(acknowledged);

        // RFC 6298, sections 5.2 and 5.3.
        retransmitDeadline = una == next ? Instant.Never : now.After(rtt.Timeout);
        progressAt = now;
    }

    private void TakeRoundTrip(SequenceNumber acknowledgment, scoped in TcpSegment segment, Instant now)
    {
        if (hasTimestamps && segment.Options.HasTimestamp)
        {
            // RFC 7323, section 4: the echo says which transmission it was. One that cannot be is a peer's mistake.
            uint milliseconds = Clock(now) - segment.Options.TimestampEcho;
            if (milliseconds <= MaximumRoundTripMilliseconds)
                rtt.Sample(milliseconds * MicrosecondsPerMillisecond);
        }
        else if (isTiming && acknowledgment >= timedEnd)
        {
            rtt.Sample(now.Microseconds - timedAt.Microseconds);
        }

        if (acknowledgment >= timedEnd)
            isTiming = false;
    }

    // SND.WND, from the newest segment (section 3.10.7.4). That is the one that acknowledges most: one that is sent again has an old number, and yet the window
    // behind its acknowledgment; the older one's would reach beyond it. Returns whether it is as it was.
    private bool TakeWindow(scoped in TcpSegment segment, Instant now)
    {
        int window = segment.Window << sendShift;
        if (segment.Acknowledgment < windowAcknowledgment || (segment.Acknowledgment == windowAcknowledgment && segment.Sequence < windowSequence))
            return true;
        windowSequence = segment.Sequence;
        windowAcknowledgment = segment.Acknowledgment;
        bool isSame = window == sendWindow;
        sendWindow = window;
        maximumSendWindow = Math.Max(maximumSendWindow, window);
        if (window == 0)
        {
            // A peer that says so is alive, and may keep its window shut as long as it likes (section 3.8.6.1); not so once nobody waits for it.
            if (!isClosedByProgram)
                progressAt = now;
        }
        else if (isProbing)
        {
            EndProbing();
        }

        return isSame;
    }

    // All that was sent arrived; with it perhaps the FIN. Returns whether the connection still takes text.
    private bool EndIfAcknowledged(Instant now)
    {
        if (!isFinSent)
            return true;
        switch (State)
        {
            case TcpState.FinWait1:
                State = TcpState.FinWait2;
                NoteChange();
                break;
            case TcpState.Closing:
                BeginTimeWait(now);
                break;
            case TcpState.LastAck:
                End(TcpError.None);
                return false;
        }

        return true;
    }
}
