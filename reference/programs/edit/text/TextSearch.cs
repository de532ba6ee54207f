using System;

namespace Euralios.Programs.Edit;

/// <summary>Finds bytes in a text.</summary>
internal sealed class TextSearch
{
    private const int SmallestWindow = 4096;

    private readonly byte[] pattern;
    private readonly bool ignoresCase;
    private readonly byte[] window;

    /// <summary>What to look for. If it has no capital letter (of ASCII), capitals are found as well.</summary>
    internal TextSearch(ReadOnlySpan<byte> pattern)
    {
        this.pattern = pattern.ToArray();
        ignoresCase = true;
        foreach (byte value in pattern)
            ignoresCase &= Fold(value) == value;
        window = new byte[Math.Max(SmallestWindow, 2 * pattern.Length)];
    }

    internal int Length => pattern.Length;

    /// <summary>The first match that begins at a place or behind it; -1 if there is none.</summary>
    internal int Next(TextBuffer text, int from)
    {
        int step = window.Length - pattern.Length + 1;
        for (int start = from; pattern.Length > 0 && start + pattern.Length <= text.Length; start += step)
        {
            int count = Load(text, start, window.Length);
            for (int i = 0; i + pattern.Length <= count; i++)
            {
                if (Matches(i))
                    return start + i;
            }
        }

        return -1;
    }

    /// <summary>The last match that begins before a place; -1 if there is none.</summary>
    internal int Previous(TextBuffer text, int before)
    {
        int step = window.Length - pattern.Length + 1;
        for (int end = before; pattern.Length > 0 && end > 0; end -= step)
        {
            int start = Math.Max(0, end - step);
            int count = Load(text, start, end - start + pattern.Length - 1);
            for (int i = Math.Min(end - start - 1, count - pattern.Length); i >= 0; i--)
            {
                if (Matches(i))
                    return start + i;
            }
        }

        return -1;
    }

    private int Load(TextBuffer text, int start, int length)
    {
        int count = text.CopyTo(start, window.AsSpan(0, length));
        for (int i = 0; ignoresCase && i < count; i++)
            window[i] = Fold(window[i]);
        return count;
    }

    private bool Matches(int start)
    {
        if (window[start] != pattern[0])
            return false;
        for (int i = 1; i < pattern.Length; i++)
        {
            if (window[start + i] != pattern[i])
                return false;
        }

        return true;
    }

    private static byte Fold(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;
}
