using System;
using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>What a DHCP server gave, checked: the address is a host's in its subnet, the router is on the link, the times are in order.</summary>
/// <param name="Configuration">Address, subnet and router.</param>
/// <param name="DnsServers">Name servers, the best one first.</param>
/// <param name="Server">Who gave it.</param>
/// <param name="Begin">When it was asked for; the other times count from there.</param>
/// <param name="Renewal">T1: when to ask the server for more time.</param>
/// <param name="Rebinding">T2: when to ask any server.</param>
/// <param name="Expiry">When the address is not this host's any more.</param>
public sealed record DhcpLease(
    Ipv4Configuration Configuration,
    IReadOnlyList<Ipv4Address> DnsServers,
    Ipv4Address Server,
    Instant Begin,
    Instant Renewal,
    Instant Rebinding,
    Instant Expiry)
{
    private const uint Infinite = uint.MaxValue;

    /// <summary>The lease that a server's acknowledgement gives, if it is one.</summary>
    public static bool TryFrom(DhcpMessage message, Instant begin, out DhcpLease? lease)
    {
        lease = null;
        if (message.LeaseSeconds is not uint seconds || seconds == 0 || !TryConfigure(message, out Ipv4Configuration configuration))
            return false;

        var servers = new List<Ipv4Address>();
        foreach (Ipv4Address server in message.DnsServers)
        {
            if (server.IsHost && !configuration.IsBroadcast(server))
                servers.Add(server);
        }

        if (seconds == Infinite)
        {
            lease = new DhcpLease(configuration, servers, message.ServerIdentifier, begin, Instant.Never, Instant.Never, Instant.Never);
            return true;
        }

        // RFC 2131, section 4.4.5: half the time, and seven eighths, unless the server says otherwise, and sensibly.
        double rebinding = message.RebindingSeconds is uint t2 && t2 < seconds && t2 > 0 ? t2 : seconds * 0.875;
        double half = seconds * 0.5;
        double renewal = message.RenewalSeconds is uint t1 && t1 < rebinding && t1 > 0 ? t1 : half < rebinding ? half : rebinding * 0.5;
        lease = new DhcpLease(
            configuration, servers, message.ServerIdentifier, begin, After(begin, renewal), After(begin, rebinding), After(begin, seconds));
        return true;
    }

    private static Instant After(Instant begin, double seconds) => begin.After(TimeSpan.FromSeconds(seconds));

    private static bool TryConfigure(DhcpMessage message, out Ipv4Configuration configuration)
    {
        Ipv4Address address = message.YourAddress;
        bool hasMask = Ipv4Configuration.TryFromMask(address, message.SubnetMask ?? 0, default, out configuration);

        // Without a sensible mask the address's class says it (RFC 1122, section 3.2.1.3).
        if (!hasMask || configuration.PrefixLength < 8)
            configuration = new Ipv4Configuration(address, address.Value >> 31 == 0 ? 8 : address.Value >> 30 == 2 ? 16 : 24, default);
        bool hasRouter = message.Router.IsHost && configuration.IsOnLink(message.Router) && !configuration.IsBroadcast(message.Router) &&
            message.Router != address;
        if (hasRouter)
            configuration = configuration with { Gateway = message.Router };
        return address.IsHost && !configuration.IsBroadcast(address);
    }
}
