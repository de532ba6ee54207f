using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Euralios.Programs.Vga;
using NUnit.Framework;

namespace Euralios.Programs.Tests;

/// <summary>Text in, screen out.</summary>
internal sealed class ScreenTests
{
    private const ushort Plain = 0x0700;

    private static readonly string Full = new('x', 80);
    private static readonly char[] Characters = MakeCharacters();

    private static IEnumerable<TestCaseData> Texts()
    {
        // Text, the first rows of the screen without spaces at their ends, row and column of the cursor.
        yield return Case("hello", 0, 5, "hello");
        yield return Case("a\nb\r\nc", 2, 1, "a", "b", "c");
        yield return Case("abc\bd", 0, 3, "abd");
        yield return Case("\b\bx", 0, 1, "x");
        yield return Case("abc\rx", 0, 1, "xbc");
        yield return Case("a\tb\tc", 0, 17, "a       b       c");
        yield return Case("\e[3g\e[5G\eH\ra\tb", 0, 5, "a   b");
        yield return Case("\e[20G\e[2Zx", 0, 9, "        x");
        yield return Case(Full + "\ny", 1, 1, Full, "y");
        yield return Case(Full, 0, 79, Full);
        yield return Case(Full + "y", 1, 1, Full, "y");
        yield return Case(Full + "\ry", 0, 1, "y" + Full[1..]);
        yield return Case("\e[?7l" + Full + "y", 0, 79, Full[1..] + "y");
        yield return Case("abc\e[2;3Hd\e[Ae\e[2Df", 0, 3, "abfe", "  d");
        yield return Case("\e[5Bx\e[2Ay\e[3Dz", 3, 1, "", "", "", "zy", "", "x");
        yield return Case("\e[99;99Hx", 24, 79, [.. Enumerable.Repeat("", 24), new string(' ', 79) + "x"]);
        yield return Case("\e[0;0Hx", 0, 1, "x");
        yield return Case("\e[2;4fx\e[1Ey\e[2Fz", 0, 1, "z", "   x", "y");
        yield return Case("a\e[5dx\e[3Gy\e[`z", 4, 1, "a", "", "", "", "zxy");
        yield return Case("abcdef\e[3G\e[K", 0, 2, "ab");
        yield return Case("abcdef\e[3G\e[1K", 0, 2, "   def");
        yield return Case("abcdef\e[3G\e[2K", 0, 2, "");
        yield return Case("a\nb\nc\e[2;1H\e[J", 1, 0, "a");
        yield return Case("a\nbb\nc\e[2;1H\e[1J", 1, 0, "", " b", "c");
        yield return Case("a\nb\nc\e[2J", 2, 1, "");
        yield return Case("abcdef\e[2G\e[2@", 0, 1, "a  bcdef");
        yield return Case("abcdef\e[2G\e[2P", 0, 1, "adef");
        yield return Case("abcdef\e[2G\e[2X", 0, 1, "a  def");
        yield return Case("abc\e[2G\e[999P\e[999@\e[999X", 0, 1, "a");
        yield return Case("a\nb\nc\e[2;2H\e[L", 1, 0, "a", "", "b", "c");
        yield return Case("a\nb\nc\e[1;2H\e[2M", 0, 0, "c");
        yield return Case("a\nb\nc\e[S", 2, 1, "b", "c");
        yield return Case("a\nb\nc\e[2T", 2, 1, "", "", "a", "b", "c");
        yield return Case("1\n2\n3\n4\e[2;3r\e[3;1H\nx", 2, 1, "1", "3", "x", "4");
        yield return Case("1\n2\n3\n4\e[2;3r\e[2;1H\eMx", 1, 1, "1", "x", "2", "4");
        yield return Case("\e[2;3r\e[2;1H\e[9A\e[9Bx", 2, 1, "", "", "x");
        yield return Case("\e[5;2rx", 0, 1, "x");
        yield return Case("a\e7\e[5;5Hb\e8c", 0, 2, "ac", "", "", "", "    b");
        yield return Case("a\e[sbbb\e[uc", 0, 2, "acbb");
        yield return Case("ab\eDc\eEd", 2, 1, "ab", "  c", "d");
        yield return Case("abc\ecx", 0, 1, "x");

        // What is not known leaves nothing behind.
        yield return Case("a\e[?2004hb\e[>1;2cc\e[1;2 qd\e(Be\e#8f\e=g", 0, 7, "abcdefg");
        yield return Case("a\e]0;title\ab\e]8;;x\e\\c\ePq#0\e\\d", 0, 4, "abcd");
        yield return Case("a\e]0;title\nb", 1, 1, "a", "b");
        yield return Case("a\e[1\u0018b\e[1;\e[Cc", 0, 4, "ab c");
        yield return Case("a\e[3\nCb", 1, 4, "a", "   b");
        yield return Case("a\0\u0001\u007Fb", 0, 2, "ab");
        yield return Case("a\u009B2Cb", 0, 4, "a  b");
        yield return Case("e\u0301x", 0, 2, "ex");
        yield return Case("äß│═█…", 0, 6, "äß│═█.");
        yield return Case("漢😀", 0, 2, "■■");
    }

