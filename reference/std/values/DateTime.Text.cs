using System.Text;

namespace System;

// A moment as text, in the invariant culture's forms.
public readonly partial struct DateTime
{
    public override string ToString() => ToString("G");

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    /// <summary>
    /// The standard formats d, D, t, T, f, F, g, G, s, u, o and O, and patterns of the letters y, M, d, H, h, m, s, f, F and t with what stands
    /// between them.
    /// </summary>
    public string ToString(string? format)
    {
        string pattern = format switch
        {
            null or "" or "G" => "MM/dd/yyyy HH:mm:ss",
            "g" => "MM/dd/yyyy HH:mm",
            "d" => "MM/dd/yyyy",
            "D" => "dddd, dd MMMM yyyy",
            "t" => "HH:mm",
            "T" => "HH:mm:ss",
            "f" => "dddd, dd MMMM yyyy HH:mm",
            "F" => "dddd, dd MMMM yyyy HH:mm:ss",
            "s" => "yyyy-MM-dd'T'HH:mm:ss",
            "u" => "yyyy-MM-dd HH:mm:ss'Z'",
            "o" or "O" => Kind == DateTimeKind.Utc ? "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff",
            { Length: 1 } => throw Malformed(),
            _ => format,
        };
        var text = new StringBuilder();
        Append(text, pattern);
        return text.ToString();
    }

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        string text = ToString(new string(format));
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }

    private void Append(StringBuilder text, string pattern)
    {
        (int year, int month, int day) = Parts();
        for (int i = 0; i < pattern.Length;)
        {
            char letter = pattern[i];
            int count = 1;
            while (i + count < pattern.Length && pattern[i + count] == letter)
                count++;
            switch (letter)
            {
                case 'y':
                    text.Append((count <= 2 ? year % 100 : year).ToString("D" + count.ToString()));
                    break;
                case 'M':
                    text.Append(count < 3 ? Digits(month, count) : Short(MonthName(month), count));
                    break;
                case 'd':
                    text.Append(count < 3 ? Digits(day, count) : Short(DayName(DayOfWeek), count));
                    break;
                case 'H':
                    text.Append(Digits(Hour, count));
                    break;
                case 'h':
                    text.Append(Digits(((Hour + 11) % 12) + 1, count));
                    break;
                case 'm':
                    text.Append(Digits(Minute, count));
                    break;
                case 's':
                    text.Append(Digits(Second, count));
                    break;
                case 'f' or 'F':
                    AppendFraction(text, letter, count);
                    break;
                case 't':
                    text.Append((Hour < 12 ? "AM" : "PM").AsSpan(0, Math.Min(count, 2)));
                    break;
                case '\'' or '"':
                    int end = pattern.IndexOf(letter, i + 1);
                    if (end < 0)
                        throw Malformed();
                    text.Append(pattern.AsSpan(i + 1, end - i - 1));
                    count = end + 1 - i;
                    break;
                case '\\' when i + 1 < pattern.Length:
                    text.Append(pattern[i + 1]);
                    count = 2;
                    break;
                case '%' when i + 1 < pattern.Length:
                    count = 1;
                    break;
                case 'g' or 'K' or 'z':
                    throw new NotSupportedException("Eras and time zones are not supported.");
                default:
                    text.Append(letter, count);
                    break;
            }

            i += count;
        }
    }

    /// <summary>Digits of a second's fraction; F leaves out zeros at their end, and the point before them.</summary>
    private void AppendFraction(StringBuilder text, char letter, int count)
    {
        if (count > 7)
            throw Malformed();
        string digits = (Ticks % TimeSpan.TicksPerSecond).ToString("D7").Substring(0, count);
        if (letter == 'F')
            digits = digits.TrimEnd('0');
        if (letter == 'F' && digits.Length == 0 && text.Length > 0 && text[text.Length - 1] == '.')
            text.Length--;
        text.Append(digits);
    }

    private static string Digits(int number, int count) => number.ToString(count == 1 ? "D1" : "D2");

    private static string Short(string name, int count) => count == 3 ? name.Substring(0, 3) : name;

    private static string MonthName(int month) => month switch
    {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };

    private static string DayName(DayOfWeek day) => day switch
    {
        DayOfWeek.Sunday => "Sunday",
        DayOfWeek.Monday => "Monday",
        DayOfWeek.Tuesday => "Tuesday",
        DayOfWeek.Wednesday => "Wednesday",
        DayOfWeek.Thursday => "Thursday",
        DayOfWeek.Friday => "Friday",
        _ => "Saturday",
    };

    private static FormatException Malformed() => new("Input string was not in a correct format.");
}
