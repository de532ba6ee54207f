using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// A protocol above IPv4: what the stack tells it, and how it is polled. Whatever it is given came from a stranger. From within these calls it may
/// send through <see cref="IIpv4Output"/>.
/// </summary>
public interface ITransport
{
    /// <summary>
    /// A packet for this host came: whole, with a source that may be answered. The protocol's own check sum has not been looked at.
    /// </summary>
    /// <param name="source">Whom from: one host's address, never a group's, a broadcast or unspecified.</param>
    /// <param name="destination">Whom to: an own address, or a broadcast or a group this host is in.</param>
    /// <param name="payload">What the packet carried; it stays as it is until this call returns.</param>
    /// <param name="now">The time.</param>
    void Receive(Ipv4Address source, Ipv4Address destination, ReadOnlySpan<byte> payload, Instant now);

    /// <summary>
    /// A packet of this protocol that this host is said to have sent could not be delivered (RFC 1122, section 3.2.2.1). Anybody may have said so:
    /// RFC 5927 tells what to believe.
    /// </summary>
    /// <param name="local">The packet's source, an own address, and its port.</param>
    /// <param name="remote">The packet's destination and its port.</param>
    /// <param name="code">Why.</param>
    /// <param name="sequence">The four bytes after the ports: TCP's sequence number, UDP's length and check sum.</param>
    /// <param name="now">The time.</param>
    void Unreachable(Ipv4Endpoint local, Ipv4Endpoint remote, UnreachableCode code, uint sequence, Instant now);

    /// <summary>Does what is due: timers, and what could not be sent before.</summary>
    /// <returns>Whether anything was done.</returns>
    bool Poll(Instant now);

    /// <summary>
    /// When it wants to be polled next, if nothing comes before; <see cref="Instant.Never"/> if it waits for nothing. What the output refused to
    /// begin does not make this earlier: the stack knows of it, and polls again.
    /// </summary>
    Instant NextPoll { get; }
}
