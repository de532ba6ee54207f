using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// Initial sequence numbers (RFC 6528): a clock that ticks every 4 µs, so that a connection's numbers lie above those of the one before it between the
/// same ends, plus a secret offset for each pair of ends, so that nobody can tell one pair's numbers from another's.
/// </summary>
internal readonly struct InitialSequence(ulong key0, ulong key1)
{
    private const int TickMicroseconds = 4;

    private readonly SipHash hash = new(key0, key1);

    /// <summary>The number for a connection that begins now.</summary>
    public SequenceNumber Next(Ipv4Endpoint local, Ipv4Endpoint remote, Instant now) =>
        new((uint)(now.Microseconds / TickMicroseconds) + (uint)hash.Compute(Pack(local), Pack(remote)));

    private static ulong Pack(Ipv4Endpoint endpoint) => ((ulong)endpoint.Address.Value << 16) | endpoint.Port;
}
