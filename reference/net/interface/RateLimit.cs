using System;

namespace Euralios.Net.Interface;

/// <summary>
/// How often something may be done: so many times at once, and so many times a second in the long run (the token bucket of RFC 1812, section
/// 4.3.2.8).
/// </summary>
/// <param name="perSecond">Times a second.</param>
/// <param name="burst">Times at once.</param>
public sealed class RateLimit(int perSecond, int burst)
{
    private const long MicrosecondsPerSecond = 1_000_000;

    private readonly long interval = MicrosecondsPerSecond / perSecond;

    // The time at which all that was taken is paid back.
    private long paidBack = long.MinValue;

    /// <summary>Whether it may be done now; if so, it counts.</summary>
    public bool TryTake(Instant now)
    {
        long from = Math.Max(paidBack, now.Microseconds);
        if (from - now.Microseconds > interval * (burst - 1))
            return false;

        paidBack = from + interval;
        return true;
    }
}
