namespace System;

/// <summary>A length of time, in ticks of 100 ns.</summary>
public readonly struct TimeSpan : IComparable, IComparable<TimeSpan>, IEquatable<TimeSpan>, ISpanFormattable
{
    public const long TicksPerMicrosecond = 10;
    public const long TicksPerMillisecond = 10_000;
    public const long TicksPerSecond = 10_000_000;
    public const long TicksPerMinute = 60 * TicksPerSecond;
    public const long TicksPerHour = 60 * TicksPerMinute;
    public const long TicksPerDay = 24 * TicksPerHour;

    public static readonly TimeSpan Zero = new(0);
    public static readonly TimeSpan MaxValue = new(long.MaxValue);
    public static readonly TimeSpan MinValue = new(long.MinValue);

    private readonly long ticks;

    public TimeSpan(long ticks) => this.ticks = ticks;

    public TimeSpan(int hours, int minutes, int seconds)
        : this(0, hours, minutes, seconds)
    {
    }

    public TimeSpan(int days, int hours, int minutes, int seconds)
        : this(days, hours, minutes, seconds, 0)
    {
    }

    public TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds) =>
        ticks = (days * TicksPerDay) + (hours * TicksPerHour) + (minutes * TicksPerMinute) + (seconds * TicksPerSecond)
            + (milliseconds * TicksPerMillisecond);

    public long Ticks => ticks;

    public int Days => (int)(ticks / TicksPerDay);

    public int Hours => (int)(ticks / TicksPerHour % 24);

    public int Minutes => (int)(ticks / TicksPerMinute % 60);

    public int Seconds => (int)(ticks / TicksPerSecond % 60);

    public int Milliseconds => (int)(ticks / TicksPerMillisecond % 1000);

    public int Microseconds => (int)(ticks / TicksPerMicrosecond % 1000);

    public double TotalDays => (double)ticks / TicksPerDay;

    public double TotalHours => (double)ticks / TicksPerHour;

    public double TotalMinutes => (double)ticks / TicksPerMinute;

    public double TotalSeconds => (double)ticks / TicksPerSecond;

    public double TotalMilliseconds => (double)ticks / TicksPerMillisecond;

    public double TotalMicroseconds => (double)ticks / TicksPerMicrosecond;

    public static TimeSpan FromTicks(long value) => new(value);

    public static TimeSpan FromDays(double value) => From(value, TicksPerDay);

    public static TimeSpan FromHours(double value) => From(value, TicksPerHour);

    public static TimeSpan FromMinutes(double value) => From(value, TicksPerMinute);

    public static TimeSpan FromSeconds(double value) => From(value, TicksPerSecond);

    public static TimeSpan FromMilliseconds(double value) => From(value, TicksPerMillisecond);

    public static TimeSpan FromMicroseconds(double value) => From(value, TicksPerMicrosecond);

    public static TimeSpan FromDays(int days) => new(days * TicksPerDay);

    public static TimeSpan FromHours(int hours) => new(hours * TicksPerHour);

    public static TimeSpan FromMinutes(long minutes) => new(checked(minutes * TicksPerMinute));

    public static TimeSpan FromSeconds(long seconds) => new(checked(seconds * TicksPerSecond));

    public TimeSpan Add(TimeSpan ts) => this + ts;

    public TimeSpan Subtract(TimeSpan ts) => this - ts;

    public TimeSpan Negate() => -this;

    public TimeSpan Duration() => new(Math.Abs(ticks));

    public static TimeSpan operator +(TimeSpan t1, TimeSpan t2) => new(checked(t1.ticks + t2.ticks));

    public static TimeSpan operator -(TimeSpan t1, TimeSpan t2) => new(checked(t1.ticks - t2.ticks));

    public static TimeSpan operator -(TimeSpan t) => new(checked(-t.ticks));

    public static TimeSpan operator +(TimeSpan t) => t;

    public static TimeSpan operator *(TimeSpan timeSpan, double factor) => Rounded(timeSpan.ticks * factor);

    public static TimeSpan operator *(double factor, TimeSpan timeSpan) => timeSpan * factor;

    public static TimeSpan operator /(TimeSpan timeSpan, double divisor) => Rounded(timeSpan.ticks / divisor);

    public static double operator /(TimeSpan t1, TimeSpan t2) => (double)t1.ticks / t2.ticks;

    public static bool operator ==(TimeSpan t1, TimeSpan t2) => t1.ticks == t2.ticks;

    public static bool operator !=(TimeSpan t1, TimeSpan t2) => t1.ticks != t2.ticks;

    public static bool operator <(TimeSpan t1, TimeSpan t2) => t1.ticks < t2.ticks;

    public static bool operator <=(TimeSpan t1, TimeSpan t2) => t1.ticks <= t2.ticks;

    public static bool operator >(TimeSpan t1, TimeSpan t2) => t1.ticks > t2.ticks;

    public static bool operator >=(TimeSpan t1, TimeSpan t2) => t1.ticks >= t2.ticks;

    public static int Compare(TimeSpan t1, TimeSpan t2) => t1.CompareTo(t2);

    public int CompareTo(TimeSpan value) => ticks.CompareTo(value.ticks);

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        TimeSpan other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type TimeSpan."),
    };

    public bool Equals(TimeSpan obj) => ticks == obj.ticks;

    public override bool Equals(object? value) => value is TimeSpan other && Equals(other);

    public override int GetHashCode() => ticks.GetHashCode();

    /// <summary>[-][d.]hh:mm:ss[.fffffff]</summary>
    public override string ToString()
    {
        ulong magnitude = ticks < 0 ? 0 - (ulong)ticks : (ulong)ticks;
        ulong days = magnitude / TicksPerDay;
        ulong fraction = magnitude % TicksPerSecond;
        string text = $"{magnitude / TicksPerHour % 24:D2}:{magnitude / TicksPerMinute % 60:D2}:{magnitude / TicksPerSecond % 60:D2}";
        return (ticks < 0 ? "-" : "") + (days > 0 ? $"{days}." : "") + text + (fraction > 0 ? $".{fraction:D7}" : "");
    }

    /// <summary>The formats c, t and T, which are the same.</summary>
    public string ToString(string? format) => format is null or "" or "c" or "t" or "T"
        ? ToString()
        : throw new FormatException("Input string was not in a correct format.");

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? formatProvider = null)
    {
        string text = ToString(new string(format));
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }

    private static TimeSpan From(double value, long scale)
    {
        if (double.IsNaN(value))
            throw new ArgumentException("TimeSpan does not accept floating point Not-a-Number values.");
        return Truncated(value * scale);
    }

    private static TimeSpan Rounded(double ticks) => Truncated(Math.Round(ticks));

    private static TimeSpan Truncated(double ticks) =>
        ticks is >= -9223372036854775808.0 and < 9223372036854775808.0
            ? new TimeSpan((long)ticks)
            : throw new OverflowException("TimeSpan overflowed because the duration is too long.");
}
