using System;

namespace Euralios.Programs.Vga;

/// <summary>Letters with accents: a letter, and a mark above or below it.</summary>
internal static class AccentedLetters
{
    private const string Letters = "ÇüéâäàåçêëèïîìÄÅÉôöòûùÿÖÜáíóúñÑ";
    private const string Bases = "CueaaaaceeeiiiAAEooouuyOUaiounN";
    private const string Marks = ",:/^:`o,^:`:^`:o/^:`^`:::////~~";

    // Small letters begin in row 5, capitals in row 2 and end in row 11.
    private const int SmallMark = 1;
    private const int CapitalTop = 2;
    private const int Below = 12;

    // A row of straight stems, which a capital does without to make room for its mark.
    private const int StemRow = 9;

    internal static void Draw(byte[] font)
    {
        for (int i = 0; i < Letters.Length; i++)
        {
            Span<byte> glyph = Font.Rows(font, CodePage.Glyph(Letters[i]));
            Font.Rows(font, (byte)Bases[i]).CopyTo(glyph);
            if (Marks[i] == ',')
                Put(glyph, Mark(Marks[i]), Below);
            else if (Bases[i] >= 'a')
                PutOnSmall(glyph, Bases[i], Mark(Marks[i]));
            else
                PutOnCapital(glyph, CapitalMark(Marks[i]));
        }
    }

    private static void PutOnSmall(Span<byte> glyph, char letter, ReadOnlySpan<byte> mark)
    {
        // The mark takes the place of the dot.
        if (letter == 'i')
            glyph.Slice(0, 5).Clear();
        Put(glyph, mark, SmallMark + 3 - mark.Length);
    }

    private static void PutOnCapital(Span<byte> glyph, ReadOnlySpan<byte> mark)
    {
        for (int row = StemRow; row > CapitalTop; row--)
            glyph[row] = glyph[row - 1];
        glyph[CapitalTop] = 0;
        Put(glyph, mark, 0);
    }

    private static void Put(Span<byte> glyph, ReadOnlySpan<byte> mark, int row)
    {
        for (int i = 0; i < mark.Length; i++)
            glyph[row + i] |= mark[i];
    }

    private static ReadOnlySpan<byte> Mark(char mark) => mark switch
    {
        '/' => [0b0000_1100, 0b0001_1000, 0b0011_0000],
        '`' => [0b0110_0000, 0b0011_0000, 0b0001_1000],
        '^' => [0b0001_0000, 0b0011_1000, 0b0110_1100],
        ':' => [0b0110_1100, 0b0110_1100],
        'o' => [0b0011_1000, 0b0110_1100, 0b0011_1000],
        '~' => [0b0111_0110, 0b1101_1100],
        _ => [0b0001_1000, 0b0000_1100, 0b0011_1000],
    };

    private static ReadOnlySpan<byte> CapitalMark(char mark) => mark switch
    {
        '/' => [0b0000_1100, 0b0001_1000],
        'o' => [0b0011_1000, 0b0010_1000],
        '~' => [0b0111_0110, 0b1101_1100],
        _ => [0b0110_1100, 0b0110_1100],
    };
}
