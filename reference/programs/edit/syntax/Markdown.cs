using System;

namespace Euralios.Programs.Edit;

/// <summary>Markdown, lightly: headings, quotations, list marks, emphasis, code in lines and between fences.</summary>
internal sealed class Markdown : Language
{
    private const byte Text = 0, Code = 1;

    internal override string Name => "Markdown";

    internal override byte Colour(ReadOnlySpan<byte> line, byte state, Span<TokenKind> kinds)
    {
        int indent = 0;
        while (indent < line.Length && line[indent] == ' ')
            indent++;
        ReadOnlySpan<byte> text = line.Slice(indent);
        bool isFence = text.StartsWith("```"u8) || text.StartsWith("~~~"u8);
        if (isFence || state == Code)
        {
            kinds.Fill(isFence ? TokenKind.Directive : TokenKind.String);
            return isFence ? (byte)(Code - state) : state;
        }

        if (text.StartsWith("#"u8))
        {
            kinds.Fill(TokenKind.Heading);
            return Text;
        }

        if (text.StartsWith(">"u8))
            kinds.Fill(TokenKind.Comment);
        int mark = MarkLength(text);
        kinds.Slice(indent, mark).Fill(TokenKind.Keyword);
        Spans(line, indent + mark, kinds);
        return Text;
    }

    /// <summary>The length of a list's mark: a bullet, or a number with a point.</summary>
    private static int MarkLength(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("- "u8) || text.StartsWith("* "u8) || text.StartsWith("+ "u8))
            return 1;
        int digits = 0;
        while (digits < text.Length && IsDigit(text[digits]))
            digits++;
        return digits > 0 && text.Slice(digits).StartsWith(". "u8) ? digits + 1 : 0;
    }

    private static void Spans(ReadOnlySpan<byte> line, int at, Span<TokenKind> kinds)
    {
        while (at < line.Length)
        {
            int length = SpanLength(line.Slice(at), out TokenKind kind);
            if (length > 0)
                kinds.Slice(at, length).Fill(kind);
            at += Math.Max(length, 1);
        }
    }

    /// <summary>The length of code or emphasis that ends in the line; 0 if there is none.</summary>
    private static int SpanLength(ReadOnlySpan<byte> rest, out TokenKind kind)
    {
        kind = rest[0] == '`' ? TokenKind.String : TokenKind.Emphasis;
        if (rest[0] is not ((byte)'`' or (byte)'*' or (byte)'_'))
            return 0;
        int marks = 1;
        while (marks < rest.Length && rest[marks] == rest[0])
            marks++;
        if (marks == rest.Length || (rest[0] != '`' && rest[marks] == ' '))
            return 0;
        int end = rest.Slice(marks).IndexOf(rest.Slice(0, marks));
        return end <= 0 ? 0 : marks + end + marks;
    }
}
