namespace Merriwig.Devices;

/// <summary>
/// A point in time as the registers of the MC146818 clock hold it: a date and a time of day, UTC, in the form that the control register says.
/// </summary>
internal struct CmosTime
{
    /// <summary>The control register's bit for binary numbers; clear, they are BCD.</summary>
    internal const byte Binary = 0x04;

    /// <summary>The control register's bit for hours from 0 to 23; clear, they are from 1 to 12, with <see cref="Afternoon"/>.</summary>
    internal const byte Hours24 = 0x02;

    /// <summary>The bit of an hour from 1 to 12 that says it is after noon.</summary>
    internal const byte Afternoon = 0x80;

    /// <summary>0 to 59.</summary>
    internal byte Second;

    /// <summary>0 to 59.</summary>
    internal byte Minute;

    /// <summary>As the control register says.</summary>
    internal byte Hour;

    /// <summary>Day of the month, from 1.</summary>
    internal byte Day;

    /// <summary>1 to 12.</summary>
    internal byte Month;

    /// <summary>The year's last two digits; the clock is taken to be in the years 2000 to 2099, in which each fourth year is a leap year.</summary>
    internal byte Year;

    /// <summary>The control register (register B): <see cref="Binary"/>, <see cref="Hours24"/>, and bits that do not matter here.</summary>
    internal byte Control;

    /// <summary>Whether all registers are equal.</summary>
    internal static bool AreEqual(in CmosTime left, in CmosTime right) =>
        left.Second == right.Second && left.Minute == right.Minute && left.Hour == right.Hour
        && left.Day == right.Day && left.Month == right.Month && left.Year == right.Year && left.Control == right.Control;

    /// <summary>Seconds since 1970-01-01 00:00; 0 where the registers hold no date or no time of day.</summary>
    internal readonly ulong ToUnixSeconds()
    {
        int second = Number(Second);
        int minute = Number(Minute);
        int hour = HourOfDay();
        int day = Number(Day);
        int month = Number(Month);
        int year = Number(Year);
        if (second is < 0 or > 59 || minute is < 0 or > 59 || hour < 0 || year is < 0 or > 99 || month is < 1 or > 12
            || day < 1 || day > DaysIn(month, year))
            return 0;

        // From 1970 to 2000 there are 30 years, 7 of them leap years; since then (year + 3) / 4 of those before this one.
        int days = (30 * 365) + 7 + (year * 365) + ((year + 3) / 4) + day - 1;
        for (int i = 1; i < month; i++)
            days += DaysIn(i, year);
        return ((ulong)days * 86_400) + (ulong)((hour * 3600) + (minute * 60) + second);
    }

    /// <summary>0 to 23, or -1.</summary>
    private readonly int HourOfDay()
    {
        if ((Control & Hours24) != 0)
        {
            int hour = Number(Hour);
            return hour <= 23 ? hour : -1;
        }

        // 12 is the first hour of its half of the day.
        int hourOfHalf = Number((byte)(Hour & ~Afternoon));
        if (hourOfHalf is < 1 or > 12)
            return -1;
        return (hourOfHalf % 12) + ((Hour & Afternoon) != 0 ? 12 : 0);
    }

    /// <summary>A register's number, or -1 where it should be BCD and is not.</summary>
    private readonly int Number(byte register)
    {
        if ((Control & Binary) != 0)
            return register;
        int tens = register >> 4;
        int ones = register & 15;
        return tens <= 9 && ones <= 9 ? (tens * 10) + ones : -1;
    }

    private static int DaysIn(int month, int year) => month switch
    {
        2 => year % 4 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
