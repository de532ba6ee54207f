using System;

namespace Euralios.Programs.Edit;

/// <summary>C#: words, comments, directives, and strings with quotes, verbatim or raw. What stands in the holes of an interpolated string is string too.</summary>
internal sealed class CSharp : Language
{
    // States: code, in a comment, in a verbatim string; above them: in a raw string, by the number of its quotes.
    private const byte Code = 0, BlockComment = 1, Verbatim = 2, Raw = 3;

    private readonly WordSet keywords = new(
        "abstract as async await base break case catch checked class const continue default delegate do else enum event explicit extern false field finally "u8
        + "fixed for foreach get goto if implicit in init interface internal is lock namespace new not null operator or out override params partial private "u8
        + "protected public readonly record ref required return scoped sealed set sizeof stackalloc static struct switch this throw true try typeof "u8
        + "unchecked unsafe using virtual volatile when where while with yield and var"u8);

    private readonly WordSet types = new(
        "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort void"u8);

    internal override string Name => "C#";

    internal override string LineComment => "//";

    internal override byte Colour(ReadOnlySpan<byte> line, byte state, Span<TokenKind> kinds)
    {
        int at = 0;
        if (state != Code)
            at = Continue(line, ref state, kinds);
        else if (Trimmed(line).StartsWith("#"u8) && !Trimmed(line).StartsWith("#!"u8))
            return Directive(line, kinds);
        while (at < line.Length)
        {
            int length = Token(line.Slice(at), ref state, out TokenKind kind);
            kinds.Slice(at, length).Fill(kind);
            at += length;
        }

        return state;
    }

    /// <summary>What goes on from the line before. Returns where it ends.</summary>
    private static int Continue(ReadOnlySpan<byte> line, ref byte state, Span<TokenKind> kinds)
    {
        TokenKind kind = state == BlockComment ? TokenKind.Comment : TokenKind.String;
        int length = state switch
        {
            BlockComment => CommentLength(line, ref state),
            Verbatim => VerbatimLength(line, ref state),
            _ => RawLength(line, ref state),
        };
        kinds.Slice(0, length).Fill(kind);
        return length;
    }

    private static byte Directive(ReadOnlySpan<byte> line, Span<TokenKind> kinds)
    {
        kinds.Fill(TokenKind.Directive);
        int comment = line.IndexOf("//"u8);
        if (comment >= 0)
            kinds.Slice(comment).Fill(TokenKind.Comment);
        return Code;
    }

    private int Token(ReadOnlySpan<byte> rest, ref byte state, out TokenKind kind)
    {
        kind = TokenKind.Comment;
        if (rest.StartsWith("//"u8))
            return rest.Length;
        if (rest.StartsWith("/*"u8))
        {
            state = BlockComment;
            return 2 + CommentLength(rest.Slice(2), ref state);
        }

        kind = TokenKind.String;
        int length = StringLength(rest, ref state);
        if (length > 0)
            return length;
        kind = TokenKind.Number;
        if (IsDigit(rest[0]))
            return NumberLength(rest);
        length = WordLength(rest);
        ReadOnlySpan<byte> word = rest.Slice(0, length);
        kind = keywords.Contains(word) ? TokenKind.Keyword : types.Contains(word) ? TokenKind.Name : TokenKind.Plain;
        return Math.Max(length, 1);
    }

    /// <summary>The length of a string or a character, with what stands before its quotes; 0 if there is none.</summary>
    private static int StringLength(ReadOnlySpan<byte> rest, ref byte state)
    {
        if (rest[0] == '\'')
            return 1 + QuotedLength(rest.Slice(1), (byte)'\'', out _);
        int prefix = 0;
        bool isVerbatim = false;
        while (prefix < rest.Length && rest[prefix] is (byte)'$' or (byte)'@')
            isVerbatim |= rest[prefix++] == '@';
        int quotes = Quotes(rest.Slice(prefix));
        if (quotes == 0)
            return 0;
        if (isVerbatim)
        {
            state = Verbatim;
            return prefix + 1 + VerbatimLength(rest.Slice(prefix + 1), ref state);
        }

        if (quotes == 2)
            return prefix + 2;
        if (quotes == 1)
            return prefix + 1 + QuotedLength(rest.Slice(prefix + 1), (byte)'"', out _);
        state = (byte)(Raw + Math.Min(quotes, byte.MaxValue - Raw));
        return prefix + quotes + RawLength(rest.Slice(prefix + quotes), ref state);
    }

    private static int CommentLength(ReadOnlySpan<byte> rest, ref byte state)
    {
        int end = rest.IndexOf("*/"u8);
        if (end < 0)
            return rest.Length;
        state = Code;
        return end + 2;
    }

    /// <summary>Two quotes are one in it, and do not end it.</summary>
    private static int VerbatimLength(ReadOnlySpan<byte> rest, ref byte state)
    {
        for (int i = 0; i < rest.Length; i++)
        {
            if (rest[i] != '"')
                continue;
            if (i + 1 == rest.Length || rest[i + 1] != '"')
            {
                state = Code;
                return i + 1;
            }

            i++;
        }

        return rest.Length;
    }

    /// <summary>It ends with as many quotes as it began with.</summary>
    private static int RawLength(ReadOnlySpan<byte> rest, ref byte state)
    {
        int needed = state - Raw;
        for (int i = 0; i < rest.Length; i++)
        {
            int quotes = Quotes(rest.Slice(i));
            if (quotes >= needed)
            {
                state = Code;
                return i + quotes;
            }

            i += quotes;
        }

        return rest.Length;
    }

    private static int Quotes(ReadOnlySpan<byte> rest)
    {
        int count = 0;
        while (count < rest.Length && rest[count] == '"')
            count++;
        return count;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line)
    {
        while (!line.IsEmpty && line[0] is (byte)' ' or (byte)'\t')
            line = line.Slice(1);
        return line;
    }
}
