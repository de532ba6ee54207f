using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// Where transports put what they send. A payload is written in place, into the very frame that goes out. One packet at a time: what was begun is
/// sent, or is given up by the next <see cref="TryBegin"/>.
/// </summary>
public interface IIpv4Output
{
    /// <summary>The own address; <see cref="Ipv4Address.Unspecified"/> while there is none.</summary>
    Ipv4Address Address { get; }

    /// <summary>
    /// The source that packets to an address get, for the check sums of TCP and UDP: the own address; for 127.0.0.0/8 that very address, so that both
    /// ends of a conversation within this host agree about who they are.
    /// </summary>
    Ipv4Address SourceFor(Ipv4Address destination) => destination.IsLoopback ? destination : Address;

    /// <summary>The most payload of one packet that goes out in one piece, in bytes: 1,480 on Ethernet.</summary>
    int MaximumPayload { get; }

    /// <summary>Begins a packet.</summary>
    /// <param name="destination">Whom to.</param>
    /// <param name="protocol">What it carries.</param>
    /// <param name="length">Its payload's most bytes, up to <see cref="MaximumPayload"/>.</param>
    /// <param name="payload">Where to write it: <paramref name="length"/> bytes of any content.</param>
    /// <returns>
    /// Whether it can be sent now. If not, because the link takes nothing or the next hop's address is being asked for, the sender tries again when
    /// it is polled next; nothing is kept for it.
    /// </returns>
    bool TryBegin(Ipv4Address destination, InternetProtocol protocol, int length, out Span<byte> payload);

    /// <summary>Sends the packet that was begun, with as much of its payload as was written.</summary>
    void Send(int length);
}
