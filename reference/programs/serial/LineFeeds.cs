using System;

namespace Euralios.Programs.Serial;

/// <summary>A terminal's line feed goes straight down: before each that has none, a carriage return is sent.</summary>
internal sealed class LineFeeds
{
    private byte last;

    /// <summary>Takes as much of a text as fits.</summary>
    /// <param name="text">The text; what was taken is cut off.</param>
    /// <param name="output">Room for two bytes at least.</param>
    /// <returns>How many bytes of the output are to be sent.</returns>
    internal int Take(ref ReadOnlySpan<byte> text, scoped Span<byte> output)
    {
        int length = 0;
        int taken = 0;
        for (; taken < text.Length && length + 2 <= output.Length; taken++)
        {
            byte value = text[taken];
            if (value == '\n' && last != '\r')
                output[length++] = (byte)'\r';
            output[length++] = value;
            last = value;
        }

        text = text.Slice(taken);
        return length;
    }
}
