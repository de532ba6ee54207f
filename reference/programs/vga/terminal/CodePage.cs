namespace Euralios.Programs.Vga;

/// <summary>From Unicode to the text mode's 256 glyphs, which are those of the PC's first code page, 437.</summary>
internal static class CodePage
{
    /// <summary>What stands for a character that has no glyph: a small square.</summary>
    internal const byte Fallback = 0xFE;

    private const int FirstUpper = 0x80;
    private const uint House = '⌂';

    // Glyphs 1 to 31, which the code page has for control codes.
    private const string Symbols = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";

    // Glyphs 0x80 to 0xFF.
    private const string Upper =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
        + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    // Characters without a glyph of their own, and glyphs that look much like them.
    private const string Alike =
        "ÀAÁAÂAÃAÈEÊEËEÌIÍIÎIÏIÒOÓOÔOÕOØOÙUÚUÛUÝYãaõoøoýyŒEœeŠSšsŽZžz×x´'¸,¨\"¯-¦|¹1³3©c®r"
        + "‐-‑-–-—-―-‘'’'‚,“\"”\"„\"‹<›>….€E✓√✔√✗x●•◆♦▪■□■▶►◀◄−-∗*⋅·μµ∑Σ≠=┃║━═";

    /// <summary>Whether a code point takes no room: accents that belong to the character before, joiners and selectors.</summary>
    internal static bool IsInvisible(uint codePoint) =>
        codePoint is (>= 0x300 and <= 0x36F) or (>= 0x200B and <= 0x200F) or (>= 0x2060 and <= 0x2064) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF;

    /// <summary>The glyph of a code point.</summary>
    internal static byte Glyph(uint codePoint)
    {
        if (codePoint is >= ' ' and < 0x7F)
            return (byte)codePoint;
        if (codePoint == House)
            return 0x7F;
        if (codePoint > char.MaxValue)
            return Fallback;
        char character = (char)codePoint;
        if (Find(character, out byte glyph))
            return glyph;
        for (int i = 0; i < Alike.Length; i += 2)
        {
            if (Alike[i] == character)
                return Alike[i + 1] < 0x7F || !Find(Alike[i + 1], out glyph) ? (byte)Alike[i + 1] : glyph;
        }

        return Fallback;
    }

    private static bool Find(char character, out byte glyph)
    {
        for (int i = 0; i < Upper.Length; i++)
        {
            if (Upper[i] == character)
            {
                glyph = (byte)(FirstUpper + i);
                return true;
            }
        }

        for (int i = 0; i < Symbols.Length; i++)
        {
            if (Symbols[i] == character)
            {
                glyph = (byte)(1 + i);
                return true;
            }
        }

        glyph = 0;
        return false;
    }
}
