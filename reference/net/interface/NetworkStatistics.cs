namespace Euralios.Net.Interface;

/// <summary>
/// What has happened since the stack began: how much came and went, and why things were dropped. Each is a number of frames, packets or messages.
/// </summary>
public sealed class NetworkStatistics
{
    // Frames.
    public long FramesReceived;
    public long FramesSent;

    /// <summary>No Ethernet frame: too short, too long, or from a group.</summary>
    public long FramesMalformed;

    /// <summary>For another station or a group.</summary>
    public long FramesForOthers;

    /// <summary>Of a protocol that is not known here.</summary>
    public long FramesUnknown;

    /// <summary>Times that the link had no room for a frame.</summary>
    public long LinkBusy;

    // Address resolution.
    public long ArpMalformed;
    public long ArpRequestsReceived;
    public long ArpRequestsSent;
    public long ArpRepliesSent;

    /// <summary>Answers that nobody asked for, and what claims to come from an address that it cannot come from.</summary>
    public long ArpIgnored;

    /// <summary>Times that another station used this host's address.</summary>
    public long AddressConflicts;

    // IPv4.
    public long PacketsReceived;
    public long PacketsDelivered;
    public long PacketsSent;

    /// <summary>Bad version, lengths or check sum.</summary>
    public long PacketsMalformed;

    /// <summary>From an address that no packet may come from.</summary>
    public long PacketsFromInvalidSource;

    /// <summary>To another host.</summary>
    public long PacketsForOthers;

    /// <summary>Carrying a protocol that nobody handles.</summary>
    public long PacketsUnknown;

    /// <summary>That could not be sent: no way to there.</summary>
    public long PacketsWithoutRoute;

    /// <summary>That waited for a neighbour's address or the link in vain, or found the waiting room full.</summary>
    public long PacketsUndeliverable;

    /// <summary>To this host itself, that found its queue full.</summary>
    public long LoopbackDropped;

    // Fragments.
    public long FragmentsReceived;
    public long Reassembled;

    /// <summary>Fragments that make no sense: of a wrong length, beyond the end, or too much in all.</summary>
    public long FragmentsMalformed;

    /// <summary>Packets whose fragments contradicted one another.</summary>
    public long FragmentsOverlapping;

    /// <summary>Packets whose fragments did not all come in time.</summary>
    public long ReassemblyTimeouts;

    /// <summary>Unfinished packets that had to make room for others.</summary>
    public long ReassemblyEvictions;

    // ICMP.
    public long IcmpReceived;
    public long IcmpMalformed;

    /// <summary>Messages of kinds that nothing is done about, and errors about packets that nobody here sent.</summary>
    public long IcmpIgnored;
    public long EchoRepliesSent;
    public long IcmpErrorsSent;

    /// <summary>Errors that were not sent, because too many were.</summary>
    public long IcmpErrorsLimited;

    // UDP.
    public long DatagramsReceived;
    public long DatagramsSent;
    public long DatagramsMalformed;

    /// <summary>To a port that nobody listens at.</summary>
    public long DatagramsUnwanted;

    /// <summary>To a socket whose queue was full.</summary>
    public long DatagramsDropped;
}
