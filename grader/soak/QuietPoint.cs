namespace Euralios.Grader.Soak;

/// <summary>A moment at which nothing is left of what users did: both are at a shell's first prompt.</summary>
/// <param name="Round">The round that led there.</param>
/// <param name="ClockTime">What has passed on the guest's clock. Much of it nobody waited for: idle time is skipped.</param>
/// <param name="Instructions">Of the guest's.</param>
/// <param name="Entered">Lines that were entered until then.</param>
/// <param name="Figures">What the system uses.</param>
public sealed record QuietPoint(int Round, TimeSpan ClockTime, long Instructions, int Entered, SystemFigures Figures)
{
    /// <summary>How long the guest's processor was at work.</summary>
    public TimeSpan ProcessorTime => new((Instructions << SoakRun.IcountShift) / TimeSpan.NanosecondsPerTick);
}
