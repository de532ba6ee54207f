using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>What must hold of a connection between two calls, whatever was received. Tests ask.</summary>
public sealed partial class TcpConnection
{
    /// <summary>The first thing that does not hold; null if all does.</summary>
    internal string? Audit()
    {
        bool hasBuffers = State is TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2 or TcpState.CloseWait or TcpState.Closing or TcpState.LastAck;
        if (una > next || next - una > options.SendBufferSize + 1)
            return "SND.UNA and SND.NXT";
        if (receiveEdge < receiveNext || receiveEdge - receiveNext > Math.Max(options.ReceiveBufferSize, MaximumUnscaledWindow))
            return "the window's right edge";
        if (hasBuffers != (send != null) || hasBuffers != (recovery != null) || (hasBuffers && receive == null))
            return "buffers";
        if (send != null && (send.Start != SequenceNumber.Earlier(una, send.End) || next - send.End > (isFinSent ? 1 : 0)))
            return "the send buffer's place";
        if (receive != null && (receive.Next != receiveNext || receive.Available < 0 || receive.Available > receive.Capacity))
            return "the receive buffer's place";
        if (recovery != null && (recovery.InFlight(una, next) < 0 || recovery.InFlight(una, next) > next - una))
            return "what is on its way";
        if (hasBuffers && (congestion.Window < segmentSize || segmentSize < MinimumSegmentSize - TcpSegmentHeader.OptionsLength(true, 0)))
            return "the congestion window";
        if ((State is TcpState.Closed) != (List == null))
            return "the layer's lists";
        if (hasBuffers && una < next && retransmitDeadline == Instant.Never)
            return "nothing would send what is on its way again";
        if (hasBuffers && IsUnsent && retransmitDeadline == Instant.Never && !IsRefused && !IsQueuedForOutput)
            return "nothing would send what waits";
        if ((State is TcpState.SynSent or TcpState.SynReceived or TcpState.TimeWait) && Deadline == Instant.Never)
            return "nothing would end it";
        return null;
    }
}
