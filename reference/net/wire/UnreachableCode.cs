namespace Euralios.Net.Wire;

/// <summary>Why a packet could not be delivered: the codes of ICMP's "destination unreachable" (RFC 792; RFC 1122, section 3.2.2.1).</summary>
public enum UnreachableCode : byte
{
    Network = 0,
    Host = 1,
    Protocol = 2,
    Port = 3,
    FragmentationNeeded = 4,
    SourceRouteFailed = 5,
    NetworkUnknown = 6,
    HostUnknown = 7,
    SourceHostIsolated = 8,
    NetworkProhibited = 9,
    HostProhibited = 10,
    NetworkUnreachableForService = 11,
    HostUnreachableForService = 12,

    /// <summary>A filter does not let it pass (RFC 1812, section 5.2.7.1).</summary>
    AdministrativelyProhibited = 13,
    HostPrecedenceViolation = 14,
    PrecedenceCutoff = 15,
}
