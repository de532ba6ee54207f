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
        // TODO 1.4: Write a number's digits to the start of the buffer and return how many they
        // are. In base 10 there are no leading zeros, and 0 is one digit. In base 16 the digits
        // above 9 are a to f, and there are at least as many digits as asked for, with leading
        // zeros; a longer number is never cut. A buffer that is too short stays as it was, and the
        // result is 0.
        return Unwritten.Task<int>("1.4");
    }

    /// <summary>Writes a number in base 16 with the digits 0 to 9 and a to f, from the buffer's start.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many digits at least, 1 to 16: shorter numbers get leading zeros.</param>
    /// <param name="buffer">Where to.</param>
    /// <returns>How many characters; 0, with the buffer as it was, where it is too short.</returns>
    internal static int Hexadecimal(ulong value, int digits, Span<char> buffer)
    {
        // TODO 1.4 (continued): hexadecimal
        return Unwritten.Task<int>("1.4");
    }
}
