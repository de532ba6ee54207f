namespace Euralios.Programs.Gopher;

/// <summary>The types of items: the first character of a menu's line (RFC 1436, section 3.8), and those that came in use later.</summary>
internal static class ItemType
{
    internal const char Text = '0';
    internal const char Menu = '1';
    internal const char Error = '3';
    internal const char Search = '7';
    internal const char Html = 'h';
    internal const char Information = 'i';

    /// <summary>What stands before an item, four characters at most.</summary>
    internal static string Label(char type) => type switch
    {
        Text => "TXT",
        Menu => "DIR",
        Search => "FIND",
        Html => "HTML",
        '2' => "CSO",
        '4' => "HQX",
        '5' => "DOS",
        '6' => "UUE",
        '8' or 'T' => "TEL",
        '9' => "BIN",
        '+' => "ALSO",
        'g' => "GIF",
        'I' or 'p' or ':' => "IMG",
        'd' or 'P' => "DOC",
        's' or '<' => "SND",
        ';' => "MOV",
        _ => "?",
    };

    /// <summary>Whether an item leads anywhere.</summary>
    internal static bool IsLink(char type) => type is not (Information or Error);

    /// <summary>Whether it is shown: as a menu, or as text.</summary>
    internal static bool IsShown(char type) => type is Text or Menu or Search or Html or '4' or '6';

    /// <summary>Whether it is a file to be kept.</summary>
    internal static bool IsFile(char type) => type is '5' or '9' or 'g' or 'I' or 'p' or ':' or 'd' or 'P' or 's' or '<' or ';';
}
