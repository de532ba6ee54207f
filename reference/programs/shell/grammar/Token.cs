namespace Euralios.Shell;

internal enum TokenKind
{
    End,
    Newline,
    Word,
    Pipe,
    And,
    AndAnd,
    OrOr,
    Semicolon,
    Less,
    Greater,
    GreaterGreater,
}

/// <summary>A word or an operator.</summary>
internal readonly struct Token(TokenKind kind, int position, int end, Word? word = null)
{
    internal TokenKind Kind { get; } = kind;

    internal int Position { get; } = position;

    /// <summary>Where what follows begins.</summary>
    internal int End { get; } = end;

    internal Word? Word { get; } = word;
}
