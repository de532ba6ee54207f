using System.Text;

namespace Euralios.Tools;

/// <summary>Seconds in the words of people: dates of the Gregorian calendar in UTC, and durations.</summary>
internal static class Calendar
{
    private const ulong SecondsOfDay = 86_400;

    // The day count of 1970-01-01 from 0000-03-01, and the days of four centuries.
    private const ulong DaysBefore1970 = 719_468;
    private const ulong DaysOfEra = 146_097;

    private static readonly string[] Weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Days, hours, minutes and seconds.</summary>
    internal static string Duration(ulong seconds)
    {
        ulong days = seconds / SecondsOfDay;
        string time = $"{seconds / 3600 % 24}:{seconds / 60 % 60:D2}:{seconds % 60:D2}";
        return days == 0 ? time : $"{days} {(days == 1 ? "day" : "days")} {time}";
    }

    /// <summary>A moment by a format: %Y %m %d %H %M %S %a %b %e %s %F %T %Z %n %%. What is not known stays as it is.</summary>
    internal static string Format(string format, ulong secondsSince1970)
    {
        ToDate(secondsSince1970 / SecondsOfDay, out ulong year, out ulong month, out ulong day);
        ulong hour = secondsSince1970 / 3600 % 24;
        ulong minute = secondsSince1970 / 60 % 60;
        ulong second = secondsSince1970 % 60;
        var text = new StringBuilder();
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            char field = format[++i];
            text.Append(field switch
            {
                'Y' => $"{year}",
                'm' => $"{month:D2}",
                'd' => $"{day:D2}",
                'e' => $"{day,2}",
                'H' => $"{hour:D2}",
                'M' => $"{minute:D2}",
                'S' => $"{second:D2}",
                'F' => $"{year}-{month:D2}-{day:D2}",
                'T' => $"{hour:D2}:{minute:D2}:{second:D2}",
                'a' => Weekdays[(int)(((secondsSince1970 / SecondsOfDay) + 4) % 7)],
                'b' => Months[(int)month - 1],
                's' => $"{secondsSince1970}",
                'Z' => "UTC",
                'n' => "\n",
                '%' => "%",
                _ => $"%{field}",
            });
        }

        return text.ToString();
    }

    /// <summary>The date of a day that is so many days after 1970-01-01. Years are counted from March on, so that the leap day is the last.</summary>
    private static void ToDate(ulong days, out ulong year, out ulong month, out ulong day)
    {
        ulong count = days + DaysBefore1970;
        ulong era = count / DaysOfEra;
        ulong dayOfEra = count % DaysOfEra;
        ulong yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        ulong dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        ulong shifted = ((5 * dayOfYear) + 2) / 153;
        day = dayOfYear - (((153 * shifted) + 2) / 5) + 1;
        month = shifted < 10 ? shifted + 3 : shifted - 9;
        year = (era * 400) + yearOfEra + (month <= 2 ? 1ul : 0);
    }
}
