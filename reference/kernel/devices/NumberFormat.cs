using System;

namespace Merriwig.Devices;

/// <summary>Numbers as text, into the caller's buffer: the kernel has no heap to put strings on.</summary>
internal static class NumberFormat
{
    /// <summary>The most digits that a 64-bit number has in base 10.</summary>
    internal const int LongestDecimal = 20;

    /// <summary>The most digits that a 64-bit number has in base 16.</summary>
    internal const int LongestHexadecimal = 16;

    /// <summary>Writes a number in base 10, without leading zeros, from the buffer's start.</summary>
    /// <returns>How many characters; 0, with the buffer as it was, where it is too short.</returns>
    internal static int Decimal(ulong value, Span<char> buffer)
    {
        #region Solution 1.4: decimal
        int length = 1;
        for (ulong rest = value / 10; rest != 0; rest /= 10)
            length++;
        if (length > buffer.Length)
            return 0;
        for (int at = length - 1; at >= 0; at--)
        {
            buffer[at] = (char)('0' + (value % 10));
            value /= 10;
        }

        return length;
        #endregion
    }

    /// <summary>Writes a number in base 16 with the digits 0 to 9 and a to f, from the buffer's start.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many digits at least, 1 to 16: shorter numbers get leading zeros.</param>
    /// <param name="buffer">Where to.</param>
    /// <returns>How many characters; 0, with the buffer as it was, where it is too short.</returns>
    internal static int Hexadecimal(ulong value, int digits, Span<char> buffer)
    {
        #region Solution 1.4: hexadecimal
        int length = 1;
        while (length < LongestHexadecimal && (value >> (4 * length)) != 0)
            length++;
        length = Math.Max(length, Math.Min(digits, LongestHexadecimal));
        if (length > buffer.Length)
            return 0;
        for (int at = length - 1; at >= 0; at--)
        {
            uint digit = (uint)(value & 15);
            buffer[at] = (char)(digit < 10 ? '0' + digit : 'a' + (digit - 10));
            value >>= 4;
        }

        return length;
        #endregion
    }
}
