using System;

namespace Euralios.Tools;

/// <summary>Lines, words and bytes of what has come so far.</summary>
internal sealed class Counts
{
    private bool isInWord;

    /// <summary>Line ends.</summary>
    internal long Lines { get; private set; }

    /// <summary>What stands between white space.</summary>
    internal long Words { get; private set; }

    internal long Bytes { get; private set; }

    /// <summary>Goes on with more of the same text.</summary>
    internal void Add(ReadOnlySpan<byte> text)
    {
        Bytes += text.Length;
        foreach (byte value in text)
        {
            bool isSpace = value is (byte)' ' or (>= 9 and <= 13);
            if (value == '\n')
                Lines++;
            if (!isSpace && !isInWord)
                Words++;
            isInWord = !isSpace;
        }
    }

    internal void Add(Counts other)
    {
        Lines += other.Lines;
        Words += other.Words;
        Bytes += other.Bytes;
    }
}
