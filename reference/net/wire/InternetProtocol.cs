namespace Euralios.Net.Wire;

/// <summary>What an IPv4 packet carries (IANA, "Assigned Internet Protocol Numbers").</summary>
public enum InternetProtocol : byte
{
    Icmp = 1,
    Tcp = 6,
    Udp = 17,
}
