using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// What is sent: lost segments first, then new ones as far as the peer's window, the congestion window, Nagle's algorithm and the avoidance of silly
/// windows let them (RFC 9293, sections 3.7.4, 3.8.6), then an acknowledgment if none travelled with data.
/// </summary>
public sealed partial class TcpConnection
{
    private bool isResetDue;
    private int resetAttempts;
    private SequenceNumber lastAcknowledgmentSent;
    private Instant sentAt;

    /// <summary>The most data in a segment that carries what this one must carry.</summary>
    private int CurrentSegmentSize =>
        receive is { HasGaps: true } && isSelective ? segmentSize - TcpSegmentHeader.OptionsLength(false, BlockCount) : segmentSize;

    private int BlockCount => Math.Min(receive!.RangeCount, hasTimestamps ? TcpSegmentOptions.MaximumBlocks - 1 : TcpSegmentOptions.MaximumBlocks);

    // The number of what carries nothing. What is behind the peer's window the peer drops, and the acknowledgment with it: a probe is, and so is what was sent
    // before the peer took room back.
    private SequenceNumber EmptySequence => State != TcpState.SynReceived && next - una > sendWindow ? una + sendWindow : next;

    /// <summary>Sends what is due. What the output refuses is tried again at the next poll.</summary>
    internal void Output(Instant now)
    {
        bool isRefused = false;
        switch (State)
        {
            case TcpState.Closed:
                OutputReset();
                return;
            case TcpState.SynSent:
            case TcpState.SynReceived:
                isRefused = isSynDue && !TrySendSyn(now);
                break;
            case TcpState.TimeWait:
                break;
            default:
                isRefused = !TrySendData(now);
                break;
        }

        if (isAcknowledgmentDue && !isRefused && State != TcpState.SynSent)
            isRefused = !TrySendEmpty(EmptySequence, now);
        if (isRefused)
            layer.QueueRefused(this);
        SetTimers(isRefused, now);
    }

    private bool TrySendData(Instant now)
    {
        if (una == next && sentAt.After(rtt.Timeout) < now)
            congestion.Idle();
        isCongestionLimited = false;
        while (TryPick(out SequenceNumber sequence, out int length))
        {
            if (!TrySendText(sequence, length, now))
                return false;
        }

        return true;
    }

    // What to send next, FIN not counted in the length.
    private bool TryPick(out SequenceNumber sequence, out int length)
    {
        int allowance = congestion.Window - recovery!.InFlight(una, next);
        int size = CurrentSegmentSize;
        if (recovery.TryNext(una, out sequence, out length))
        {
            // Never beyond the peer's window; what is behind it is probed for.
            length = Math.Min(Math.Min(length, size), una + sendWindow - sequence);
            if (length <= 0)
                return false;
            isCongestionLimited = allowance < length && !recovery.IsFirstDue;
            return !isCongestionLimited;
        }

        if (TryPickNew(allowance, size, out length))
        {
            sequence = next;
            return true;
        }

        if (isCongestionLimited || !recovery.TryLikely(out sequence, out length))
            return false;
        length = Math.Min(Math.Min(length, size), una + sendWindow - sequence);
        return length > 0 && allowance >= length;
    }

    private bool TryPickNew(int allowance, int size, out int length)
    {
        length = 0;
        int queued = send!.End - next;
        if (queued < 0 || (queued == 0 && !isFinQueued))
            return false;
        int usable = una + sendWindow - next;
        if (usable <= 0)
            return false;
        length = Math.Min(Math.Min(queued, usable), size);

        // Section 3.8.6.2.1: a full segment; or all there is, if nothing is on its way or Nagle's algorithm does not hold it; or half of the peer's buffer.
        if (length < size)
        {
            bool isPushed = length == queued && (noDelay || isFinQueued || una == next);
            if (!isPushed && length < maximumSendWindow / 2)
                return false;
        }

        isCongestionLimited = allowance < length;
        return !isCongestionLimited;
    }

