using System.Text;
using NUnit.Framework;

namespace Euralios.Std.Tests;

internal sealed class LineEditorTests
{
    // What is typed, with \b Backspace, \x15 Ctrl-U, \x17 Ctrl-W; the line; what is shown.
    private static readonly object[] Lines =
    [
        new[] { "abc", "abc", "abc" },
        new[] { "größer €😀", "größer €😀", "größer €😀" },
        new[] { "ab\bc", "ac", "ab\b \bc" },
        new[] { "a\x7F", "", "a\b \b" },
        new[] { "\b\b", "", "" },
        new[] { "😀\bx", "x", "😀\b \bx" },
        new[] { "ab\x15x", "x", "ab\b \b\b \bx" },
        new[] { "one two \x17x", "one x", "one two \b \b\b \b\b \b\b \bx" },
        new[] { "one\x17", "", "one\b \b\b \b\b \b" },
        new[] { "a\tb", "a\tb", "a b" },
        new[] { "a\x04", "a", "a" },
        new[] { "a\x01\x1B\x0C", "a", "a" },
    ];

    [TestCaseSource(nameof(Lines))]
    public void A_line_is_edited_and_shown(string typed, string line, string shown)
    {
        var editor = new LineEditor();
        var echo = new StringBuilder();
        foreach (Rune key in typed.EnumerateRunes())
        {
            Assert.That(editor.Type((ulong)key.Value), Is.EqualTo(LineState.Editing));
            echo.Append(Encoding.UTF8.GetString(editor.Echo));
        }

        Assert.That(echo.ToString(), Is.EqualTo(shown));
        Assert.That(editor.Type('\n'), Is.EqualTo(LineState.Finished));
        Assert.That(Encoding.UTF8.GetString(editor.Echo), Is.EqualTo("\n"));
        Assert.That(Encoding.UTF8.GetString(editor.TakeLine()), Is.EqualTo(line + "\n"));
        Assert.That(Encoding.UTF8.GetString(editor.TakeLine()), Is.EqualTo("\n"));
    }

    [Test]
    public void Ctrl_D_on_an_empty_line_is_the_end_of_the_input()
    {
        var editor = new LineEditor();
        Assert.That(editor.Type(4), Is.EqualTo(LineState.EndOfInput));
        editor.Type('a');
        Assert.That(editor.Type(4), Is.EqualTo(LineState.Editing));
        editor.Type(8);
        Assert.That(editor.Type(4), Is.EqualTo(LineState.EndOfInput));
    }

    [TestCase(0x1B9B41ul)]
    [TestCase(0xD800ul)]
    [TestCase(0x110000ul)]
    [TestCase(ulong.MaxValue)]
    public void What_is_no_character_does_nothing(ulong code)
    {
        var editor = new LineEditor();
        Assert.That(editor.Type(code), Is.EqualTo(LineState.Editing));
        Assert.That(editor.Echo.Length, Is.Zero);
        Assert.That(editor.TakeLine(), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_hidden_line_is_not_shown_but_its_end_is()
    {
        var editor = new LineEditor { IsHidden = true };
        foreach (char key in "ab\bc")
        {
            editor.Type(key);
            Assert.That(editor.Echo.Length, Is.Zero);
        }

        editor.Type('\r');
        Assert.That(Encoding.UTF8.GetString(editor.Echo), Is.EqualTo("\n"));
        Assert.That(Encoding.UTF8.GetString(editor.TakeLine()), Is.EqualTo("ac\n"));
    }

    [Test]
    public void A_line_has_an_end_somewhere()
    {
        var editor = new LineEditor();
        for (int i = 0; i < LineEditor.Longest + 10; i++)
            editor.Type('€');
        Assert.That(editor.Echo.Length, Is.Zero);
        Assert.That(editor.TakeLine(), Has.Length.EqualTo((LineEditor.Longest * 3) + 1));
    }
}
