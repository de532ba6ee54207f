using System.Globalization;

namespace System;

/// <summary>Why a text is not a number of some type.</summary>
internal enum ParseFailure
{
    None,
    Format,
    Overflow,
}

// Whole numbers from text.
internal static partial class Number
{
    /// <summary>Reads a whole number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">What may be in it.</param>
    /// <param name="size">Bits of the type.</param>
    /// <param name="largest">The type's largest value.</param>
    /// <param name="isSigned">Whether it has negative values: then its least is one below the largest's negative.</param>
    /// <param name="bits">The number, in two's complement; 0 where there is none.</param>
    /// <param name="failure">Why there is none.</param>
    internal static bool TryParse(
        ReadOnlySpan<char> text, NumberStyles style, int size, ulong largest, bool isSigned, out ulong bits, out ParseFailure failure)
    {
        bits = 0;
        failure = ParseFailure.Format;
        ReadOnlySpan<char> rest = TrimWhite(text, style);
        if ((style & (NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier)) != 0)
            return TryParseBits(rest, (style & NumberStyles.AllowHexSpecifier) != 0 ? 4 : 1, size, out bits, out failure);

        bool isNegative = TakeSign(ref rest, style);
        ulong limit = isNegative ? isSigned ? largest + 1 : 0 : largest;
        ulong magnitude = 0;
        bool isTooLarge = false;
        int at = 0;
        int digits = 0;
        for (; at < rest.Length; at++)
        {
            if (rest[at] is >= '0' and <= '9')
            {
                uint digit = rest[at] - (uint)'0';
                isTooLarge |= magnitude > limit / 10 || (magnitude * 10) + digit > limit || (magnitude * 10) + digit < digit;
                magnitude = (magnitude * 10) + digit;
                digits++;
            }
            else if (rest[at] != ',' || digits == 0 || (style & NumberStyles.AllowThousands) == 0)
            {
                break;
            }
        }

        if (digits == 0)
            return false;
        if (at < rest.Length && rest[at] == '.' && (style & NumberStyles.AllowDecimalPoint) != 0)
        {
            // A fraction must be zero.
            for (at++; at < rest.Length && rest[at] is >= '0' and <= '9'; at++)
                isTooLarge |= rest[at] != '0';
        }

        if (!AreZeros(rest.Slice(at)))
            return false;
        failure = isTooLarge ? ParseFailure.Overflow : ParseFailure.None;
        if (!isTooLarge)
            bits = isNegative ? 0 - magnitude : magnitude;
        return !isTooLarge;
    }

    /// <summary>The exception for a failure.</summary>
    internal static Exception Exception(ParseFailure failure, ReadOnlySpan<char> text, string type) =>
        failure == ParseFailure.Overflow
            ? new OverflowException(
                type switch
                {
                    "SByte" => "Value was either too large or too small for a signed byte.",
                    "Byte" => "Value was either too large or too small for an unsigned byte.",
                    _ => "Value was either too large or too small for a" + (type[0] == 'I' ? "n " : " ") + type + ".",
                })
            : new FormatException("The input string '" + new string(text) + "' was not in a correct format.");

    /// <summary>White space of numbers is the ASCII kind.</summary>
    private static ReadOnlySpan<char> TrimWhite(ReadOnlySpan<char> text, NumberStyles style)
    {
        while ((style & NumberStyles.AllowLeadingWhite) != 0 && !text.IsEmpty && IsWhite(text[0]))
            text = text.Slice(1);

        // .NET lets zero characters follow a number, and white space before them.
        int length = text.Length;
        while (length > 0 && text[length - 1] == '\0')
            length--;
        while ((style & NumberStyles.AllowTrailingWhite) != 0 && length > 0 && IsWhite(text[length - 1]))
            length--;
        return text.Slice(0, length);
    }

    private static bool IsWhite(char character) => character is ' ' or (>= '\t' and <= '\r');

    private static bool TakeSign(ref ReadOnlySpan<char> text, NumberStyles style)
    {
        if ((style & NumberStyles.AllowLeadingSign) == 0 || text.IsEmpty || text[0] is not ('-' or '+' or '\u2212'))
            return false;
        bool isNegative = text[0] != '+';
        text = text.Slice(1);
        return isNegative;
    }

    private static bool TryParseBits(ReadOnlySpan<char> digits, int bitsPerDigit, int size, out ulong bits, out ParseFailure failure)
    {
        bits = 0;
        failure = ParseFailure.Format;
        if (digits.IsEmpty)
            return false;
        bool isTooLarge = false;
        foreach (char character in digits)
        {
            int digit = character switch
            {
                >= '0' and <= '9' => character - '0',
                >= 'a' and <= 'f' => character - 'a' + 10,
                >= 'A' and <= 'F' => character - 'A' + 10,
                _ => int.MaxValue,
            };
            if (digit >> bitsPerDigit != 0)
                return false;
            isTooLarge |= bits >> (size - bitsPerDigit) != 0;
            bits = (bits << bitsPerDigit) | (uint)digit;
        }

        failure = isTooLarge ? ParseFailure.Overflow : ParseFailure.None;
        if (isTooLarge)
            bits = 0;
        return !isTooLarge;
    }

    private static bool AreZeros(ReadOnlySpan<char> rest)
    {
        foreach (char character in rest)
        {
            if (character != '\0')
                return false;
        }

        return true;
    }
}
