using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>Time stamps (RFC 7323): round trips of segments sent twice, and protection against numbers that came round (PAWS, section 5).</summary>
public sealed partial class TcpConnection
{
    private const long MicrosecondsPerMillisecond = 1_000;
    private const uint MaximumRoundTripMilliseconds = 120_000;

    // Section 5.5: a time stamp that is 24 days old compares with nothing.
    private const long OutdatedMicroseconds = 24L * 24 * 60 * 60 * 1_000_000;

    private uint recentTimestamp;
    private Instant recentTimestampAt;

    // The clock ticks every millisecond, and begins elsewhere in each connection, so that it does not tell how long this machine is up (section 7.1).
    private uint Clock(Instant now) => (uint)(now.Microseconds / MicrosecondsPerMillisecond) + initialSend.Value;

    // Sections 5.3 R1, and 4.3 for what is echoed. A segment without the option is dropped (section 3.2), but for RST.
    private bool IsTimestampAcceptable(scoped in TcpSegment segment, Instant now)
    {
        if (!segment.Options.HasTimestamp)
            return segment.Has(TcpSegmentFlags.Reset);
        uint value = segment.Options.TimestampValue;
        bool isOlder = (int)(value - recentTimestamp) < 0 && now.Microseconds - recentTimestampAt.Microseconds < OutdatedMicroseconds;
        if (isOlder && !segment.Has(TcpSegmentFlags.Reset))
            return false;
        if (!isOlder && segment.Sequence <= lastAcknowledgmentSent)
        {
            recentTimestamp = value;
            recentTimestampAt = now;
        }

        return true;
    }
}
