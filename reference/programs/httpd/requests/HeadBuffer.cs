using System;

namespace Euralios.Programs.Http;

/// <summary>How far a request's head has come.</summary>
internal enum HeadState
{
    /// <summary>More is needed.</summary>
    Incomplete,

    Complete,

    /// <summary>The request's first line is too long.</summary>
    LineTooLong,

    /// <summary>The header fields are too long.</summary>
    FieldsTooLong,
}

/// <summary>
/// What a client sends, until a request's head is whole (RFC 9112, section 2.1). Each byte is looked at once, however small the pieces; nothing a client
/// sends makes it larger.
/// </summary>
internal sealed class HeadBuffer
{
    /// <summary>Of a line; RFC 9112, section 3, asks for 8,000 at least.</summary>
    internal const int LongestLine = 8000;

    /// <summary>Of a whole head.</summary>
    internal const int LongestHead = 16 << 10;

    private readonly byte[] bytes = new byte[LongestHead];

    // What has come; how much of it was looked at; where the head begins, and the line that is looked at.
    private int length;
    private int searched;
    private int headStart;
    private int lineStart;

    /// <summary>Where what comes is to be put; never empty after <see cref="Next"/> has said that the head is incomplete.</summary>
    internal Span<byte> Room => bytes.AsSpan(length);

    /// <summary>Whether nothing of a request has come.</summary>
    internal bool IsEmpty => length == headStart;

    /// <summary>Some bytes were put into <see cref="Room"/>.</summary>
    internal void Add(int count) => length += count;

    /// <summary>Looks for the end of the head, an empty line. Empty lines before it are passed over (RFC 9112, section 2.2).</summary>
    /// <param name="head">The whole head; good until <see cref="Remove"/>.</param>
    internal HeadState Next(out ReadOnlySpan<byte> head)
    {
        head = default;
        for (; searched < length; searched++)
        {
            if (bytes[searched] != '\n')
            {
                if (searched - lineStart >= LongestLine)
                    return TooLong();
                continue;
            }

            bool isEmpty = searched == lineStart || (searched == lineStart + 1 && bytes[lineStart] == '\r');
            bool isFirst = lineStart == headStart;
            lineStart = searched + 1;
            if (!isEmpty)
                continue;
            if (isFirst)
            {
                headStart = lineStart;
                continue;
            }

            searched++;
            head = new ReadOnlySpan<byte>(bytes, headStart, searched - headStart);
            return HeadState.Complete;
        }

        if (length == bytes.Length)
        {
            if (headStart == 0)
                return TooLong();
            Compact(headStart);
        }

        return HeadState.Incomplete;
    }

    /// <summary>The head that was whole is done with; what came behind it is the next one's.</summary>
    internal void Remove() => Compact(searched);

    private HeadState TooLong() => lineStart == headStart ? HeadState.LineTooLong : HeadState.FieldsTooLong;

    private void Compact(int count)
    {
        bytes.AsSpan(count, length - count).CopyTo(bytes);
        length -= count;
        searched = Math.Max(0, searched - count);
        lineStart = Math.Max(0, lineStart - count);
        headStart = 0;
    }
}
