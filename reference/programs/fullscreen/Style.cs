namespace Euralios.Programs.FullScreen;

/// <summary>How a cell of the screen looks, by what it is for.</summary>
internal enum Style : byte
{
    // The first are the kinds of tokens, in their order.
    Plain = TokenKind.Plain,
    Keyword = TokenKind.Keyword,
    Name = TokenKind.Name,
    String = TokenKind.String,
    Number = TokenKind.Number,
    Comment = TokenKind.Comment,
    Directive = TokenKind.Directive,
    Heading = TokenKind.Heading,
    Emphasis = TokenKind.Emphasis,

    LineNumber,

    /// <summary>A character that cannot be shown: a control character or malformed bytes.</summary>
    Control,
    Selection,
    Match,
    Bar,

    /// <summary>That there are changes that have not been saved.</summary>
    BarChanged,

    /// <summary>A question or an answer.</summary>
    BarMessage,
}

/// <summary>The colours of styles: parameters of the control sequence SGR (ECMA-48, 8.3.117; 90 to 97 are the bright ones).</summary>
internal static class StyleColours
{
    internal const int DefaultForeground = 39, DefaultBackground = 49;

    internal static int Foreground(Style style) => style switch
    {
        Style.Keyword => 94,
        Style.Name => 96,
        Style.String => 33,
        Style.Number => 95,
        Style.Comment => 32,
        Style.Directive => 35,
        Style.Heading => 93,
        Style.Emphasis => 97,
        Style.LineNumber => 31,
        Style.Control => 97,
        Style.Selection => 30,
        Style.Match => 30,
        Style.Bar => 97,
        Style.BarChanged => 93,
        Style.BarMessage => 97,
        _ => DefaultForeground,
    };

    internal static int Background(Style style) => style switch
    {
        Style.Control => 41,
        Style.Selection => 47,
        Style.Match => 43,
        Style.Bar or Style.BarChanged or Style.BarMessage => 44,
        _ => DefaultBackground,
    };
}
