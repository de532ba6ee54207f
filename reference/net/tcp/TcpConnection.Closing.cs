using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>How a connection ends (RFC 9293, section 3.6): in both directions by FIN, by RST, or because nothing is heard.</summary>
public sealed partial class TcpConnection
{
    // A router's word is believed if it is repeated: one report may be of a moment (RFC 5461, section 3.2).
    private const int SoftErrorsToGiveUp = 3;

    /// <summary>Whether a SYN may begin a new connection between the same ends (RFC 9293, section 3.6.1; RFC 6191).</summary>
    internal bool AllowsReuse(scoped in TcpSegment segment) =>
        State == TcpState.TimeWait
        && (hasTimestamps && segment.Options.HasTimestamp && segment.Options.TimestampValue != recentTimestamp
            ? (int)(segment.Options.TimestampValue - recentTimestamp) > 0
            : segment.Sequence > receiveNext);

    /// <summary>A number that is above all that this connection sent.</summary>
    internal SequenceNumber NumberAfter => next + 1;

    /// <summary>
    /// Somebody says that a segment did not arrive. Only a number that is on its way is believed (RFC 5927, section 4.1), and only while connecting it
    /// ends the connection (RFC 5461); later the timers decide.
    /// </summary>
    internal void Unreachable(UnreachableCode code, SequenceNumber sequence)
    {
        if (State != TcpState.SynSent || sequence < una || sequence >= next)
            return;
        softErrors++;
        if (code == UnreachableCode.Port)
            End(TcpError.Refused);
        else if (code == UnreachableCode.Protocol || softErrors >= SoftErrorsToGiveUp)
            End(TcpError.Unreachable);
    }

    /// <summary>Ends without a word to the peer: the layer does not keep it any more.</summary>
    internal void End(TcpError error)
    {
        State = TcpState.Closed;
        Error = error;
        Deadline = Instant.Never;
        ReleaseBuffers();
        layer.Forget(this);
        if (isResetDue)
            layer.QueueForOutput(this);
        NoteChange();
    }

    private void EndByReset()
    {
        layer.Counters.ResetsIn++;

        // In LAST-ACK and CLOSING both sides had said all they had to say.
        End(State is TcpState.LastAck or TcpState.Closing ? TcpError.None : State == TcpState.SynReceived ? TcpError.Refused : TcpError.Reset);
    }

    private void NoteFinSent()
    {
        isFinSent = true;
        if (State == TcpState.Established)
            State = TcpState.FinWait1;
        else if (State == TcpState.CloseWait)
            State = TcpState.LastAck;
    }

    private void BeginTimeWait(Instant now)
    {
        State = TcpState.TimeWait;
        retransmitDeadline = Instant.Never;
        acknowledgmentDeadline = Instant.Never;
        lingerDeadline = now.After(options.TimeWait);
        ReleaseBuffers();
        NoteChange();
        layer.MoveToTimeWait(this);
    }

    // TIME-WAIT is over, or the peer of a connection that its program closed never sends its FIN.
    private void EndLingering()
    {
        bool isOver = State == TcpState.TimeWait;
        isResetDue = !isOver;
        End(isOver ? TcpError.None : TcpError.TimedOut);
    }

    // What was read may go, and what was sent; what can still be read stays.
    private void ReleaseBuffers()
    {
        send = null;
        recovery = null;
        if (receive is { Available: 0 } || isClosedByProgram)
            receive = null;
    }

    private void NoteChange()
    {
        if (!isClosedByProgram && (Listener == null || IsAccepted))
            layer.QueueAsChanged(this);
    }
}
