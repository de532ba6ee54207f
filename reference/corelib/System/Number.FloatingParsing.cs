using System.Globalization;
using System.Numerics;

namespace System;

// Binary fractions from text, rounded once, to the nearest and between two to the even one.
internal static partial class Number
{
    /// <summary>Digits beyond these cannot decide anything but that the value is not just between two others.</summary>
    private const int DecisiveDigits = 800;
    private const int WordsOfText = 200;

    /// <summary>Beyond these powers of ten every value is infinite, or zero.</summary>
    private const int LargestPower = 400;
    private const int SmallestPower = -400;
    private const int QuotientBits = 64;

    /// <summary>Reads a number with a fraction and an exponent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">What may be in it.</param>
    /// <param name="format">The type's.</param>
    /// <param name="bits">The value's bits.</param>
    internal static bool TryParse(ReadOnlySpan<char> text, NumberStyles style, FloatingFormat format, out ulong bits)
    {
        bits = 0;
        ReadOnlySpan<char> whole = TrimWhite(text, style);
        ReadOnlySpan<char> rest = whole;
        bool isNegative = TakeSign(ref rest, style);
        ulong sign = isNegative ? 1ul << (format.FractionBits + format.FieldBits) : 0;
        Span<char> buffer = stackalloc char[DecisiveDigits];
        var digits = new Digits(buffer, isNegative);
        int taken = TakeDigits(rest, style, ref digits, out bool isInexact);
        if (taken == 0)
            return TryParseName(whole, format, out bits);
        if (!AreZeros(rest.Slice(taken)))
            return false;

        bits = sign;
        if (digits.Count == 0 || digits.Scale < SmallestPower)
            return true;
        bits |= digits.Scale > LargestPower ? (ulong)format.LargestField << format.FractionBits : Nearest(digits, isInexact, format);
        return true;
    }

    /// <summary>The names of what is not a finite number, in any case.</summary>
    private static bool TryParseName(ReadOnlySpan<char> text, FloatingFormat format, out ulong bits)
    {
        bits = (ulong)format.LargestField << format.FractionBits;
        ulong sign = 1ul << (format.FractionBits + format.FieldBits);
        if (Is(text, "Infinity") || Is(text, "+Infinity"))
            return true;
        if (Is(text, "-Infinity"))
        {
            bits |= sign;
            return true;
        }

        // As on this processor: quiet, and negative unless it is said otherwise.
        bits |= 1ul << (format.FractionBits - 1);
        if (Is(text, "NaN") || Is(text, "-NaN") || Is(text, "+NaN"))
        {
            bits |= sign;
            return true;
        }

        bits = 0;
        return false;

        static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads digits, point and exponent, and returns how many characters they are; 0 where there is no digit.</summary>
    private static int TakeDigits(scoped ReadOnlySpan<char> text, NumberStyles style, scoped ref Digits digits, out bool isInexact)
    {
        isInexact = false;
        bool any = false;
        bool isBehindPoint = false;
        int at = 0;
        for (; at < text.Length; at++)
        {
            char character = text[at];
            if (character == '.' && !isBehindPoint && (style & NumberStyles.AllowDecimalPoint) != 0)
            {
                isBehindPoint = true;
                continue;
            }

            if (character == ',' && any && !isBehindPoint && (style & NumberStyles.AllowThousands) != 0)
                continue;
            if (!char.IsAsciiDigit(character))
                break;
            any = true;
            if (digits.Count == 0 && character == '0')
            {
                digits.Scale -= isBehindPoint ? 1 : 0;
                continue;
            }

            digits.Scale += isBehindPoint ? 0 : 1;
            if (digits.Count < DecisiveDigits)
                digits.Buffer[digits.Count++] = character;
            else
                isInexact |= character != '0';
        }

        if (!any)
            return 0;
        if (digits.Count == 0)
            digits.Scale = 0;
        if ((style & NumberStyles.AllowExponent) != 0)
            at += TakeExponent(text.Slice(at), ref digits.Scale);
        return at;
    }

    /// <summary>Adds an exponent to the scale, and returns how many characters it has; 0 where there is none.</summary>
    private static int TakeExponent(ReadOnlySpan<char> text, ref int scale)
    {
        if (text.IsEmpty || text[0] is not ('e' or 'E'))
            return 0;
        int at = 1;
        bool isNegative = at < text.Length && text[at] == '-';
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        if (at == text.Length || !char.IsAsciiDigit(text[at]))
            return 0;
        int exponent = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            exponent = Math.Min((exponent * 10) + (text[at] - '0'), 1_000_000);
        scale += isNegative ? -exponent : exponent;
        return at;
    }

    /// <summary>The bits, without a sign, of the value nearest to some digits.</summary>
    private static ulong Nearest(Digits digits, bool isInexact, FloatingFormat format)
    {
        // value = numerator / denominator
        Span<uint> words = stackalloc uint[2 * WordsOfText];
        var numerator = new BigNumber(words.Slice(0, WordsOfText), 0);
        var denominator = new BigNumber(words.Slice(WordsOfText), 1);
        for (int i = 0; i < digits.Count; i++)
        {
            numerator.Multiply(10);
            numerator.Add((uint)(digits.Buffer[i] - '0'));
        }

        numerator.MultiplyByPowerOfTen(digits.Scale - digits.Count);
        denominator.MultiplyByPowerOfTen(digits.Count - digits.Scale);

        // Both to one length, so that the quotient is 1 and a fraction, or just below 1: then its first bit is the next one.
        int shift = denominator.BitLength - numerator.BitLength;
        numerator.ShiftLeft(Math.Max(shift, 0));
        denominator.ShiftLeft(Math.Max(-shift, 0));
        if (numerator.CompareTo(denominator) < 0)
        {
            numerator.ShiftLeft(1);
            shift++;
        }

        ulong quotient = 0;
        for (int i = 0; i < QuotientBits; i++)
        {
            quotient <<= 1;
            if (numerator.CompareTo(denominator) >= 0)
            {
                numerator.Subtract(denominator);
                quotient |= 1;
            }

            numerator.ShiftLeft(1);
        }

        return Assemble(quotient, -shift, isInexact || !numerator.IsZero, format);
    }

    /// <summary>The bits of a value, rounded.</summary>
    /// <param name="quotient">Its first bits; the highest is set.</param>
    /// <param name="exponent">The highest bit's.</param>
    /// <param name="isMore">Whether there is anything behind those bits.</param>
    /// <param name="format">The type's.</param>
    private static ulong Assemble(ulong quotient, int exponent, bool isMore, FloatingFormat format)
    {
        int smallest = 1 - format.Bias;
        int dropped = QuotientBits - 1 - format.FractionBits + Math.Max(smallest - exponent, 0);
        if (dropped > QuotientBits)
            return 0;
        ulong fraction = dropped == QuotientBits ? 0 : quotient >> dropped;
        ulong below = dropped == QuotientBits ? quotient : quotient & ((1ul << dropped) - 1);
        ulong half = 1ul << (dropped - 1);
        if (below > half || (below == half && (isMore || fraction % 2 == 1)))
            fraction++;

        // A carry out of the fraction goes on into the exponent's field, which is just right.
        int field = Math.Max(exponent, smallest) + format.Bias - 1;
        ulong result = ((ulong)field << format.FractionBits) + fraction;
        ulong infinity = (ulong)format.LargestField << format.FractionBits;
        return field >= format.LargestField || result > infinity ? infinity : result;
    }
}
