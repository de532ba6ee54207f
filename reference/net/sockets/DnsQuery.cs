using System.Collections.Generic;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>How a look-up ended, or that it has not.</summary>
public enum DnsStatus : byte
{
    /// <summary>An answer is waited for.</summary>
    Pending,

    /// <summary>There are addresses.</summary>
    Resolved,

    /// <summary>The text is no name.</summary>
    InvalidName,

    /// <summary>No server is known.</summary>
    NoServers,

    /// <summary>There is no such name.</summary>
    NameNotFound,

    /// <summary>The name exists, and has no address.</summary>
    NoAddress,

    /// <summary>The servers could not say, or would not.</summary>
    ServerFailure,

    /// <summary>No server answered.</summary>
    TimedOut,

    /// <summary>The name is another one for a name, and so on, for too long.</summary>
    TooManyAliases,

    /// <summary>The answer did not fit into a datagram, and what came had no address.</summary>
    Truncated,

    /// <summary>Too many look-ups are under way.</summary>
    TooManyQueries,
}

/// <summary>A look-up of a name's addresses: under way, or ended for good.</summary>
/// <param name="name">The name in small letters.</param>
public sealed class DnsQuery(string name)
{
    /// <summary>What is looked up.</summary>
    public string Name => name;

    /// <summary>How it ended.</summary>
    public DnsStatus Status { get; internal set; }

    /// <summary>The addresses, in the order in which the server said them.</summary>
    public IReadOnlyList<Ipv4Address> Addresses { get; internal set; } = [];

    /// <summary>The server that answered; unspecified where none was asked.</summary>
    public Ipv4Address Server { get; internal set; }
}
