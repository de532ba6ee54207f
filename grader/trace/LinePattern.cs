using System.Collections.Immutable;

namespace Euralios.Grader.Tracing;

/// <summary>What a capture accepts.</summary>
internal enum CaptureKind
{
    /// <summary>Non-space characters.</summary>
    Word,

    /// <summary><c>0x</c> and hexadecimal digits.</summary>
    Hexadecimal,

    /// <summary>Decimal digits.</summary>
    Decimal,
}

/// <summary>A piece of a pattern: literal text, or a capture with a name.</summary>
internal readonly record struct PatternPart(string Text, bool IsCapture, CaptureKind Kind);

/// <summary>One pattern of an expectation file: it matches a whole line or does not.</summary>
/// <param name="Line">The pattern's line in its file.</param>
/// <param name="Source">The pattern as its author wrote it.</param>
/// <param name="Parts">Its pieces.</param>
internal sealed record LinePattern(int Line, string Source, IReadOnlyList<PatternPart> Parts)
{
    /// <summary>The name of a capture that binds nothing.</summary>
    public const string Anything = "_";

    /// <summary>
    /// The captures after this pattern matched the text, or null. A capture that is bound already stands for its value. Among several ways to
    /// match, the one with the longest first capture counts.
    /// </summary>
    public ImmutableDictionary<string, string>? Match(string text, ImmutableDictionary<string, string> captures) => Match(text, 0, 0, captures);

    /// <summary>The first word, as far as it is literal: what a reader recognises a line by.</summary>
    public string Head => Parts.Count > 0 && !Parts[0].IsCapture ? Parts[0].Text.Split(' ')[0] : "";

    private ImmutableDictionary<string, string>? Match(string text, int position, int index, ImmutableDictionary<string, string> captures)
    {
        if (index == Parts.Count)
        {
            return position == text.Length ? captures : null;
        }

        var part = Parts[index];
        if (!part.IsCapture)
        {
            return StartsWith(text, position, part.Text) ? Match(text, position + part.Text.Length, index + 1, captures) : null;
        }

        if (part.Text != Anything && captures.TryGetValue(part.Text, out var bound))
        {
            return StartsWith(text, position, bound) && Accepts(part.Kind, bound)
                ? Match(text, position + bound.Length, index + 1, captures)
                : null;
        }

        var end = position;
        while (end < text.Length && text[end] != ' ')
        {
            end++;
        }

        for (; end > position; end--)
        {
            var value = text[position..end];
            if (Accepts(part.Kind, value))
            {
                var extended = part.Text == Anything ? captures : captures.Add(part.Text, value);
                if (Match(text, end, index + 1, extended) is { } result)
                {
                    return result;
                }
            }
        }

        return null;
    }

    private static bool StartsWith(string text, int position, string expected) =>
        text.AsSpan(position).StartsWith(expected, StringComparison.Ordinal);

    private static bool Accepts(CaptureKind kind, string value) => kind switch
    {
        CaptureKind.Hexadecimal => value.Length > 2 && value.StartsWith("0x", StringComparison.Ordinal) && value.Skip(2).All(char.IsAsciiHexDigit),
        CaptureKind.Decimal => value.All(char.IsAsciiDigit),
        _ => true,
    };
}
