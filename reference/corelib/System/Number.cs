using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Numbers as text, and text as numbers. There is no culture: the invariant one's signs, points and groups.</summary>
internal static partial class Number
{
    /// <summary>The longest text of a whole number without a width: a sign and 19 digits, or 20 digits.</summary>
    internal const int Longest = 20;

    /// <summary>Writes a whole number in one of the formats B, C, D, E, F, G, N, P, R and X, or one of a pattern's; none is D.</summary>
    /// <param name="magnitude">The number without its sign.</param>
    /// <param name="isNegative">Its sign.</param>
    /// <param name="bits">The number's bits in its own size, which the bases 2 and 16 show.</param>
    /// <param name="format">The format.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters; 0 where they do not fit.</param>
    internal static bool TryFormat(
        ulong magnitude, bool isNegative, ulong bits, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        if (!IsPlain(format, isNegative, out uint radix, out char ten, out int width))
        {
            var text = new DefaultInterpolatedStringHandler(0, 0);
            Format(ref text, magnitude, isNegative, format);
            return TryCopy(text.Text, destination, out charsWritten);
        }

        ulong rest = radix == 10 ? magnitude : bits;
        int digits = 1;
        for (ulong left = rest / radix; left != 0; left /= radix)
            digits++;
        bool hasSign = isNegative && radix == 10;
        int length = Math.Max(digits, width) + (hasSign ? 1 : 0);
        charsWritten = 0;
        if (length > destination.Length)
            return false;

        for (int at = length - 1; at >= (hasSign ? 1 : 0); at--)
        {
            uint digit = (uint)(rest % radix);
            destination[at] = (char)(digit < 10 ? '0' + digit : ten + (digit - 10));
            rest /= radix;
        }

        if (hasSign)
            destination[0] = '-';
        charsWritten = length;
        return true;
    }

    /// <summary>The same as a string.</summary>
    internal static string Format(ulong magnitude, bool isNegative, ulong bits, ReadOnlySpan<char> format)
    {
        Span<char> buffer = stackalloc char[Longest + 1];
        if (TryFormat(magnitude, isNegative, bits, format, buffer, out int length))
            return new string(buffer.Slice(0, length));
        char[] larger = new char[Math.Max(buffer.Length, format.Length + 2) * 2];
        while (!TryFormat(magnitude, isNegative, bits, format, larger, out length))
            larger = new char[larger.Length * 2];
        return new string(larger, 0, length);
    }

    internal static bool TryCopy(scoped ReadOnlySpan<char> text, Span<char> destination, out int charsWritten)
    {
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }

    [DoesNotReturn]
    internal static void ThrowFormat() => throw new FormatException("Format specifier was invalid.");

    /// <summary>A letter and up to nine digits is a standard format; anything else is a pattern.</summary>
    /// <returns>The letter, or 0 for a pattern; no format is G.</returns>
    internal static char Standard(ReadOnlySpan<char> format, out int precision)
    {
        precision = -1;
        if (format.IsEmpty)
            return 'G';
        if (!char.IsAsciiLetter(format[0]))
            return '\0';
        for (int i = 1; i < format.Length; i++)
        {
            if (!char.IsAsciiDigit(format[i]))
                return '\0';
            precision = (Math.Max(precision, 0) * 10) + (format[i] - '0');
            if (precision > 999_999_999)
                ThrowFormat();
        }

        return format[0];
    }

    /// <summary>A text of digits alone, in a base.</summary>
    private static bool IsPlain(ReadOnlySpan<char> format, bool isNegative, out uint radix, out char ten, out int width)
    {
        char kind = Standard(format, out int precision);
        width = Math.Max(precision, 0);
        ten = kind == 'x' ? 'a' : 'A';
        radix = kind switch
        {
            'x' or 'X' => 16,
            'b' or 'B' => 2,
            _ => 10,
        };
        return kind is 'D' or 'd' or 'X' or 'x' or 'B' or 'b' || (kind is 'G' or 'g' or 'R' or 'r' && precision <= 0);
    }

    private static void Format(ref DefaultInterpolatedStringHandler text, ulong magnitude, bool isNegative, ReadOnlySpan<char> format)
    {
        Span<char> characters = stackalloc char[Longest];
        TryFormat(magnitude, false, magnitude, default, characters, out int count);
        var digits = new Digits(characters, isNegative) { Count = magnitude == 0 ? 0 : count, Scale = magnitude == 0 ? 0 : count };
        Append(ref text, digits, format, count);
    }
}
