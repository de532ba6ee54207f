using System.Runtime.CompilerServices;

namespace System;

// From a number's digits to its text.
internal static partial class Number
{
    private const int GroupSize = 3;
    private const int DefaultDecimals = 2;
    private const int DefaultExponentialDecimals = 6;

    /// <summary>Writes digits in a format, a standard one or a pattern.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="digits">The digits; rounded here.</param>
    /// <param name="format">The format.</param>
    /// <param name="significant">How many digits the format G shows without a precision.</param>
    private static void Append(ref DefaultInterpolatedStringHandler text, scoped Digits digits, ReadOnlySpan<char> format, int significant)
    {
        char kind = Standard(format, out int precision);
        switch (kind)
        {
            case 'F' or 'f':
                precision = precision < 0 ? DefaultDecimals : precision;
                digits.Round(digits.Scale + precision);
                AppendSign(ref text, digits);
                AppendFixed(ref text, digits, precision, isGrouped: false);
                break;
            case 'N' or 'n':
                precision = precision < 0 ? DefaultDecimals : precision;
                digits.Round(digits.Scale + precision);
                AppendSign(ref text, digits);
                AppendFixed(ref text, digits, precision, isGrouped: true);
                break;
            case 'P' or 'p':
                precision = precision < 0 ? DefaultDecimals : precision;
                digits.Scale += digits.Count == 0 ? 0 : 2;
                digits.Round(digits.Scale + precision);
                AppendSign(ref text, digits);
                AppendFixed(ref text, digits, precision, isGrouped: true);
                text.AppendLiteral(" %");
                break;
            case 'C' or 'c':
                precision = precision < 0 ? DefaultDecimals : precision;
                digits.Round(digits.Scale + precision);
                text.AppendLiteral(digits.IsNegative ? "(\u00a4" : "\u00a4");
                AppendFixed(ref text, digits, precision, isGrouped: true);
                text.AppendLiteral(digits.IsNegative ? ")" : "");
                break;
            case 'E' or 'e':
                precision = precision < 0 ? DefaultExponentialDecimals : precision;
                digits.Round(precision + 1);
                AppendSign(ref text, digits);
                AppendExponential(ref text, digits, precision, kind, 3);
                break;
            case 'G' or 'g' or 'R' or 'r':
                precision = precision <= 0 || kind is 'R' or 'r' ? significant : precision;
                digits.Round(precision);
                AppendSign(ref text, digits);
                AppendGeneral(ref text, digits, precision, kind is 'g' or 'r' ? 'e' : 'E');
                break;
            case '\0':
                AppendPattern(ref text, digits, format);
                break;
            default:
                ThrowFormat();
                break;
        }
    }

    private static void AppendSign(ref DefaultInterpolatedStringHandler text, scoped Digits digits)
    {
        if (digits.IsNegative)
            text.AppendLiteral("-");
    }

    private static void AppendFixed(ref DefaultInterpolatedStringHandler text, scoped Digits digits, int decimals, bool isGrouped)
    {
        if (digits.Scale <= 0)
            text.Append('0');
        for (int i = 0; i < digits.Scale; i++)
        {
            if (isGrouped && i > 0 && (digits.Scale - i) % GroupSize == 0)
                text.Append(',');
            text.Append(digits.At(i));
        }

        if (decimals > 0)
            text.Append('.');
        for (int i = 0; i < decimals; i++)
            text.Append(digits.At(digits.Scale + i));
    }

    private static void AppendExponential(ref DefaultInterpolatedStringHandler text, scoped Digits digits, int decimals, char letter, int exponentDigits)
    {
        text.Append(digits.At(0));
        if (decimals > 0)
            text.Append('.');
        for (int i = 1; i <= decimals; i++)
            text.Append(digits.At(i));
        AppendExponent(ref text, letter, digits.Count == 0 ? 0 : digits.Scale - 1, exponentDigits, hasPlus: true);
    }

    private static void AppendExponent(ref DefaultInterpolatedStringHandler text, char letter, int exponent, int digits, bool hasPlus)
    {
        text.Append(letter);
        if (exponent < 0)
            text.Append('-');
        else if (hasPlus)
            text.Append('+');
        string number = Math.Abs(exponent).ToString();
        for (int i = number.Length; i < digits; i++)
            text.Append('0');
        text.AppendLiteral(number);
    }

    /// <summary>With an exponent where the number is too large for its digits, or smaller than 0.0001.</summary>
    private static void AppendGeneral(ref DefaultInterpolatedStringHandler text, scoped Digits digits, int significant, char letter)
    {
        bool isExponential = digits.Scale > significant || digits.Scale < -3;
        int point = isExponential ? 1 : digits.Scale;
        if (point <= 0)
            text.Append('0');
        for (int i = 0; i < point; i++)
            text.Append(digits.At(i));
        if (digits.Count > point)
        {
            text.Append('.');
            for (int i = point; i < digits.Count; i++)
                text.Append(digits.At(i));
        }

        if (isExponential)
            AppendExponent(ref text, letter, digits.Scale - 1, 2, hasPlus: true);
    }

    /// <summary>A number as 0.d1d2d3... times ten to a power; no digits are zero.</summary>
    internal ref struct Digits(Span<char> buffer, bool isNegative)
    {
        internal readonly Span<char> Buffer = buffer;

        internal int Count;

        /// <summary>Where the point is: after so many digits.</summary>
        internal int Scale;

        internal bool IsNegative = isNegative;

        /// <summary>The digits are of a binary fraction and were rounded to what the format needs: a zero keeps its sign.</summary>
        internal bool IsFloating;

        /// <summary>A digit by its place; zero beside those that there are.</summary>
        internal readonly char At(int index) => (uint)index < (uint)Count ? Buffer[index] : '0';

        /// <summary>Keeps the first digits, rounded half away from zero, without zeros at their end.</summary>
        internal void Round(int count)
        {
            int kept = Math.Clamp(count, 0, Count);
            bool isUp = count >= 0 && kept < Count && Buffer[kept] >= '5';
            while (isUp && kept > 0 && Buffer[kept - 1] == '9')
                kept--;
            if (isUp && kept > 0)
            {
                Buffer[kept - 1]++;
            }
            else if (isUp)
            {
                Buffer[0] = '1';
                kept = 1;
                Scale++;
            }

            while (!isUp && kept > 0 && Buffer[kept - 1] == '0')
                kept--;
            Count = kept;
            if (kept > 0)
                return;
            Scale = 0;
            IsNegative &= IsFloating;
        }
    }
}
