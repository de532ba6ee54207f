using System;

namespace Merriwig.Devices;

/// <summary>Claims that every buffer is too short.</summary>
internal static class NumberFormat
{
    internal const int LongestDecimal = 20;
    internal const int LongestHexadecimal = 16;

    internal static int Decimal(ulong value, Span<char> buffer) => 0;

    internal static int Hexadecimal(ulong value, int digits, Span<char> buffer) => 0;
}
