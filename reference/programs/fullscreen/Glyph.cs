namespace Euralios.Programs.FullScreen;

/// <summary>Which characters have a cell to themselves on the console.</summary>
internal static class Glyph
{
    /// <summary>
    /// Whether a character is shown as it is. Control characters (ISO 6429's upper ones too) would move the cursor or worse; accents that belong to the
    /// character before, joiners, marks of direction and selectors have no cell of their own.
    /// </summary>
    internal static bool IsShown(uint character) => character < 0x7F
        ? character >= ' '
        : character is >= 0xA0 and (< 0x300 or > 0x36F) and (< 0x200B or > 0x200F) and (< 0x2028 or > 0x202E) and (< 0x2060 or > 0x2069)
            and (< 0xFE00 or > 0xFE0F) and not 0xFEFF and not CodePoint.Replacement;
}
