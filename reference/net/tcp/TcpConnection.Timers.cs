using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// What happens when nothing comes: retransmission (RFC 6298), probes of a closed window (RFC 9293, section 3.8.6.1), keep-alive (section 3.8.4), the
/// user time-out (section 3.8.3), delayed acknowledgments, and the waits at the end.
/// </summary>
public sealed partial class TcpConnection
{
    private const int MaximumKeepAliveProbes = 9;

    private static readonly TimeSpan MinimumKeepAlive = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(75);

    // Runs while something is on its way, or waits for a window: then it is the persist timer, or the one that overrides the avoidance of silly windows.
    private Instant retransmitDeadline = Instant.Never;
    private bool isProbing;
    private Instant progressAt;

    private Instant keepAliveDeadline = Instant.Never;
    private int keepAliveProbes;
    private Instant lingerDeadline = Instant.Never;

    /// <summary>When <see cref="TimeOut"/> is to be called.</summary>
    internal Instant Deadline { get; private set; } = Instant.Never;

    private bool IsUnsent => send != null && (send.End > next || (isFinQueued && !isFinSent));

    /// <summary>The time for some timer has come.</summary>
    internal void TimeOut(Instant now)
    {
        if (lingerDeadline <= now)
        {
            EndLingering();
            return;
        }

        if (acknowledgmentDeadline <= now)
        {
            acknowledgmentDeadline = Instant.Never;
            isAcknowledgmentDue = true;
        }

        if (retransmitDeadline <= now)
        {
            retransmitDeadline = Instant.Never;
            if (State is TcpState.SynSent or TcpState.SynReceived)
                RepeatSyn(now);
            else
                RetransmissionTimeOut(now);
        }

        if (keepAliveDeadline <= now)
            ProbePeer(now);
        Output(now);
    }

    private void RepeatSyn(Instant now)
    {
        if (now.Since(begun) >= (Listener == null ? options.ConnectTimeout : options.HalfOpenTimeout))
        {
            End(softErrors > 0 ? TcpError.Unreachable : TcpError.TimedOut);
            return;
        }

        rtt.BackOff();
        isSynRepeated = true;
        isSynDue = true;
        layer.Counters.Retransmissions++;
    }

    private void RetransmissionTimeOut(Instant now)
    {
        if (now.Since(progressAt) >= (isClosedByProgram ? options.OrphanTimeout : options.UserTimeout))
        {
            isResetDue = true;
            End(TcpError.TimedOut);
            return;
        }

        rtt.BackOff();
        isTiming = false;
        bool isClosedWindow = sendWindow == 0;
        if (una == next || isClosedWindow)
        {
            Probe(isClosedWindow, now);
            return;
        }

        layer.Counters.Timeouts++;
        congestion.TimedOut(next - una, recovery!.TimedOut(una, next));
    }

    // The window is closed, or too small for a segment worth sending, and nothing is on its way that would bring news of it.
    private void Probe(bool isClosedWindow, Instant now)
    {
        isProbing |= isClosedWindow;
        int length = isClosedWindow ? 1 : Math.Min(sendWindow, CurrentSegmentSize);
        if (!TrySendText(una, length, now))
            retransmitDeadline = now.After(rtt.Timeout);
        isTiming = false;
    }

    // What was sent against the closed window was not taken, or its acknowledgment would have come with the new window.
    private void EndProbing()
    {
        isProbing = false;
        rtt.Restore();
        retransmitDeadline = Instant.Never;
        if (una < next)
            recovery!.Resend(una, next);
    }

    // Section 3.8.4: a number that was acknowledged already makes the peer answer.
    private void ProbePeer(Instant now)
    {
        if (keepAliveProbes++ < MaximumKeepAliveProbes)
        {
            TrySendEmpty(una - 1, now);
            return;
        }

        isResetDue = true;
        End(TcpError.TimedOut);
    }

    // After whatever happened: which timers run.
    private void SetTimers(bool isRefused, Instant now)
    {
        if (State is TcpState.Closed)
            return;
        bool isConnecting = State is TcpState.SynSent or TcpState.SynReceived;
        if (State != TcpState.TimeWait && (isConnecting || una < next || (IsUnsent && !isRefused)))
        {
            if (retransmitDeadline == Instant.Never)
                retransmitDeadline = now.After(rtt.Timeout);
        }
        else
        {
            retransmitDeadline = Instant.Never;
        }

        keepAliveDeadline = Instant.Never;
        if (keepAlive is TimeSpan idle && State is not TcpState.TimeWait && !isConnecting && una == next)
            keepAliveDeadline = heardAt.After(idle + (keepAliveProbes * KeepAliveInterval));
        if (State == TcpState.FinWait2 && isClosedByProgram && lingerDeadline == Instant.Never)
            lingerDeadline = now.After(options.OrphanTimeout);
        Deadline = Instant.Earlier(
            Instant.Earlier(retransmitDeadline, acknowledgmentDeadline),
            Instant.Earlier(keepAliveDeadline, lingerDeadline));
        layer.NoteDeadline(this);
    }
}
