using System;
using System.Collections.Generic;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>Finds a machine's addresses, and waits for the name servers; at first for this machine's own address, which the network gives soon after the boot.</summary>
internal static class NameLookup
{
    private const ulong LongestWaitForAddress = 15_000_000;

    /// <param name="network">The network.</param>
    /// <param name="host">A name or an address.</param>
    /// <param name="waiter">The calling thread's.</param>
    /// <param name="addresses">The addresses: one at least.</param>
    /// <param name="error">Why there are none.</param>
    internal static bool TryFind(Network network, string host, Waiter waiter, out IReadOnlyList<Ipv4Address> addresses, out Error error)
    {
        addresses = [];
        ulong end = Clock.Microseconds + LongestWaitForAddress;
        DnsQuery? query = null;
        while (true)
        {
            lock (network.Gate)
            {
                if (query is null && (network.Stack.Configuration.HasAddress || host == "localhost" || host.StartsWith("127.")))
                {
                    query = network.Stack.Dns.Resolve(host, Network.Now);
                    network.Settle();
                    end = SystemCall.Forever;
                }

                if (query is not null && query.Status != DnsStatus.Pending)
                {
                    addresses = query.Addresses;
                    error = ErrorOf(query.Status);
                    return error == Error.None;
                }

                waiter.Watch();
            }

            if (!waiter.Wait(end))
            {
                error = query is null ? Error.NetworkDown : Error.Closed;
                return false;
            }
        }
    }

    private static Error ErrorOf(DnsStatus status) => status switch
    {
        DnsStatus.Resolved => Error.None,
        DnsStatus.NoServers => Error.NetworkDown,
        DnsStatus.TimedOut => Error.TimedOut,
        DnsStatus.TooManyQueries => Error.Memory,
        DnsStatus.ServerFailure or DnsStatus.TooManyAliases or DnsStatus.Truncated => Error.UnexpectedReply,
        _ => Error.HostNotFound,
    };
}
