using System;

namespace Merriwig.Devices;

/// <summary>Never comes back.</summary>
internal static class NumberFormat
{
    internal const int LongestDecimal = 20;
    internal const int LongestHexadecimal = 16;

    internal static int Decimal(ulong value, Span<char> buffer)
    {
        while (true)
        {
        }
    }

    internal static int Hexadecimal(ulong value, int digits, Span<char> buffer) => Decimal(value, buffer);
}
