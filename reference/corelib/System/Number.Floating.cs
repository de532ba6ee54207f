using System.Runtime.CompilerServices;

namespace System;

// Binary fractions as text: exact digits by whole numbers of any size (Steele and White 1990; Dragon4).
internal static partial class Number
{
    // A double's value times any power of ten that occurs has less than 1,280 bits.
    private const int WordsOfDouble = 44;
    private const int LongestExpansion = 1100; // digits of a double's exact value and the zeros before them

    /// <summary>The text of a double, or of a float.</summary>
    /// <param name="value">The value's sign, fraction and exponent.</param>
    /// <param name="format">The format; none is the shortest text that is read back as the same value.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters; 0 where they do not fit.</param>
    internal static bool TryFormat(BinaryFraction value, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0);
        Append(ref text, value, format);
        return TryCopy(text.Text, destination, out charsWritten);
    }

    /// <summary>The same as a string.</summary>
    internal static string Format(BinaryFraction value, ReadOnlySpan<char> format)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0);
        Append(ref text, value, format);
        return text.ToString();
    }

    private static void Append(ref DefaultInterpolatedStringHandler text, BinaryFraction value, ReadOnlySpan<char> format)
    {
        if (!value.IsFinite)
        {
            text.AppendLiteral(value.IsNaN ? "NaN" : value.IsNegative ? "-Infinity" : "Infinity");
            return;
        }

        char kind = Standard(format, out int precision);
        Span<char> buffer = stackalloc char[LongestExpansion];
        var digits = new Digits(buffer, value.IsNegative) { IsFloating = true };
        int significant = value.RoundTripDigits;
        switch (kind)
        {
            case 'R' or 'r':
            case 'G' or 'g' when precision <= 0:
                Shortest(value, ref digits);
                significant = Math.Max(significant, digits.Count);
                break;
            case 'G' or 'g':
                Round(value, precision, isAfterPoint: false, ref digits);
                break;
            case 'E' or 'e':
                Round(value, (precision < 0 ? DefaultExponentialDecimals : precision) + 1, isAfterPoint: false, ref digits);
                break;
            case 'P' or 'p':
                Round(value, (precision < 0 ? DefaultDecimals : precision) + 2, isAfterPoint: true, ref digits);
                break;
            case '\0':
                Round(value, value.PatternDigits, isAfterPoint: false, ref digits);
                break;
            case 'F' or 'f' or 'N' or 'n' or 'C' or 'c':
                Round(value, precision < 0 ? DefaultDecimals : precision, isAfterPoint: true, ref digits);
                break;
            default:
                ThrowFormat();
                break;
        }

        Append(ref text, digits, format, significant);
    }

    /// <summary>The fewest digits that lie nearer to this value than to its neighbours, and among those the nearest.</summary>
    private static void Shortest(BinaryFraction value, scoped ref Digits digits)
    {
        if (value.Fraction == 0)
            return;

        // value = rest / scale; half the distances to its neighbours are below / scale and above / scale.
        Span<uint> words = stackalloc uint[5 * WordsOfDouble];
        bool isNarrowBelow = value.IsPowerOfTwo; // the neighbour below is half as far
        int shift = isNarrowBelow ? 2 : 1;
        var rest = new BigNumber(words.Slice(0, WordsOfDouble), value.Fraction);
        var scale = new BigNumber(words.Slice(WordsOfDouble, WordsOfDouble), 1);
        var below = new BigNumber(words.Slice(2 * WordsOfDouble, WordsOfDouble), 1);
        var above = new BigNumber(words.Slice(3 * WordsOfDouble, WordsOfDouble), isNarrowBelow ? 2u : 1u);
        var sum = new BigNumber(words.Slice(4 * WordsOfDouble, WordsOfDouble), 0);
        rest.ShiftLeft(shift + Math.Max(value.Exponent, 0));
        below.ShiftLeft(Math.Max(value.Exponent, 0));
        above.ShiftLeft(Math.Max(value.Exponent, 0));
        scale.ShiftLeft(shift + Math.Max(-value.Exponent, 0));

        // A text just between two values is read as the one with the even fraction.
        bool isEven = value.Fraction % 2 == 0;
        int power = value.DecimalEstimate;
        scale.MultiplyByPowerOfTen(power);
        rest.MultiplyByPowerOfTen(-power);
        below.MultiplyByPowerOfTen(-power);
        above.MultiplyByPowerOfTen(-power);
        while (Reaches(ref sum, rest, above, scale, isEven))
        {
            scale.Multiply(10);
            power++;
        }

        digits.Scale = power;
        while (true)
        {
            rest.Multiply(10);
            below.Multiply(10);
            above.Multiply(10);
            uint digit = rest.TakeDigit(scale);
            int order = rest.CompareTo(below);
            bool isLow = isEven ? order <= 0 : order < 0;
            bool isHigh = Reaches(ref sum, rest, above, scale, isEven);
            if (isLow || isHigh)
            {
                if (isLow && isHigh)
                {
                    sum.Set(rest);
                    sum.ShiftLeft(1);
                    int half = sum.CompareTo(scale);
                    isHigh = half > 0 || (half == 0 && digit % 2 == 1);
                }

                digits.Buffer[digits.Count++] = (char)('0' + digit + (isHigh ? 1 : 0));
                return;
            }

            digits.Buffer[digits.Count++] = (char)('0' + digit);
        }
    }

    /// <summary>Whether a + b is the limit or beyond; beyond only where the limit does not count.</summary>
    private static bool Reaches(scoped ref BigNumber sum, scoped BigNumber a, scoped BigNumber b, scoped BigNumber limit, bool includesLimit)
    {
        sum.Set(a);
        sum.Add(b);
        int order = sum.CompareTo(limit);
        return includesLimit ? order >= 0 : order > 0;
    }

    /// <summary>The value's digits, rounded to so many, or to so many after the point; just between two, to the even one.</summary>
    private static void Round(BinaryFraction value, int count, bool isAfterPoint, scoped ref Digits digits)
    {
        if (value.Fraction == 0)
            return;
        Span<uint> words = stackalloc uint[2 * WordsOfDouble];
        var rest = new BigNumber(words.Slice(0, WordsOfDouble), value.Fraction);
        var scale = new BigNumber(words.Slice(WordsOfDouble, WordsOfDouble), 1);
        rest.ShiftLeft(Math.Max(value.Exponent, 0));
        scale.ShiftLeft(Math.Max(-value.Exponent, 0));
        int power = value.DecimalEstimate;
        scale.MultiplyByPowerOfTen(power);
        rest.MultiplyByPowerOfTen(-power);
        while (rest.CompareTo(scale) >= 0)
        {
            scale.Multiply(10);
            power++;
        }

        while (true)
        {
            rest.Multiply(10);
            if (rest.CompareTo(scale) >= 0)
                break;
            power--;
        }

        // Now rest / scale is the first digit and the fraction behind it.
        digits.Scale = power;
        int wanted = (int)Math.Min((long)count + (isAfterPoint ? power : 0), LongestExpansion - 1);
        if (wanted < 0)
        {
            digits.Scale = 0;
            return;
        }

        while (digits.Count < wanted && !rest.IsZero)
        {
            digits.Buffer[digits.Count++] = (char)('0' + rest.TakeDigit(scale));
            rest.Multiply(10);
        }

        if (rest.IsZero)
            return;
        scale.Multiply(5); // half of ten
        int half = rest.CompareTo(scale);
        bool isOdd = digits.Count > 0 && digits.Buffer[digits.Count - 1] % 2 == 1;
        if (half < 0 || (half == 0 && !isOdd))
            return;
        digits.Buffer[digits.Count++] = '5'; // rounded up where the digits are laid out
        digits.Round(digits.Count - 1);
    }
}
