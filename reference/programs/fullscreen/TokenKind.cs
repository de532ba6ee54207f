namespace Euralios.Programs.FullScreen;

/// <summary>What a byte of a line belongs to, as far as its colour goes.</summary>
internal enum TokenKind : byte
{
    Plain,
    Keyword,

    /// <summary>A second list of words: types, built-in commands; a key of JSON.</summary>
    Name,
    String,
    Number,
    Comment,
    Directive,
    Heading,
    Emphasis,
}
