using System;

namespace Euralios.Net.Tcp;

/// <summary>How much memory and patience TCP has.</summary>
public sealed class TcpOptions
{
    /// <summary>Bytes a connection keeps that came and were not read.</summary>
    public int ReceiveBufferSize { get; init; } = 64 * 1024;

    /// <summary>Bytes a connection keeps that were written and are not acknowledged.</summary>
    public int SendBufferSize { get; init; } = 64 * 1024;

    /// <summary>The most connections with buffers, or being made from here.</summary>
    public int MaximumConnections { get; init; } = 256;

    /// <summary>The most connections a listener has in SYN-RECEIVED, which have no buffers. One more takes the oldest one's place (RFC 4987, section 3.4).</summary>
    public int MaximumHalfOpen { get; init; } = 64;

    /// <summary>The most connections in TIME-WAIT, which have no buffers. One more takes the oldest one's place.</summary>
    public int MaximumTimeWait { get; init; } = 256;

    /// <summary>How long TIME-WAIT lasts: twice the longest time that a segment is thought to live (RFC 9293, section 3.4.2).</summary>
    public TimeSpan TimeWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The shortest retransmission time-out. RFC 6298, section 2.4, says 1 s "should" be it; what counts is that it exceeds the time that peers delay
    /// acknowledgments, 200 ms with the usual ones.
    /// </summary>
    public TimeSpan MinimumRetransmissionTimeout { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest retransmission time-out, however often it doubled (RFC 6298, section 2.5: at least 60 s).</summary>
    public TimeSpan MaximumRetransmissionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an acknowledgment waits for data to travel with (RFC 9293, section 3.8.6.3: less than 500 ms).</summary>
    public TimeSpan DelayedAcknowledgment { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>How long a SYN is repeated (RFC 1122, section 4.2.3.5: at least 3 minutes).</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a SYN that came is answered without the acknowledgment that completes the handshake.</summary>
    public TimeSpan HalfOpenTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long data may stay unacknowledged (RFC 9293, section 3.8.3: at least 100 s). A peer that answers probes of its zero window is waited for.</summary>
    public TimeSpan UserTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a connection that its program closed waits without progress, for acknowledgments or for the peer's FIN.</summary>
    public TimeSpan OrphanTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether windows are scaled if the peer agrees (RFC 7323, section 2).</summary>
    public bool UseWindowScale { get; init; } = true;

    /// <summary>Whether acknowledgments are selective if the peer agrees (RFC 2018).</summary>
    public bool UseSelectiveAcknowledgment { get; init; } = true;

    /// <summary>
    /// Whether segments carry time stamps if the peer agrees (RFC 7323, sections 3 to 5). They cost 12 bytes a segment, and with windows of this size
    /// sequence numbers do not come round within a segment's life.
    /// </summary>
    public bool UseTimestamps { get; init; }
}
