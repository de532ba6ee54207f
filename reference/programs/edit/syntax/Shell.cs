using System;

namespace Euralios.Programs.Edit;

/// <summary>Scripts of the shell: comments, words, variables, and quotes that may go on in the next line.</summary>
internal sealed class Shell : Language
{
    private const byte Code = 0, SingleQuotes = 1, DoubleQuotes = 2;

    private readonly WordSet keywords = new("case do done elif else esac fi for function if in return then until while"u8);

    private readonly WordSet commands = new("alias bg cd echo eval exec exit export fg jobs kill pwd read set shift source test unset wait"u8);

    internal override string Name => "shell";

    internal override string LineComment => "#";

    internal override byte Colour(ReadOnlySpan<byte> line, byte state, Span<TokenKind> kinds)
    {
        for (int at = 0; at < line.Length;)
        {
            bool isAtWord = at == 0 || line[at - 1] is (byte)' ' or (byte)'\t' or (byte)';' or (byte)'|' or (byte)'&' or (byte)'(';
            int length = Token(line.Slice(at), isAtWord, ref state, out TokenKind kind);
            kinds.Slice(at, length).Fill(kind);
            at += length;
        }

        return state;
    }

    private int Token(ReadOnlySpan<byte> rest, bool isAtWord, ref byte state, out TokenKind kind)
    {
        kind = TokenKind.String;
        if (state == Code && rest[0] is (byte)'\'' or (byte)'"')
        {
            state = rest[0] == '\'' ? SingleQuotes : DoubleQuotes;
            return 1 + StringLength(rest.Slice(1), ref state);
        }

        if (state != Code)
            return StringLength(rest, ref state);
        kind = TokenKind.Comment;
        if (rest[0] == '#' && isAtWord)
            return rest.Length;
        kind = TokenKind.Directive;
        if (rest[0] == '$')
            return VariableLength(rest);
        kind = TokenKind.Plain;
        if (rest[0] == '\\')
            return Math.Min(2, rest.Length);
        int length = WordLength(rest);
        if (isAtWord)
            kind = WordKind(rest.Slice(0, length));
        return Math.Max(length, 1);
    }

    private TokenKind WordKind(ReadOnlySpan<byte> word)
    {
        if (keywords.Contains(word))
            return TokenKind.Keyword;
        if (commands.Contains(word))
            return TokenKind.Name;
        foreach (byte value in word)
        {
            if (!IsDigit(value))
                return TokenKind.Plain;
        }

        return word.IsEmpty ? TokenKind.Plain : TokenKind.Number;
    }

    private static int StringLength(ReadOnlySpan<byte> rest, ref byte state)
    {
        int length;
        bool isClosed;
        if (state == DoubleQuotes)
        {
            length = QuotedLength(rest, (byte)'"', out isClosed);
        }
        else
        {
            int end = rest.IndexOf((byte)'\'');
            isClosed = end >= 0;
            length = isClosed ? end + 1 : rest.Length;
        }

        if (isClosed)
            state = Code;
        return length;
    }

    private static int VariableLength(ReadOnlySpan<byte> rest)
    {
        if (rest.Length == 1)
            return 1;
        if (rest[1] == '{')
        {
            int end = rest.IndexOf((byte)'}');
            return end < 0 ? rest.Length : end + 1;
        }

        int length = WordLength(rest.Slice(1));
        return length > 0 ? 1 + length : rest[1] is (byte)'?' or (byte)'#' or (byte)'@' or (byte)'*' or (byte)'$' or (byte)'!' ? 2 : 1;
    }
}
