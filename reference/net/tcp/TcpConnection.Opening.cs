using System;
using Euralios.Net.Storage;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>How a connection begins (RFC 9293, section 3.5): up to the moment when both sides know the other's number.</summary>
public sealed partial class TcpConnection
{
    // RFC 9293, section 3.7.1: what a peer takes that names no size. Less than the other is not believed: headers would be most of what is sent.
    private const int DefaultSegmentSize = 536;
    private const int MinimumSegmentSize = 64;
    private const int MaximumUnscaledWindow = ushort.MaxValue;

    private readonly Instant begun;
    private bool isSynDue;
    private bool isSynRepeated;
    private Instant synSentAt;
    private int softErrors;

    // A SYN's window is never scaled (RFC 7323, section 2.2).
    private int SynWindow => Math.Min(options.ReceiveBufferSize, MaximumUnscaledWindow);

    /// <summary>Begins from here (section 3.10.1): the SYN goes out.</summary>
    internal void Connect(Instant now)
    {
        Offer();
        State = TcpState.SynSent;
        isSynDue = true;
        Output(now);
    }

    /// <summary>Begins with a peer's SYN to a listener (section 3.10.7.2): the SYN with an acknowledgment goes out.</summary>
    internal void Answer(scoped in TcpSegment segment, Instant now)
    {
        Offer();
        TakeSyn(segment);
        State = TcpState.SynReceived;
        isSynDue = true;
        Output(now);
    }

    /// <summary>A segment came in SYN-SENT (section 3.10.7.3).</summary>
    private void ArriveInSynSent(scoped in TcpSegment segment, Instant now)
    {
        bool hasAcknowledgment = segment.Has(TcpSegmentFlags.Acknowledgment);
        if (hasAcknowledgment && segment.Acknowledgment != next)
        {
            layer.SendReset(Local, Remote, segment);
            return;
        }

        if (segment.Has(TcpSegmentFlags.Reset))
        {
            if (hasAcknowledgment)
                End(TcpError.Refused);
            return;
        }

        if (!segment.Has(TcpSegmentFlags.Syn))
            return;
        TakeSyn(segment);
        if (hasAcknowledgment)
        {
            if (!isSynRepeated)
                rtt.Sample(now.Since(synSentAt).Ticks / TimeSpan.TicksPerMicrosecond);
            isAcknowledgmentDue = true;
            Establish(segment, now);
        }
        else
        {
            // Both began at once (section 3.5, figure 8).
            State = TcpState.SynReceived;
            isSynDue = true;
        }
    }

    /// <summary>The acknowledgment of the own SYN came in SYN-RECEIVED (section 3.10.7.4, fifth). Returns whether the segment may be looked at further.</summary>
    private bool CompleteHandshake(scoped in TcpSegment segment, Instant now)
    {
        if (segment.Acknowledgment != next)
        {
            layer.SendReset(Local, Remote, segment);
            return false;
        }

        // A listener whose queue is full hears nothing: the peer's next segment, or the own SYN sent again, brings the acknowledgment once more.
        if (Listener != null && !Listener.TryComplete(this))
            return false;
        if (!isSynRepeated)
            rtt.Sample(now.Since(synSentAt).Ticks / TimeSpan.TicksPerMicrosecond);
        Establish(segment, now);
        return true;
    }

    private void Establish(scoped in TcpSegment segment, Instant now)
    {
        una = next;
        send = new SendBuffer(options.SendBufferSize, next);
        receive = new ReceiveBuffer(options.ReceiveBufferSize, receiveNext);
        recovery = new LossRecovery(una, segmentSize, isSelective);
        congestion = new CongestionControl(segmentSize, options.SendBufferSize, isSynRepeated);
        if (isSynRepeated)
            rtt.AfterSynLoss();

        sendWindow = segment.Has(TcpSegmentFlags.Syn) ? segment.Window : segment.Window << sendShift;
        maximumSendWindow = sendWindow;
        windowSequence = segment.Sequence;
        windowAcknowledgment = segment.Acknowledgment;
        retransmitDeadline = Instant.Never;
        State = TcpState.Established;
        progressAt = now;
        NoteChange();
    }

    // What this side would like to use.
    private void Offer()
    {
        isSelective = options.UseSelectiveAcknowledgment;
        hasTimestamps = options.UseTimestamps;
        isScaled = options.UseWindowScale;
        receiveShift = isScaled ? ShiftFor(options.ReceiveBufferSize) : 0;
    }

    // What the peer's SYN says.
    private void TakeSyn(scoped in TcpSegment segment)
    {
        initialReceive = segment.Sequence;
        receiveNext = initialReceive + 1;
        receiveEdge = receiveNext + SynWindow;
        TcpSegmentOptions peer = segment.Options;
        int size = peer.MaximumSegmentSize == 0 ? DefaultSegmentSize : Math.Max(peer.MaximumSegmentSize, (ushort)MinimumSegmentSize);
        hasTimestamps &= peer.HasTimestamp;
        recentTimestamp = peer.TimestampValue;

        // An option is used if both name it: the answer repeats only what the peer's SYN has.
        isScaled &= peer.WindowScale != null;
        sendShift = isScaled ? peer.WindowScale!.Value : 0;
        receiveShift = isScaled ? receiveShift : 0;
        isSelective &= peer.IsSackPermitted;
        segmentSize = Math.Min(size, layer.MaximumSegmentSize) - TcpSegmentHeader.OptionsLength(hasTimestamps, 0);
        maximumSendWindow = segment.Window;
    }

    private bool TrySendSyn(Instant now)
    {
        bool isAnswer = State == TcpState.SynReceived;
        var header = new TcpSegmentHeader
        {
            Sequence = initialSend,
            Flags = isAnswer ? TcpSegmentFlags.Syn | TcpSegmentFlags.Acknowledgment : TcpSegmentFlags.Syn,
            Window = (ushort)SynWindow,
            MaximumSegmentSize = (ushort)layer.MaximumSegmentSize,
            WindowScale = isScaled ? receiveShift : null,
            IsSackPermitted = isSelective,
        };
        if (!TrySend(ref header, 0, now))
            return false;
        isSynDue = false;
        synSentAt = now;
        return true;
    }

    // The least shift by which a buffer's size fits a window.
    private static int ShiftFor(int bufferSize)
    {
        int shift = 0;
        while (bufferSize >> shift > MaximumUnscaledWindow)
            shift++;
        return shift;
    }
}
