namespace Euralios.Net.Wire;

/// <summary>Some bytes in a row of a connection: a block of a selective acknowledgment (RFC 2018, section 3) for instance.</summary>
/// <param name="Start">The first byte's number.</param>
/// <param name="End">The number after the last byte's.</param>
public readonly record struct TcpSegmentRange(SequenceNumber Start, SequenceNumber End)
{
    /// <summary>How many bytes.</summary>
    public int Length => End - Start;
}
