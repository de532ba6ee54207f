using System;
using System.Linq;
using System.Numerics;
using Euralios.Programs.Vga;
using NUnit.Framework;

namespace Euralios.Programs.Tests;

/// <summary>Glyphs and the code page.</summary>
internal sealed class FontTests
{
    private static readonly byte[] Drawn = Font.Create();

    [Test]
    public void Every_glyph_but_the_blanks_has_dots()
    {
        byte[] blanks = [0x00, 0x20, 0xFF];
        for (int glyph = 0; glyph < Font.Glyphs; glyph++)
            Assert.That(Rows(glyph).Any(row => row != 0), Is.EqualTo(!blanks.Contains((byte)glyph)), $"glyph {glyph:X2}");
    }

    [Test]
    public void No_two_glyphs_are_the_same()
    {
        // The middle dot's larger brother is the bullet.
        var groups = Enumerable.Range(1, 254).Where(glyph => glyph != 0x20).GroupBy(glyph => Convert.ToHexString(Rows(glyph)));
        Assert.That(groups.Where(group => group.Count() > 1).Select(group => string.Join(' ', group.Select(glyph => glyph.ToString("X2")))), Is.EqualTo(new[] { "07 F9" }));
    }

    [Test]
    public void Lines_meet_at_the_cells_borders()
    {
        // Glyphs with a line up, and those with one down, single: the same columns at the border.
        foreach (char character in "│┤┴┼├┘└╡╧╛╘╞╪")
            Assert.That(Rows(CodePage.Glyph(character))[0], Is.EqualTo(Rows(CodePage.Glyph('│'))[0]), character.ToString());
        foreach (char character in "║╢╣╩╬╠╝╚╜╙╨╟╫")
            Assert.That(Rows(CodePage.Glyph(character))[0], Is.EqualTo(Rows(CodePage.Glyph('║'))[0]), character.ToString());
        foreach (char character in "═╞╘╔╦╠╬╩╚╧╤╪╒")
            Assert.That(Rows(CodePage.Glyph(character)).Select(row => row & 1), Is.EqualTo(Rows(CodePage.Glyph('═')).Select(row => row & 1)), character.ToString());
    }

    [Test]
    public void A_double_crossing_is_hollow()
    {
        byte[] rows = Rows(CodePage.Glyph('╬'));
        Assert.That(rows[7], Is.Zero, "nothing between the lines");
        Assert.That(rows[6], Is.EqualTo(0b1110_0111));
        Assert.That(rows[8], Is.EqualTo(0b1110_0111));
    }

    [TestCase('A', 'A')]
    [TestCase('~', '~')]
    [TestCase('ä', 0x84)]
    [TestCase('Ç', 0x80)]
    [TestCase('ß', 0xE1)]
    [TestCase('│', 0xB3)]
    [TestCase('█', 0xDB)]
    [TestCase('☺', 0x01)]
    [TestCase('▼', 0x1F)]
    [TestCase('⌂', 0x7F)]
    [TestCase('\u00A0', 0xFF)]
    [TestCase('Á', 'A')]
    [TestCase('–', '-')]
    [TestCase('“', '"')]
    [TestCase('μ', 0xE6)]
    [TestCase('✓', 0xFB)]
    [TestCase('漢', 0xFE)]
    [TestCase('\uFFFD', 0xFE)]
    public void Characters_have_glyphs(char character, int glyph) => Assert.That(CodePage.Glyph(character), Is.EqualTo(glyph));

    [Test]
    public void A_letter_with_an_accent_is_more_than_the_letter()
    {
        foreach ((char accented, char letter) in new[] { ('é', 'e'), ('ü', 'u'), ('ç', 'c'), ('ñ', 'n'), ('å', 'a') })
        {
            byte[] with = Rows(CodePage.Glyph(accented));
            byte[] without = Rows(letter);
            Assert.That(with.Zip(without).All(pair => (pair.First & pair.Second) == pair.Second), accented.ToString());
            Assert.That(with.Sum(row => BitOperations.PopCount(row)), Is.GreaterThan(without.Sum(row => BitOperations.PopCount(row))));
        }
    }

    private static byte[] Rows(int glyph) => Font.Rows(Drawn, (byte)glyph).ToArray();
}
