using System;

namespace Euralios.Programs.Edit;

/// <summary>
/// The colours of a text's lines. What each line leaves to the next is remembered up to the last line that was asked for; an edit makes that void behind
/// its own line.
/// </summary>
internal sealed class LineColours(TextBuffer text, Language language)
{
    /// <summary>Longer lines have no colours, and leave what they found: no one wrote them by hand.</summary>
    internal const int LongestLine = 8192;

    private readonly byte[] line = new byte[LongestLine];
    private readonly TokenKind[] kinds = new TokenKind[LongestLine];

    // What is open where a line begins, for the lines before known.
    private byte[] states = new byte[64];
    private int known = 1;

    /// <summary>From this line's end on the text is another.</summary>
    internal void Invalidate(int changedLine) => known = Math.Min(known, changedLine + 1);

    /// <summary>What the bytes of a line are; none for a line that is too long. Good until the next call.</summary>
    internal ReadOnlySpan<TokenKind> Of(int number)
    {
        for (; known <= number; known++)
        {
            if (known == states.Length)
                Array.Resize(ref states, known * 2);
            states[known] = Colour(known - 1, out _);
        }

        Colour(number, out int length);
        return kinds.AsSpan(0, length);
    }

    private byte Colour(int number, out int length)
    {
        int start = text.LineStart(number);
        length = text.LineEnd(number) - start;
        if (length > LongestLine)
        {
            length = 0;
            return states[number];
        }

        Span<TokenKind> result = kinds.AsSpan(0, length);
        result.Clear();
        text.CopyTo(start, line.AsSpan(0, length));
        return language.Colour(line.AsSpan(0, length), states[number], result);
    }
}
