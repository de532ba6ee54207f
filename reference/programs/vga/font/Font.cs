using System;

namespace Euralios.Programs.Vga;

/// <summary>
/// A font of the text mode's 256 glyphs, 8 dots wide and 16 high, for hardware that no firmware gave one: ASCII and symbols as they are drawn,
/// letters with accents put together, lines and blocks computed.
/// </summary>
internal static class Font
{
    internal const int Glyphs = 256;
    internal const int Height = 16;

    private const int Width = 8;
    private const int GlyphsInBlock = 8;

    // A glyph's row in the text of a block, and one line of the text with its end.
    private const int CellWidth = Width + 1;

    /// <summary>The font: sixteen bytes for each glyph, the upmost first, bit 7 on the left.</summary>
    internal static byte[] Create()
    {
        byte[] font = new byte[Glyphs * Height];
        Draw(font, AsciiShapes.Characters, AsciiShapes.Rows);
        Draw(font, SymbolShapes.Characters, SymbolShapes.Rows);
        Inverse(font, CodePage.Glyph('◘'), CodePage.Glyph('•'));
        Inverse(font, CodePage.Glyph('◙'), CodePage.Glyph('○'));
        AccentedLetters.Draw(font);
        BoxShapes.Draw(font);
        return font;
    }

    /// <summary>A glyph's rows.</summary>
    internal static Span<byte> Rows(byte[] font, byte glyph) => new(font, glyph * Height, Height);

    /// <summary>Reads drawn glyphs: blocks of sixteen lines, an empty line between them.</summary>
    private static void Draw(byte[] font, string characters, ReadOnlySpan<byte> text)
    {
        for (int first = 0; first < characters.Length; first += GlyphsInBlock)
        {
            int count = Math.Min(GlyphsInBlock, characters.Length - first);
            for (int row = 0; row < Height; row++)
            {
                ReadOnlySpan<byte> line = text.Slice(0, (count * CellWidth) - 1);
                for (int i = 0; i < count; i++)
                    Rows(font, CodePage.Glyph(characters[first + i]))[row] = ReadRow(line.Slice(i * CellWidth, Width));

                // The text's last line has no end.
                text = text.Slice(Math.Min(text.Length, line.Length + 1));
            }

            text = text.Slice(Math.Min(text.Length, 1));
        }
    }

    private static byte ReadRow(ReadOnlySpan<byte> dots)
    {
        int row = 0;
        foreach (byte dot in dots)
            row = (row << 1) | (dot == '#' ? 1 : 0);
        return (byte)row;
    }

    private static void Inverse(byte[] font, byte glyph, byte original)
    {
        for (int row = 0; row < Height; row++)
            Rows(font, glyph)[row] = (byte)~Rows(font, original)[row];
    }
}
