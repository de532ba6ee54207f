using System;

namespace Euralios.Tools;

/// <summary>The order of lines: by their bytes, which for UTF-8 is by their characters' numbers; or by the numbers that they begin with.</summary>
internal sealed class LineOrder(bool isNumeric, bool isReversed, bool isUnique)
{
    /// <summary>Negative where the first stands before the second, 0 where they are the same.</summary>
    internal int Compare(byte[] a, byte[] b)
    {
        int order = isNumeric ? NumberOf(a).CompareTo(NumberOf(b)) : 0;

        // Of lines with the same number one is left where each is to be there once.
        if (order == 0 && !(isNumeric && isUnique))
            order = new ReadOnlySpan<byte>(a).SequenceCompareTo(b);
        return isReversed ? -order : order;
    }

    /// <summary>White space, a minus, digits, a point and digits; 0 where there is none.</summary>
    internal static double NumberOf(ReadOnlySpan<byte> line)
    {
        int at = 0;
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
            at++;
        bool isNegative = at < line.Length && line[at] == '-';
        at += isNegative ? 1 : 0;
        double number = 0;
        for (; at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9'; at++)
            number = (number * 10) + line[at] - '0';
        if (at < line.Length && line[at] == '.')
        {
            double unit = 0.1;
            for (at++; at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9'; at++, unit /= 10)
                number += (line[at] - '0') * unit;
        }

        return isNegative ? -number : number;
    }
}