    [TestCaseSource(nameof(Texts))]
    public void Text_becomes_a_screen(string text, int row, int column, string[] rows)
    {
        Screen screen = Show(Encoding.UTF8.GetBytes(text));
        Assert.That(Rows(screen), Is.EqualTo(rows));
        Assert.That((screen.Row, screen.Column), Is.EqualTo((row, column)));
    }

    [TestCaseSource(nameof(Texts))]
    public void Where_messages_end_makes_no_difference(string text, int row, int column, string[] rows)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            Screen screen = Show(bytes[..cut], bytes[cut..]);
            Assert.That(Rows(screen), Is.EqualTo(rows), $"cut at {cut}");
            Assert.That((screen.Row, screen.Column), Is.EqualTo((row, column)), $"cut at {cut}");
        }
    }

    [TestCase("", 0x07)]
    [TestCase("\e[31m", 0x04)]
    [TestCase("\e[1;33m", 0x0E)]
    [TestCase("\e[1;33;22m", 0x06)]
    [TestCase("\e[34;47m", 0x71)]
    [TestCase("\e[7m", 0x70)]
    [TestCase("\e[7;27m", 0x07)]
    [TestCase("\e[1;31;44m\e[m", 0x07)]
    [TestCase("\e[1;31;44;39;49m", 0x0F)]
    [TestCase("\e[95;106m", 0xBD)]
    [TestCase("\e[38;5;196m", 0x04)]
    [TestCase("\e[48;5;21;31m", 0x14)]
    [TestCase("\e[38;2;0;170;0;1m", 0x0A)]
    [TestCase("\e[38:2::0:170:0m", 0x02)]
    [TestCase("\e[38:5:4;41m", 0x41)]
    [TestCase("\e[4:3;31m", 0x04)]
    [TestCase("\e[38;5m", 0x07)]
    [TestCase("\e[38;9;31m", 0x04)]
    [TestCase("\e[;;;31;;m", 0x07)]
    [TestCase("\e[38;5;232m", 0x00)]
    [TestCase("\e[5;8;53;99999m", 0x07)]
    public void Colours(string text, int attribute)
    {
        Screen screen = Show(Encoding.UTF8.GetBytes(text + "x"));
        Assert.That(screen.Buffer[0, 0] >> 8, Is.EqualTo(attribute));
    }

    [Test]
    public void Erased_cells_have_the_background()
    {
        Screen screen = Show(Encoding.UTF8.GetBytes("\e[1;31;44mx\e[K"));
        Assert.That(screen.Buffer[0, 1], Is.EqualTo(0x1700 | ' '));
    }

    [Test]
    public void The_cursor_can_be_hidden()
    {
        Assert.That(Show("\e[?25l"u8.ToArray()).CursorIsVisible, Is.False);
        Assert.That(Show("\e[?25l\e[?1;25h"u8.ToArray()).CursorIsVisible);
        Assert.That(Show("\e[25l"u8.ToArray()).CursorIsVisible);
    }

    [Test]
    public void Questions_are_answered()
    {
        var answer = new StringBuilder();
        var screen = new Screen(code => answer.Append((char)code));
        screen.Reset();
        screen.Write("\e[3;7H\e[6n\e[5n\e[?6n"u8);
        Assert.That(answer.ToString(), Is.EqualTo("\e[3;7R\e[0n"));
    }

    [Test]
    public void Lines_that_leave_the_screen_can_be_seen_again()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 2000; i++)
            text.Append(i).Append('\n');
        Screen screen = Show(Encoding.UTF8.GetBytes(text.ToString()));
        Assert.That(View(screen)[0], Is.EqualTo("1976"));
        screen.Buffer.Scroll(24);
        Assert.That(View(screen)[0], Is.EqualTo("1952"));
        Assert.That(View(screen)[24], Is.EqualTo("1976"));

        // What is looked at stays where it is while more text comes.
        screen.Write("new\n"u8);
        Assert.That(View(screen)[0], Is.EqualTo("1952"));
        screen.Buffer.Scroll(10000);
        Assert.That(View(screen)[0], Is.EqualTo("977"));
        screen.Buffer.Scroll(-10000);
        Assert.That(View(screen)[23], Is.EqualTo("new"));
        screen.Write("\e[3J"u8);
        screen.Buffer.Scroll(1);
        Assert.That(screen.Buffer.ScrollBack, Is.Zero);
    }

    [Test]
    public void Only_rows_that_changed_are_shown_anew()
    {
        Screen screen = Show("abc"u8.ToArray());
        Assert.That(Changes(screen), Has.Length.EqualTo(25));
        Assert.That(Changes(screen), Is.Empty);
        screen.Write("\e[3;1Hx\e[7;1H\e[K"u8);
        Assert.That(Changes(screen), Is.EqualTo(new[] { 2, 6 }));
        screen.Write("\e[5;6r\e[6;1H\n"u8);
        Assert.That(Changes(screen), Is.EqualTo(new[] { 4, 5 }));
    }

    [Test]
    public void Noise_stays_on_the_screen()
    {
        // Bytes of which many are parts of sequences.
        byte[] likely = "\e\e\e[[[;;?0123456789mHJKABCDLMPST@XrsuhlnZIgd\n\r\b\t"u8.ToArray();
        var random = new Random(3);
        byte[] noise = new byte[400];
        for (int round = 0; round < 1000; round++)
        {
            for (int i = 0; i < noise.Length; i++)
                noise[i] = random.Next(4) == 0 ? (byte)random.Next(256) : likely[random.Next(likely.Length)];
            Screen screen = Show(noise);
            Assert.That(screen.Row, Is.InRange(0, 24));
            Assert.That(screen.Column, Is.InRange(0, 79));
            screen.Write("\e\\\ecx"u8);
            Assert.That(Rows(screen), Is.EqualTo(new[] { "x" }));
        }
    }

    [Test]
    public void Cells_are_plain_at_first() => Assert.That(Show().Buffer[24, 79], Is.EqualTo(Plain | ' '));

    private static TestCaseData Case(string text, int row, int column, params string[] rows) =>
        new TestCaseData(text, row, column, rows.Length == 1 && rows[0].Length == 0 ? [] : rows).SetArgDisplayNames(text.Replace(Full, "LINE"));

    private static Screen Show(params byte[][] pieces)
    {
        var screen = new Screen(_ => { });
        screen.Reset();
        foreach (byte[] piece in pieces)
            screen.Write(piece);
        return screen;
    }

    private static int[] Changes(Screen screen) => [.. Enumerable.Range(0, 25).Where(screen.Buffer.TakeChange)];

    private static string[] Rows(Screen screen)
    {
        string[] rows = View(screen);
        int count = 25;
        while (count > 0 && rows[count - 1].Length == 0)
            count--;
        return rows[..count];
    }

    private static string[] View(Screen screen) => [.. Enumerable.Range(0, 25).Select(row => Text(screen.Buffer.ViewRow(row)))];

    private static string Text(ReadOnlySpan<ushort> cells)
    {
        var text = new StringBuilder();
        foreach (ushort cell in cells)
            text.Append(Characters[cell & 0xFF]);
        return text.ToString().TrimEnd();
    }

    private static char[] MakeCharacters()
    {
        char[] characters = new char[256];
        Array.Fill(characters, '?');
        for (char character = ' '; character < 0x7F; character++)
            characters[character] = character;
        foreach (char character in "äß│═█■")
            characters[CodePage.Glyph(character)] = character;
        return characters;
    }
}