    private bool TrySendText(SequenceNumber sequence, int length, Instant now)
    {
        // A FIN goes with the last byte if the window has room for it.
        SequenceNumber dataEnd = send!.End;
        length = Math.Min(length, Math.Max(dataEnd - sequence, 0));
        SequenceNumber end = sequence + length;
        bool hasFin = isFinQueued && end == dataEnd && (end < una + sendWindow || isProbing);
        if (length == 0 && !hasFin)
            return false;
        TcpSegmentFlags flags = TcpSegmentFlags.Acknowledgment;
        if (end == dataEnd && length > 0)
            flags |= TcpSegmentFlags.Push;
        if (hasFin)
        {
            flags |= TcpSegmentFlags.Fin;
            end += 1;
        }

        var header = new TcpSegmentHeader { Sequence = sequence, Flags = flags };
        if (!TrySend(ref header, length, now))
            return false;
        if (sequence < next)
        {
            layer.Counters.Retransmissions++;
            recovery!.Retransmitted(una, next, sequence, end);
            isTiming = false;
        }
        else if (!isTiming)
        {
            isTiming = true;
            timedEnd = end;
            timedAt = now;
        }

        if (una == next)
            progressAt = now;
        sentAt = now;
        next = SequenceNumber.Later(next, end);
        if (hasFin)
            NoteFinSent();
        return true;
    }

    private bool TrySendEmpty(SequenceNumber sequence, Instant now)
    {
        var header = new TcpSegmentHeader { Sequence = sequence, Flags = TcpSegmentFlags.Acknowledgment };
        return TrySend(ref header, 0, now);
    }

    // Sends a segment, completing its header. Every segment carries the newest acknowledgment and window.
    private bool TrySend(ref TcpSegmentHeader header, int length, Instant now)
    {
        header.SourcePort = Local.Port;
        header.DestinationPort = Remote.Port;
        header.Acknowledgment = receiveNext;
        if ((header.Flags & TcpSegmentFlags.Syn) == 0)
        {
            header.Window = AdvertiseWindow();
            if (receive is { HasGaps: true } && isSelective)
                header.Blocks = receive.Blocks(BlockCount);
        }

        if (hasTimestamps)
        {
            header.HasTimestamp = true;
            header.TimestampValue = Clock(now);
            header.TimestampEcho = State == TcpState.SynSent ? 0 : recentTimestamp;
        }

        int size = header.Size;
        if (!layer.TryBegin(Remote.Address, size + length, out Span<byte> segment))
            return false;
        if (length > 0)
            send!.CopyTo(header.Sequence, segment.Slice(size, length));
        header.Write(segment, Local.Address, Remote.Address);
        layer.Send(size + length);
        lastAcknowledgmentSent = receiveNext;
        isAcknowledgmentDue = false;
        unacknowledgedSegments = 0;
        acknowledgmentDeadline = Instant.Never;
        return true;
    }

    // The window to name (SWS avoidance, section 3.8.6.2.2): its right edge moves when it can move by a segment or by half of the buffer.
    private ushort AdvertiseWindow()
    {
        if (receive != null && !isFinReceived)
        {
            SequenceNumber edge = receiveNext + receive.Room;
            if (edge - receiveEdge >= Math.Min(receive.Capacity / 2, layer.MaximumSegmentSize))
                receiveEdge = edge;
        }

        return (ushort)Math.Min((receiveEdge - receiveNext) >> receiveShift, ushort.MaxValue);
    }

    // Whether reading made so much room that the peer is to know without being asked: two segments, or half of the buffer, where little was left.
    private bool IsWindowUpdateDue
    {
        get
        {
            if (isFinReceived || IsClosed || receive == null)
                return false;
            int half = receive.Capacity / 2;
            return receiveEdge - receiveNext < half && receiveNext + receive.Room - receiveEdge >= Math.Min(half, 2 * layer.MaximumSegmentSize);
        }
    }

    // RST after an abort. If it cannot be sent after some attempts, the peer learns when it sends something.
    private void OutputReset()
    {
        const int MaximumAttempts = 8;
        if (!isResetDue)
            return;
        isResetDue = ++resetAttempts < MaximumAttempts && !layer.TrySendReset(Local, Remote, next, receiveNext);
        if (isResetDue)
            layer.QueueRefused(this);
    }
}
