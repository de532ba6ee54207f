using System.Text;
using Euralios.Programs.Edit;

namespace Euralios.Programs.Tests.Edit;

/// <summary>Screens as a person sees them, and their styles beside them: a letter for each cell, as in <see cref="Letters"/>.</summary>
internal sealed class EditorViewTests
{
    // In the order of Style.
    private const string Letters = ".knsdc#hel!SMBCQ";

    [Test]
    public void A_file_with_its_colours()
    {
        Editor editor = new Files().Open("int x; // |ä\n\n\tz\u0001");
        Assert.That(Screen(editor, 40, 5), Is.EqualTo("""
              a.cs          ^S Save  ^Q Quit   1:11 |BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
               1 int x; // ä                        |...l.nnn....cc.c........................
               2                                    |...l....................................
               3         z�                         |...l..........!.........................
                                                    |........................................
            cursor 1 15
            """));
    }

    [Test]
    public void A_changed_file_and_a_selection()
    {
        Editor editor = new Files().Open("one\ntwo|", "a");
        Press(editor, "x<C-Home><S-Down><S-Right>");
        Assert.That(Screen(editor, 40, 4), Is.EqualTo("""
              a changed  ^S Save  ^Q Quit       2:2 |BBBCCCCCCCCBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
               1 one                                |...l.SSSS...............................
               2 twox                               |...l.S..................................
                                                    |........................................
            cursor 2 6
            """));
    }

    [Test]
    public void A_search()
    {
        Editor editor = new Files().Open("|one\ntwo", "a");
        Press(editor, "<C-f>wo");
        Assert.That(Screen(editor, 40, 3), Is.EqualTo("""
              Find: wo  arrows next, previous       |BBCCCCCBQQBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
               1 one                                |...l....................................
               2 two                                |...l..MM................................
            cursor 0 10
            """));
    }

    [Test]
    public void A_question()
    {
        Editor editor = new Files().Open("|", "a");
        Press(editor, "x<C-q>");
        Assert.That(Screen(editor, 40, 2), Is.EqualTo("""
              Changes are not saved. Quit?          |BBCCCCCCCCCCCCCCCCCCCCCCCCCCCCBBBBBBBBBB
               1 x                                  |...l....................................
            cursor 1 6
            """));
    }

    [Test]
    public void A_long_line_moves_aside()
    {
        Editor editor = new Files().Open("abcdefghijklmnopqrstuvwxyz0123456789|\n\tx", "a");
        Assert.That(Screen(editor, 20, 3), Is.EqualTo("""
              a            1:37 |BBBBBBBBBBBBBBBBBBBB
               1 z0123456789    |...l................
               2                |...l................
            cursor 1 16
            """));
    }

    /// <summary>The view goes along with the cursor: line by line at its edges, by pages, and far away to the middle.</summary>
    [TestCase("<Down><Down><Down>", 1)]
    [TestCase("<Down><Down><Down><Down>", 2)]
    [TestCase("<Down><Down><Down><Down><Up><Up>", 2)]
    [TestCase("<Down><Down><Down><Down><Up><Up><Up><Up>", 1)]
    [TestCase("<PageDown>", 5)]
    [TestCase("<Down><PageDown>", 5)]
    [TestCase("<PageDown><PageDown><PageUp>", 5)]
    [TestCase("<C-g>50<Enter>", 48)]
    [TestCase("<C-End>", 98)]
    [TestCase("<C-End><C-Home>", 1)]
    public void First_line_after(string keys, int expected)
    {
        Editor editor = new Files().Open("|" + string.Join('\n', Enumerable.Range(1, 100)), "a");
        var view = new EditorView(40, 5);
        editor.PageRows = view.TextRows;
        view.Draw(editor);
        foreach (ConsoleKeyInfo key in Keyboard.Keys(keys))
        {
            editor.Press(key);
            view.Draw(editor);
            Assert.That(view.Screen.CursorRow, editor.Dialogue is null ? Is.InRange(1, 4) : Is.Zero);
        }

        Assert.That(int.Parse(Row(view.Screen, 1)[..5], null), Is.EqualTo(expected));
    }

    [Test]
    public void Numbers_of_many_lines_have_room()
    {
        Editor editor = new Files().Open(new string('\n', 12_344) + "|x", "a");
        Assert.That(Screen(editor, 20, 2), Does.Contain("\n12345 x"));
    }

    private static void Press(Editor editor, string keys)
    {
        foreach (ConsoleKeyInfo key in Keyboard.Keys(keys))
            editor.Press(key);
    }

    private static string Screen(Editor editor, int columns, int rows)
    {
        var view = new EditorView(columns, rows);
        view.Draw(editor);
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++)
        {
            text.Append(Row(view.Screen, row)).Append('|');
            foreach (uint cell in view.Screen.Row(row))
                text.Append(Letters[(int)Programs.FullScreen.Screen.StyleOf(cell)]);
            text.Append('\n');
        }

        return text.Append($"cursor {view.Screen.CursorRow} {view.Screen.CursorColumn}").ToString();
    }

    private static string Row(Screen screen, int row)
    {
        var text = new StringBuilder();
        foreach (uint cell in screen.Row(row))
            text.Append(new Rune(Programs.FullScreen.Screen.CharacterOf(cell)));
        return text.ToString();
    }
}
