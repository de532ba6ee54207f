using System;

namespace Euralios.Programs.Vga;

/// <summary>
/// Lines, their corners and crossings, blocks and shades: computed, so that they meet. A single vertical line is the two middle columns, a
/// double one the columns beside them; a single horizontal line is a row in the middle, a double one the rows around it.
/// </summary>
internal static class BoxShapes
{
    // The lines, and for each of them how many strokes go up, right, down and left from its middle.
    private const string Lines = "│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌";
    private const string Strokes =
        "1010 1011 1012 2021 0021 0012 2022 2020 0022 2002 2001 1002 0011 1100 1101 0111 1110 0101 1111 1210 2120 2200 0220 2202 0222 2220 0202 2222 "
        + "1202 2101 0212 0121 2100 1200 0210 0120 2121 1212 1001 0110 ";

    private const int StrokesLength = 5;
    private const int Width = 8;

    internal static void Draw(byte[] font)
    {
        for (int i = 0; i < Lines.Length; i++)
        {
            ReadOnlySpan<char> strokes = Strokes.AsSpan().Slice(i * StrokesLength, StrokesLength - 1);
            DrawLines(Font.Rows(font, CodePage.Glyph(Lines[i])), strokes[0] - '0', strokes[1] - '0', strokes[2] - '0', strokes[3] - '0');
        }

        DrawBlocks(font);
    }

    private static void DrawLines(Span<byte> glyph, int up, int right, int down, int left)
    {
        // The rows and columns of the lines that cross the others.
        (int upper, int lower) = up + down > 0 && (left == 2 || right == 2) ? (6, 8) : (7, 7);
        (int first, int last) = up == 2 || down == 2 ? (2, 5) : (3, 4);

        if (up == 1)
            FillColumns(glyph, 3, 4, 0, left > 0 && right > 0 && down == 0 ? upper : lower);
        if (down == 1)
            FillColumns(glyph, 3, 4, left > 0 && right > 0 && up == 0 ? lower : upper, Font.Height - 1);
        if (left == 1)
            FillRow(glyph, 7, 0, up > 0 && down > 0 && right == 0 ? first : last);
        if (right == 1)
            FillRow(glyph, 7, up > 0 && down > 0 && left == 0 ? last : first, Width - 1);

        // A stroke of a double line ends where a line goes off on its side; the other goes on to the far line, round the corner.
        if (up == 2)
        {
            FillColumns(glyph, 2, 2, 0, left > 0 ? upper : lower);
            FillColumns(glyph, 5, 5, 0, right > 0 ? upper : lower);
        }

        if (down == 2)
        {
            FillColumns(glyph, 2, 2, left > 0 ? lower : upper, Font.Height - 1);
            FillColumns(glyph, 5, 5, right > 0 ? lower : upper, Font.Height - 1);
        }

        if (left == 2)
        {
            FillRow(glyph, 6, 0, up > 0 ? first : last);
            FillRow(glyph, 8, 0, down > 0 ? first : last);
        }

        if (right == 2)
        {
            FillRow(glyph, 6, up > 0 ? last : first, Width - 1);
            FillRow(glyph, 8, down > 0 ? last : first, Width - 1);
        }
    }

    private static void DrawBlocks(byte[] font)
    {
        for (int row = 0; row < Font.Height; row++)
        {
            bool isOdd = (row & 1) != 0;
            bool isUpper = row < Font.Height / 2;
            Set('█', row, 0xFF);
            Set('▌', row, 0xF0);
            Set('▐', row, 0x0F);
            Set('▀', row, isUpper ? 0xFF : 0);
            Set('▄', row, isUpper ? 0 : 0xFF);
            Set('░', row, isOdd ? 0x88 : 0x22);
            Set('▒', row, isOdd ? 0xAA : 0x55);
            Set('▓', row, isOdd ? 0x77 : 0xDD);
        }

        void Set(char character, int row, int dots) => Font.Rows(font, CodePage.Glyph(character))[row] = (byte)dots;
    }

    private static void FillColumns(Span<byte> glyph, int first, int last, int top, int bottom)
    {
        for (int row = top; row <= bottom; row++)
            FillRow(glyph, row, first, last);
    }

    private static void FillRow(Span<byte> glyph, int row, int first, int last)
    {
        for (int column = first; column <= last; column++)
            glyph[row] |= (byte)(0x80 >> column);
    }
}
