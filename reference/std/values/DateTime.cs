namespace System;

/// <summary>What a time is counted from. There are no time zones here: local time is UTC.</summary>
public enum DateTimeKind
{
    Unspecified = 0,
    Utc = 1,
    Local = 2,
}

public enum DayOfWeek
{
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

/// <summary>A moment of the Gregorian calendar from year 1 to 9999, in ticks of 100 ns.</summary>
public readonly partial struct DateTime : IComparable, IComparable<DateTime>, IEquatable<DateTime>, ISpanFormattable
{
    private const int DaysPerYear = 365;
    private const int DaysPer4Years = (DaysPerYear * 4) + 1;
    private const int DaysPer100Years = (DaysPer4Years * 25) - 1;
    private const int DaysPer400Years = (DaysPer100Years * 4) + 1;
    private const long LastTick = (((DaysPer400Years * 25L) - 366) * TimeSpan.TicksPerDay) - 1;

    public static readonly DateTime MinValue = new(0);
    public static readonly DateTime MaxValue = new(LastTick);
    public static readonly DateTime UnixEpoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public DateTime(long ticks)
        : this(ticks, DateTimeKind.Unspecified)
    {
    }

    public DateTime(long ticks, DateTimeKind kind)
    {
        if (ticks is < 0 or > LastTick)
            throw new ArgumentOutOfRangeException(nameof(ticks), "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.");
        Ticks = ticks;
        Kind = kind;
    }

    public DateTime(int year, int month, int day)
        : this(year, month, day, 0, 0, 0)
    {
    }

    public DateTime(int year, int month, int day, int hour, int minute, int second)
        : this(year, month, day, hour, minute, second, DateTimeKind.Unspecified)
    {
    }

    public DateTime(int year, int month, int day, int hour, int minute, int second, DateTimeKind kind)
        : this(year, month, day, hour, minute, second, 0, kind)
    {
    }

    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)
        : this(year, month, day, hour, minute, second, millisecond, DateTimeKind.Unspecified)
    {
    }

    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, DateTimeKind kind)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month))
            throw new ArgumentOutOfRangeException(null, "Year, Month, and Day parameters describe an un-representable DateTime.");
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            throw new ArgumentOutOfRangeException(null, "Hour, Minute, and Second parameters describe an un-representable DateTime.");
        if (millisecond is < 0 or > 999)
            throw new ArgumentOutOfRangeException(nameof(millisecond));
        Ticks = (DaysBefore(year, month, day) * TimeSpan.TicksPerDay) + new TimeSpan(0, hour, minute, second, millisecond).Ticks;
        Kind = kind;
    }

    public long Ticks { get; }

    public DateTimeKind Kind { get; }

    public int Year => Parts().Year;

    public int Month => Parts().Month;

    public int Day => Parts().Day;

    public int DayOfYear => (int)((Ticks / TimeSpan.TicksPerDay) - DaysBefore(Year, 1, 1)) + 1;

    public DayOfWeek DayOfWeek => (DayOfWeek)(((Ticks / TimeSpan.TicksPerDay) + 1) % 7);

    public int Hour => TimeOfDay.Hours;

    public int Minute => TimeOfDay.Minutes;

    public int Second => TimeOfDay.Seconds;

    public int Millisecond => TimeOfDay.Milliseconds;

    public TimeSpan TimeOfDay => new(Ticks % TimeSpan.TicksPerDay);

    public DateTime Date => new(Ticks - (Ticks % TimeSpan.TicksPerDay), Kind);

    public static bool IsLeapYear(int year) => year is < 1 or > 9999
        ? throw new ArgumentOutOfRangeException(nameof(year), "Year must be between 1 and 9999.")
        : year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        >= 1 and <= 12 => 31,
        _ => throw new ArgumentOutOfRangeException(nameof(month), "Month must be between one and twelve."),
    };

    public static DateTime SpecifyKind(DateTime value, DateTimeKind kind) => new(value.Ticks, kind);

    public DateTime ToUniversalTime() => new(Ticks, DateTimeKind.Utc);

    public DateTime Add(TimeSpan value) => AddTicks(value.Ticks);

    public DateTime AddTicks(long value)
    {
        long ticks = Ticks + value;
        if (ticks is < 0 or > LastTick)
            throw new ArgumentOutOfRangeException(nameof(value), "The added or subtracted value results in an un-representable DateTime.");
        return new DateTime(ticks, Kind);
    }

    public DateTime AddDays(double value) => AddTicks((long)(value * TimeSpan.TicksPerDay));

    public DateTime AddHours(double value) => AddTicks((long)(value * TimeSpan.TicksPerHour));

    public DateTime AddMinutes(double value) => AddTicks((long)(value * TimeSpan.TicksPerMinute));

    public DateTime AddSeconds(double value) => AddTicks((long)(value * TimeSpan.TicksPerSecond));

    public DateTime AddMilliseconds(double value) => AddTicks((long)(value * TimeSpan.TicksPerMillisecond));

    /// <summary>The same day of another month, or that month's last.</summary>
    public DateTime AddMonths(int months)
    {
        (int year, int month, int day) = Parts();
        long count = (year * 12L) + month - 1 + months;
        year = (int)(count / 12);
        month = (int)(count % 12) + 1;
        if (months is < -120000 or > 120000 || year is < 1 or > 9999)
            throw new ArgumentOutOfRangeException(nameof(months), "The added or subtracted value results in an un-representable DateTime.");
        return new DateTime((DaysBefore(year, month, Math.Min(day, DaysInMonth(year, month))) * TimeSpan.TicksPerDay) + TimeOfDay.Ticks, Kind);
    }

    public DateTime AddYears(int value) => AddMonths(value * 12);

    public TimeSpan Subtract(DateTime value) => this - value;

    public DateTime Subtract(TimeSpan value) => this - value;

    public static DateTime operator +(DateTime d, TimeSpan t) => d.Add(t);

    public static DateTime operator -(DateTime d, TimeSpan t) => d.AddTicks(-t.Ticks);

    public static TimeSpan operator -(DateTime d1, DateTime d2) => new(d1.Ticks - d2.Ticks);

    public static bool operator ==(DateTime d1, DateTime d2) => d1.Ticks == d2.Ticks;

    public static bool operator !=(DateTime d1, DateTime d2) => d1.Ticks != d2.Ticks;

    public static bool operator <(DateTime t1, DateTime t2) => t1.Ticks < t2.Ticks;

    public static bool operator <=(DateTime t1, DateTime t2) => t1.Ticks <= t2.Ticks;

    public static bool operator >(DateTime t1, DateTime t2) => t1.Ticks > t2.Ticks;

    public static bool operator >=(DateTime t1, DateTime t2) => t1.Ticks >= t2.Ticks;

    public static int Compare(DateTime t1, DateTime t2) => t1.CompareTo(t2);

    public int CompareTo(DateTime value) => Ticks.CompareTo(value.Ticks);

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        DateTime other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type DateTime."),
    };

    public bool Equals(DateTime value) => Ticks == value.Ticks;

    public override bool Equals(object? value) => value is DateTime other && Equals(other);

    public override int GetHashCode() => Ticks.GetHashCode();

    /// <summary>Days from the first of year 1.</summary>
    private static long DaysBefore(int year, int month, int day)
    {
        int before = year - 1;
        long days = (before * (long)DaysPerYear) + (before / 4) - (before / 100) + (before / 400);
        for (int i = 1; i < month; i++)
            days += DaysInMonth(year, i);
        return days + day - 1;
    }

    private (int Year, int Month, int Day) Parts()
    {
        int days = (int)(Ticks / TimeSpan.TicksPerDay);
        int year = (days / DaysPer400Years * 400) + 1;
        days %= DaysPer400Years;

        // The last century of four, and the last year of four, are a day longer.
        int centuries = Math.Min(days / DaysPer100Years, 3);
        days -= centuries * DaysPer100Years;
        year += (centuries * 100) + (days / DaysPer4Years * 4);
        days %= DaysPer4Years;
        int years = Math.Min(days / DaysPerYear, 3);
        days -= years * DaysPerYear;
        year += years;

        int month = 1;
        for (; days >= DaysInMonth(year, month); month++)
            days -= DaysInMonth(year, month);
        return (year, month, days + 1);
    }
}
