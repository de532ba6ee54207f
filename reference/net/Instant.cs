using System;

namespace Euralios.Net;

/// <summary>
/// A point of time: microseconds since a beginning that is the caller's. The stack has no clock of its own; whoever polls it says what time it is,
/// and time never goes back.
/// </summary>
/// <param name="Microseconds">Microseconds since the beginning.</param>
public readonly record struct Instant(long Microseconds)
{
    /// <summary>Later than every time that comes.</summary>
    public static Instant Never => new(long.MaxValue);

    /// <summary>A time after this one; <see cref="Never"/> stays so.</summary>
    public Instant After(TimeSpan time) => this == Never ? this : new Instant(Microseconds + (time.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>How long ago another time was; negative if it is to come.</summary>
    public TimeSpan Since(Instant earlier) => new((Microseconds - earlier.Microseconds) * TimeSpan.TicksPerMicrosecond);

    /// <summary>The earlier of two.</summary>
    public static Instant Earlier(Instant first, Instant second) => first <= second ? first : second;

    public static bool operator <(Instant left, Instant right) => left.Microseconds < right.Microseconds;
    public static bool operator >(Instant left, Instant right) => left.Microseconds > right.Microseconds;
    public static bool operator <=(Instant left, Instant right) => left.Microseconds <= right.Microseconds;
    public static bool operator >=(Instant left, Instant right) => left.Microseconds >= right.Microseconds;
}
