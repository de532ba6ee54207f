using System;
using System.Text;

namespace Euralios.Tools;

/// <summary>A line of bytes in hexadecimal and as ASCII.</summary>
internal static class HexLine
{
    /// <summary>Bytes of a line.</summary>
    internal const int Length = 16;

    internal static string Format(long offset, ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        text.Append($"{offset:x8}");
        for (int i = 0; i < Length; i++)
        {
            if (i % 8 == 0)
                text.Append(' ');
            text.Append(i < bytes.Length ? $" {bytes[i]:x2}" : "   ");
        }

        text.Append("  |");
        foreach (byte value in bytes)
            text.Append(value is >= 0x20 and < 0x7F ? (char)value : '.');
        return text.Append('|').ToString();
    }
}
