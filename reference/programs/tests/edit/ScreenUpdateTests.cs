using Euralios.Programs.Edit;
using Euralios.Programs.Vga;
using Screen = Euralios.Programs.FullScreen.Screen;

namespace Euralios.Programs.Tests.Edit;

/// <summary>What the editor writes, read by the system's own console: it must show what the view says. And how much that is.</summary>
internal sealed class ScreenUpdateTests
{
    private const string Text = "using System;\n\n/// <summary>Größe</summary>\nclass A\n{\n\tint x = 1; // one\n\tstring s = \"two\";\n}\n";

    private const string ToTheLastRow = "<Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down>";
    private const string ToTheFirstRow = "<Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><Up>";

    private static readonly string[] AnyKeys =
    [
        "a", "ß", "€", " ", "\"", "/", "*", "<Enter>", "<Enter>", "<Tab>", "<Back>", "<Del>", "<Left>", "<Right>", "<Up>", "<Down>", "<Down>", "<PageUp>", "<PageDown>",
        "<PageDown>", "<Home>", "<End>", "<C-Home>", "<C-End>", "<C-Right>", "<C-Left>", "<S-Down>", "<S-Up>", "<S-Right>", "<C-z>", "<C-y>", "<C-x>", "<C-c>", "<C-v>",
        "<C-d>", "<C-k>", "<C-e>", "<C-f>", "s", "<Esc>", "<C-r>", "y", "<C-g>", "3", "0", "<C-s>",
    ];

    [Test]
    public void The_console_shows_what_the_view_says([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var console = new Console(new Files().Open("|" + string.Concat(Enumerable.Repeat(Text, 12))));
        for (int i = 0; i < 300; i++)
        {
            string keys = AnyKeys[random.Next(AnyKeys.Length)];
            console.Press(keys);
            Assert.That(console.Difference(), Is.Null, $"after {keys}, key {i}");
        }
    }

    /// <summary>Bytes of one key in the middle of a screen of text; most of them are the bar's: place and message.</summary>
    [TestCase("", "a", 50, TestName = "A_key_is_few_bytes: the first change")]
    [TestCase("a", "b", 40, TestName = "A_key_is_few_bytes: a character")]
    [TestCase("a", "<Back>", 50, TestName = "A_key_is_few_bytes: the change is undone")]
    [TestCase("ab", "<Left>", 30, TestName = "A_key_is_few_bytes: a move")]
    [TestCase("a", "<Enter>", 220, TestName = "A_key_is_few_bytes: a new line, and all numbers below it")]
    [TestCase(ToTheLastRow, "<Down>", 130, TestName = "A_key_is_few_bytes: the view moves down")]
    [TestCase(ToTheLastRow + "<PageDown>" + ToTheFirstRow, "<Up>", 130, TestName = "A_key_is_few_bytes: the view moves up")]
    [TestCase("", "<Esc>", 0, TestName = "A_key_is_few_bytes: nothing")]
    public void A_key_is_few_bytes(string before, string key, int most)
    {
        var console = new Console(new Files().Open("|" + string.Concat(Enumerable.Repeat(Text, 12))));
        console.Press("<Down><Down><Down><Down><Down><End>" + before);
        int bytes = console.Press(key);
        Assert.That(console.Difference(), Is.Null);
        Assert.That(bytes, Is.InRange(0, most));
        TestContext.Out.WriteLine($"{bytes} bytes");
    }

    [Test]
    public void After_a_redraw_the_screen_is_as_it_was()
    {
        var console = new Console(new Files().Open(Text));
        console.Garble();
        Assert.That(console.Difference(), Is.Not.Null);
        console.Redraw();
        Assert.That(console.Difference(), Is.Null);
    }

    /// <summary>An editor at a console.</summary>
    private sealed class Console
    {
        private readonly Editor editor;
        private readonly EditorView view = new(ScreenBuffer.Columns, ScreenBuffer.Rows);
        private readonly ScreenUpdate update = new();
        private readonly Programs.Vga.Screen screen = new(_ => { });

        internal Console(Editor editor)
        {
            this.editor = editor;
            editor.PageRows = view.TextRows;
            screen.Reset();
            Redraw();
        }

        /// <summary>Presses keys; returns how many bytes the last one took.</summary>
        internal int Press(string keys)
        {
            int bytes = 0;
            foreach (ConsoleKeyInfo key in Keyboard.Keys(keys))
            {
                editor.Press(key);
                bytes = Draw();
            }

            return bytes;
        }

        internal void Redraw()
        {
            update.Forget();
            Draw();
        }

        internal void Garble() => screen.Write("\e[5;5Hsomebody wrote here"u8);

        /// <summary>The first cell that is not as it should be; null if all are.</summary>
        internal string? Difference()
        {
            if (screen.Row != view.Screen.CursorRow || screen.Column != view.Screen.CursorColumn)
                return $"cursor {screen.Row} {screen.Column}, not {view.Screen.CursorRow} {view.Screen.CursorColumn}";
            for (int row = 0; row < ScreenBuffer.Rows; row++)
            {
                for (int column = 0; column < ScreenBuffer.Columns; column++)
                {
                    ushort expected = Expected(view.Screen.Row(row)[column]);
                    if (screen.Buffer[row, column] != expected)
                        return $"cell {row} {column}: {screen.Buffer[row, column]:X4}, not {expected:X4}";
                }
            }

            return null;
        }

        private int Draw()
        {
            view.Draw(editor);
            ReadOnlySpan<byte> bytes = update.To(view.Screen);
            screen.Write(bytes);
            return bytes.Length;
        }

        /// <summary>What the text mode's memory holds for a cell.</summary>
        private static ushort Expected(uint cell)
        {
            Style style = Screen.StyleOf(cell);
            int colours = (Attribute(StyleColours.Background(style), 40, Colours.DefaultBackground) << 4)
                | Attribute(StyleColours.Foreground(style), 30, Colours.DefaultForeground);
            return (ushort)((colours << 8) | CodePage.Glyph(Screen.CharacterOf(cell)));
        }

        /// <summary>The hardware's colour of a parameter of SGR.</summary>
        private static int Attribute(int parameter, int first, int byDefault) => (parameter - first) switch
        {
            9 => byDefault,
            >= 60 and var bright => Colours.FromAnsi(bright - 60) | Colours.Bright,
            var colour => Colours.FromAnsi(colour),
        };
    }
}
