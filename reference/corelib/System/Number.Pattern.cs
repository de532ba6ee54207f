using System.Runtime.CompilerServices;

namespace System;

// Patterns such as "0.00" and "#,##0": .NET's custom numeric formats.
internal static partial class Number
{
    /// <summary>What a pattern's section asks for.</summary>
    private ref struct Section
    {
        /// <summary>Places before the point and behind it.</summary>
        internal int Places, Decimals;

        /// <summary>The first 0 among the places before the point, and the last behind it; -1 where there is none.</summary>
        internal int FirstZero, LastZero;
        internal bool IsGrouped, HasExponent;

        /// <summary>Powers of ten by which the number is shown larger.</summary>
        internal int Shift;
    }

    private static void AppendPattern(ref DefaultInterpolatedStringHandler text, scoped Digits digits, ReadOnlySpan<char> format)
    {
        ReadOnlySpan<char> part = ChooseSection(format, digits.Count == 0 ? 2 : digits.IsNegative ? 1 : 0, out bool ownsSign);
        Section section = Measure(part);
        RoundTo(ref digits, section);
        if (digits.Count == 0)
        {
            // Rounded to nothing: shown as a zero is.
            part = ChooseSection(format, 2, out ownsSign);
            section = Measure(part);
        }

        // A number below 1 has no sign where nothing else is shown of it.
        var body = new DefaultInterpolatedStringHandler(0, 0);
        Write(ref body, digits, part, section);
        if (digits.IsNegative && !ownsSign && (digits.Scale != 0 || body.Text.Length > 0))
            text.Append('-');
        text.AppendFormatted(body.Text);
    }

    private static void RoundTo(scoped ref Digits digits, Section section)
    {
        if (digits.Count > 0)
            digits.Scale += section.Shift;
        digits.Round(section.HasExponent ? section.Places + section.Decimals : digits.Scale + section.Decimals);
    }

    /// <summary>Sections are for positive numbers, negative ones and zero; one that is missing or empty is the first.</summary>
    private static ReadOnlySpan<char> ChooseSection(ReadOnlySpan<char> format, int wanted, out bool ownsSign)
    {
        ReadOnlySpan<char> first = default;
        int start = 0;
        for (int index = 0; start <= format.Length; index++)
        {
            int end = SectionEnd(format, start);
            ReadOnlySpan<char> section = format.Slice(start, end - start);
            if (index == 0)
                first = section;
            if (index == wanted && (index == 0 || !section.IsEmpty))
            {
                ownsSign = index > 0;
                return section;
            }

            start = end + 1;
        }

        ownsSign = false;
        return first;
    }

    private static int SectionEnd(ReadOnlySpan<char> format, int start)
    {
        int at = start;
        for (; at < format.Length && format[at] != ';'; at++)
            at = SkipLiteral(format, at);
        return Math.Min(at, format.Length);
    }

    /// <summary>The last place of a literal that begins here, or the place itself.</summary>
    private static int SkipLiteral(ReadOnlySpan<char> format, int at)
    {
        if (format[at] == '\\')
            return at + 1;
        if (format[at] is not ('\'' or '"'))
            return at;
        char quote = format[at++];
        while (at < format.Length && format[at] != quote)
            at++;
        return at;
    }

    private static Section Measure(ReadOnlySpan<char> format)
    {
        var section = new Section { FirstZero = -1, LastZero = -1 };
        bool isBehindPoint = false;
        int commas = 0;
        for (int i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '0' or '#':
                    section.IsGrouped |= commas > 0 && !isBehindPoint && section.Places > 0;
                    commas = 0;
                    if (format[i] == '0' && isBehindPoint)
                        section.LastZero = section.Decimals;
                    else if (format[i] == '0' && section.FirstZero < 0)
                        section.FirstZero = section.Places;
                    if (isBehindPoint)
                        section.Decimals++;
                    else
                        section.Places++;
                    break;
                case '.':
                    section.Shift -= isBehindPoint ? 0 : 3 * commas;
                    commas = 0;
                    isBehindPoint = true;
                    break;
                case ',':
                    commas += section.Places > 0 && !isBehindPoint ? 1 : 0;
                    break;
                case '%':
                    section.Shift += 2;
                    break;
                case '\u2030':
                    section.Shift += 3;
                    break;
                case 'E' or 'e' when ExponentDigits(format, i, out _, out int last) > 0:
                    section.HasExponent = true;
                    i = last;
                    break;
                default:
                    i = SkipLiteral(format, i);
                    break;
            }
        }

        section.Shift -= isBehindPoint ? 0 : 3 * commas;
        return section;
    }

    private static int ExponentDigits(ReadOnlySpan<char> format, int at, out bool hasPlus, out int last)
    {
        hasPlus = at + 1 < format.Length && format[at + 1] == '+';
        last = at + (hasPlus || (at + 1 < format.Length && format[at + 1] == '-') ? 1 : 0);
        int count = 0;
        for (; last + 1 < format.Length && format[last + 1] == '0'; last++)
            count++;
        return count;
    }

    private static void Write(ref DefaultInterpolatedStringHandler text, scoped Digits digits, ReadOnlySpan<char> format, Section section)
    {
        int scale = section.HasExponent ? (digits.Count == 0 ? 0 : section.Places) : digits.Scale;
        int exponent = digits.Count == 0 ? 0 : digits.Scale - section.Places;

        // Before the point: from so many places up there are zeros, though the number has no digits there.
        int zeros = section.FirstZero < 0 ? 0 : section.Places - section.FirstZero;
        int place = section.Places; // of the next placeholder, counted down to the point
        int shown = Math.Max(scale, 0);
        bool isBehindPoint = false;
        bool hasStarted = false;
        int decimals = 0;
        for (int i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '0' or '#' when !isBehindPoint:
                    // The first placeholder takes all digits that have none of their own.
                    for (int from = hasStarted ? place : Math.Max(place, shown); from >= place; from--)
                    {
                        if (from > shown && from > zeros)
                            continue;
                        text.Append(digits.At(scale - from) is var digit && scale - from >= 0 ? digit : '0');
                        if (section.IsGrouped && from > 1 && (from - 1) % GroupSize == 0)
                            text.Append(',');
                    }

                    hasStarted = true;
                    place--;
                    break;
                case '0' or '#':
                    if (decimals <= section.LastZero || scale + decimals < digits.Count)
                        text.Append(digits.At(scale + decimals));
                    decimals++;
                    break;
                case '.':
                    if (!isBehindPoint && (section.LastZero >= 0 || scale < digits.Count) && section.Decimals > 0)
                        text.Append('.');
                    isBehindPoint = true;
                    break;
                case ',':
                    break;
                case 'E' or 'e' when section.HasExponent && ExponentDigits(format, i, out bool hasPlus, out int last) is > 0 and var count:
                    AppendExponent(ref text, format[i], exponent, count, hasPlus);
                    i = last;
                    break;
                case '\\' or '\'' or '"':
                    int end = SkipLiteral(format, i);
                    int length = Math.Min(end, format.Length) - i - 1;
                    text.AppendFormatted(format.Slice(i + 1, format[i] == '\\' ? Math.Min(1, format.Length - i - 1) : Math.Max(length, 0)));
                    i = end;
                    break;
                default:
                    text.Append(format[i]);
                    break;
            }
        }
    }
}
