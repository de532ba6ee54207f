using System;

namespace Euralios.Programs.Edit;

/// <summary>JSON (RFC 8259). Comments, which it does not have, are coloured all the same: files with settings have them.</summary>
internal sealed class Json : Language
{
    private readonly WordSet keywords = new("true false null"u8);

    internal override string Name => "JSON";

    internal override byte Colour(ReadOnlySpan<byte> line, byte state, Span<TokenKind> kinds)
    {
        for (int at = 0; at < line.Length;)
        {
            ReadOnlySpan<byte> rest = line.Slice(at);
            int length = Token(rest, out TokenKind kind);
            kinds.Slice(at, length).Fill(kind);
            at += length;
        }

        return 0;
    }

    private int Token(ReadOnlySpan<byte> rest, out TokenKind kind)
    {
        if (rest[0] == '"')
        {
            int end = 1 + QuotedLength(rest.Slice(1), (byte)'"', out _);
            kind = IsKey(rest.Slice(end)) ? TokenKind.Name : TokenKind.String;
            return end;
        }

        kind = TokenKind.Comment;
        if (rest.StartsWith("//"u8))
            return rest.Length;
        kind = TokenKind.Number;
        if (IsDigit(rest[0]))
            return NumberLength(rest);
        if (rest[0] == '-' && rest.Length > 1 && IsDigit(rest[1]))
            return 1 + NumberLength(rest.Slice(1));
        int length = WordLength(rest);
        kind = keywords.Contains(rest.Slice(0, length)) ? TokenKind.Keyword : TokenKind.Plain;
        return Math.Max(length, 1);
    }

    /// <summary>Whether what follows a string says that it was a key.</summary>
    private static bool IsKey(ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty && rest[0] is (byte)' ' or (byte)'\t')
            rest = rest.Slice(1);
        return rest.StartsWith(":"u8);
    }
}
