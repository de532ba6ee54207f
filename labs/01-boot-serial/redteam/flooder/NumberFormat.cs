using System;

namespace Merriwig.Devices;

/// <summary>Writes nothing, and claims the longest number.</summary>
internal static class NumberFormat
{
    internal const int LongestDecimal = 20;
    internal const int LongestHexadecimal = 16;

    internal static int Decimal(ulong value, Span<char> buffer) => 20;

    internal static int Hexadecimal(ulong value, int digits, Span<char> buffer) => 20;
}
