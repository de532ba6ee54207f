namespace Euralios.Net.Tcp;

/// <summary>What happened so far, as RFC 4022 counts it and a little more.</summary>
public struct TcpCounters
{
    /// <summary>Segments received, bad ones too.</summary>
    public long SegmentsIn;

    /// <summary>Segments sent, those with RST too.</summary>
    public long SegmentsOut;

    /// <summary>Segments sent again, each time.</summary>
    public long Retransmissions;

    /// <summary>Times that the retransmission timer ran out.</summary>
    public long Timeouts;

    /// <summary>Times that duplicate or selective acknowledgments began a recovery.</summary>
    public long FastRecoveries;

    /// <summary>Segments received with a wrong check sum.</summary>
    public long BadChecksums;

    /// <summary>Segments received whose lengths make no sense.</summary>
    public long Malformed;

    /// <summary>Segments sent with RST.</summary>
    public long ResetsOut;

    /// <summary>Connections that a peer's RST ended.</summary>
    public long ResetsIn;

    /// <summary>Acknowledgments sent to find out whether a peer means what it seems to say (RFC 5961).</summary>
    public long ChallengesOut;

    /// <summary>Connections begun from here.</summary>
    public long ActiveOpens;

    /// <summary>Connections begun by a peer's SYN.</summary>
    public long PassiveOpens;

    /// <summary>Connections in SYN-RECEIVED that had to make room for others.</summary>
    public long HalfOpenEvicted;
}
