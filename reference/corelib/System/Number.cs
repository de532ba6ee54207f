namespace System;

/// <summary>Whole numbers as text.</summary>
internal static class Number
{
    /// <summary>The longest text without a width: a sign and 19 digits, or 20 digits.</summary>
    internal const int Longest = 20;

    private const int LongestWidth = 64;

    /// <summary>Writes a number in the format <c>D</c>, <c>X</c> or <c>x</c>, with the least number of digits behind it; none is <c>D</c>.</summary>
    /// <param name="magnitude">The number without its sign.</param>
    /// <param name="isNegative">Its sign.</param>
    /// <param name="bits">The number's bits in its own size, which base 16 shows.</param>
    /// <param name="format">The format.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters; 0 where they do not fit.</param>
    internal static bool TryFormat(
        ulong magnitude, bool isNegative, ulong bits, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        char kind = format.Length == 0 ? 'D' : format[0];
        int width = Width(format);
        bool isHexadecimal = kind is 'x' or 'X';
        if (!isHexadecimal && kind is not ('D' or 'd' or 'G' or 'g'))
            throw new FormatException("a number has the formats D, X and x");

        ulong radix = isHexadecimal ? 16u : 10u;
        ulong rest = isHexadecimal ? bits : magnitude;
        int digits = 1;
        for (ulong left = rest / radix; left != 0; left /= radix)
            digits++;
        bool hasSign = isNegative && !isHexadecimal;
        int length = Math.Max(digits, width) + (hasSign ? 1 : 0);
        charsWritten = 0;
        if (length > destination.Length)
            return false;

        char ten = kind == 'x' ? 'a' : 'A';
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
        Span<char> buffer = stackalloc char[LongestWidth + 1];
        TryFormat(magnitude, isNegative, bits, format, buffer, out int length);
        return new string(buffer.Slice(0, length));
    }

    private static int Width(ReadOnlySpan<char> format)
    {
        int width = 0;
        for (int i = 1; i < format.Length; i++)
        {
            if (format[i] is < '0' or > '9' || (width = (width * 10) + (format[i] - '0')) > LongestWidth)
                throw new FormatException("a number's width is from 0 to 64");
        }

        return width;
    }
}
