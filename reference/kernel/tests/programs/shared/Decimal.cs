using System;

namespace Merriwig.Tests;

/// <summary>Decimal numbers as text.</summary>
internal static class Decimal
{
    /// <summary>A number; characters that are no digits count as none.</summary>
    internal static ulong Parse(string digits)
    {
        ulong value = 0;
        foreach (char digit in digits.AsSpan())
            value = digit is >= '0' and <= '9' ? (value * 10) + digit - '0' : value;
        return value;
    }
}
