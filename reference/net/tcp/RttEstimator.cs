using System;

namespace Euralios.Net.Tcp;

/// <summary>How long to wait for an acknowledgment (RFC 6298), from how long others took. All in microseconds.</summary>
internal struct RttEstimator
{
    private const long Initial = 1_000_000;
    private const long AfterLostSyn = 3_000_000;
    private const long Granularity = 1_000;

    private readonly long minimum;
    private readonly long maximum;
    private long variation;
    private long timeout;
    private bool hasSample;

    /// <summary>No estimate yet: one second (section 2.1).</summary>
    public RttEstimator(TcpOptions options)
    {
        minimum = options.MinimumRetransmissionTimeout.Ticks / TimeSpan.TicksPerMicrosecond;
        maximum = options.MaximumRetransmissionTimeout.Ticks / TimeSpan.TicksPerMicrosecond;
        timeout = Math.Max(Initial, minimum);
    }

    /// <summary>The smoothed round-trip time; 0 before the first sample.</summary>
    public long Smoothed { get; private set; }

    /// <summary>The time-out as it is now, doubled as often as it ran out.</summary>
    public readonly TimeSpan Timeout => new(timeout * TimeSpan.TicksPerMicrosecond);

    /// <summary>Takes a time that a segment needed that was sent once (Karn: section 3), or whose time stamp says which it was.</summary>
    public void Sample(long time)
    {
        time = Math.Max(time, 0);
        if (hasSample)
        {
            variation += (Math.Abs(Smoothed - time) - variation) / 4;
            Smoothed += (time - Smoothed) / 8;
        }
        else
        {
            hasSample = true;
            Smoothed = time;
            variation = time / 2;
        }

        Restore();
    }

    /// <summary>The timer ran out (section 5.5).</summary>
    public void BackOff() => timeout = Math.Min(timeout * 2, maximum);

    /// <summary>The peer is heard again, though it was no loss that kept it silent: the time-out as the estimate has it.</summary>
    public void Restore() => timeout = hasSample ? Math.Clamp(Smoothed + Math.Max(Granularity, 4 * variation), minimum, maximum) : Math.Max(Initial, minimum);

    /// <summary>The handshake needed a SYN to be sent again (section 5.7).</summary>
    public void AfterSynLoss() => timeout = hasSample ? timeout : Math.Max(AfterLostSyn, minimum);
}
