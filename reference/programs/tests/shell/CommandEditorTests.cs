using Euralios.Shell;

namespace Euralios.Programs.Tests;

internal sealed class CommandEditorTests
{
    // Keys: ^x is Ctrl-X, <NAME> a key by .NET's name, <^NAME> one with Ctrl; the line, with | where the cursor is.
    [TestCase("ls", "ls|")]
    [TestCase("ls<LeftArrow>x", "lx|s")]
    [TestCase("ls<Home>x", "x|ls")]
    [TestCase("ls^ax^ey", "xlsy|")]
    [TestCase("abc<LeftArrow><LeftArrow><Backspace>", "|bc")]
    [TestCase("abc<Home><Delete><RightArrow>^d", "b|")]
    [TestCase("<Backspace><Delete><LeftArrow><RightArrow>", "|")]
    [TestCase("one two  three^w", "one two  |")]
    [TestCase("one two^w^w^w", "|")]
    [TestCase("one/two-three^w", "|")]
    [TestCase("abc<LeftArrow>^u", "|c")]
    [TestCase("abc<LeftArrow>^k", "ab|")]
    [TestCase("abc^w^y^y", "abcabc|")]
    [TestCase("one two-three<^LeftArrow>x<^LeftArrow><^LeftArrow>y", "one ytwo-xthree")]
    [TestCase("one two<Home><^RightArrow>x", "onex| two")]
    [TestCase("gr😀ß<LeftArrow><LeftArrow><Delete>", "gr|ß")]
    [TestCase("a😀<Backspace>b", "ab|")]
    [TestCase("<UpArrow>", "newest one|")]
    [TestCase("<UpArrow><UpArrow><UpArrow><UpArrow>", "oldest|")]
    [TestCase("typed<UpArrow><UpArrow><DownArrow><DownArrow>", "typed|")]
    [TestCase("^p^p^n", "newest one|")]
    [TestCase("^r", "|")]
    [TestCase("^rold<End>", "oldest|")]
    [TestCase("^ro<End>", "newest one|")]
    [TestCase("^ro^r^r<End>", "oldest|")]
    [TestCase("^rmidx<Backspace><End>", "the middle|")]
    [TestCase("x^rold<Escape>", "x|")]
    [TestCase("x^rold^g", "x|")]
    [TestCase("^rold<LeftArrow>x", "oldesxt")]
    [TestCase("ec<Tab>", "echo |")]
    [TestCase("e<Tab>x", "ex|")]
    [TestCase("ex<Tab>", "exit |")]
    [TestCase("cat f<Tab>", "cat file|")]
    [TestCase("cat file1<Tab>", "cat file1 |")]
    [TestCase("cat su<Tab>", "cat sub/|")]
    [TestCase("cat sub/<Tab>", "cat sub/in\\ ner |")]
    [TestCase("cat 'sub/in<Tab>", "cat sub/in\\ ner |")]
    [TestCase("a | ec<Tab>", "a | echo |")]
    [TestCase("echo ec<Tab>", "echo ec|")]
    [TestCase("cat fx<LeftArrow><Tab>", "cat file|x")]
    [TestCase("cat >f<Tab>", "cat >file|")]
    public void A_line_is_typed(string keys, string expected)
    {
        CommandEditor editor = NewEditor(out SimulatedScreen screen);
        foreach (ConsoleKeyInfo key in KeysOf(keys))
        {
            Assert.That(editor.Press(key), Is.EqualTo(EditState.Editing));
            screen.Write(editor.TakeOutput());
        }

        string line = expected.Replace("|", "", StringComparison.Ordinal);
        if (!expected.StartsWith("a | ", StringComparison.Ordinal))
            Assert.That(editor.Line, Is.EqualTo(line));
        else
            Assert.That(editor.Line, Is.EqualTo(expected[..^1]));
        if (expected.EndsWith('|') && !keys.Contains("😀", StringComparison.Ordinal) && !keys.StartsWith("^r", StringComparison.Ordinal))
            Assert.That(screen.Cursor.Column, Is.EqualTo(("$ ".Length + editor.Line.Length) % 20));
    }

    [TestCase("ls<Enter>", EditState.Finished)]
    [TestCase("ls^c", EditState.Cancelled)]
    [TestCase("^d", EditState.EndOfInput)]
    public void A_line_ends(string keys, object expected)
    {
        CommandEditor editor = NewEditor(out _);
        Assert.That(KeysOf(keys).Select(editor.Press).Last(), Is.EqualTo(expected));
    }

    [Test]
    public void A_second_tab_lists_what_there_is()
    {
        CommandEditor editor = NewEditor(out SimulatedScreen screen);
        foreach (ConsoleKeyInfo key in KeysOf("cat f<Tab><Tab>"))
            editor.Press(key);
        screen.Write(editor.TakeOutput());
        Assert.That(screen.Text, Is.EqualTo("$ cat file\nfile1  file2\n$ cat file"));
    }

    [Test]
    public void Ctrl_L_clears_the_screen()
    {
        CommandEditor editor = NewEditor(out SimulatedScreen screen);
        screen.Write("before\n");
        foreach (ConsoleKeyInfo key in KeysOf("abc<LeftArrow>^l"))
            editor.Press(key);
        screen.Write(editor.TakeOutput());
        Assert.That(screen.Text, Is.EqualTo("$ abc"));
        Assert.That(screen.Cursor, Is.EqualTo((0, 4)));
    }

    /// <summary>After every key the screen shows the prompt and the line, and the cursor is where it is in the line.</summary>
    [Test]
    public void The_screen_shows_the_line([Values] bool isDeferred, [Range(1, 20)] int seed)
    {
        string[] keys = ["a", "b", "c d", "<LeftArrow>", "<RightArrow>", "<Home>", "<End>", "<Backspace>", "<Delete>", "^w", "^k", "^y", "^u", "<UpArrow>", "<DownArrow>"];
        var random = new Random(seed);
        const int Columns = 7;
        CommandEditor editor = NewEditor(out SimulatedScreen screen, Columns, isDeferred: isDeferred);
        var typed = new List<string>();
        for (int i = 0; i < 300; i++)
        {
            // Rather more is typed than taken away.
            string key = keys[random.Next(3) > 0 ? random.Next(7) : random.Next(keys.Length)];
            typed.Add(key);
            foreach (ConsoleKeyInfo info in KeysOf(key))
                editor.Press(info);
            screen.Write(editor.TakeOutput());
            string all = "$ " + editor.Line;
            string expected = string.Join('\n', all.Chunk(Columns).Select(row => new string(row).TrimEnd()));
            Assert.That(screen.Text, Is.EqualTo(expected.TrimEnd('\n')), string.Concat(typed));
            int cell = 2 + editor.Cursor;
            Assert.That(screen.Cursor, Is.EqualTo((cell / Columns, cell % Columns)), string.Concat(typed));
        }
    }

    [Test]
    public void No_line_is_longer_than_the_screen()
    {
        CommandEditor editor = NewEditor(out _, columns: 10, rows: 2);
        foreach (ConsoleKeyInfo key in KeysOf(new string('x', 50)))
            editor.Press(key);
        Assert.That(editor.Line, Has.Length.EqualTo(17));
    }

    [Test]
    public void The_history_is_bounded_and_keeps_what_is_new()
    {
        var history = new History(3);
        Assert.That(new[] { "a", "a", "b", " c", "", "d", "e" }.Select(history.Add), Is.EqualTo(new[] { true, false, true, false, false, true, true }));
        Assert.That(Enumerable.Range(0, history.Count).Select(i => history[i]), Is.EqualTo(new[] { "b", "d", "e" }));
    }

    private static CommandEditor NewEditor(out SimulatedScreen screen, int columns = 20, int rows = 25, bool isDeferred = true)
    {
        var history = new History(10);
        history.Add("oldest");
        history.Add("the middle");
        history.Add("newest one");
        var editor = new CommandEditor(history, new Source());
        editor.Begin("$ ", 2, columns, rows);
        screen = new SimulatedScreen(columns, isDeferred);
        screen.Write(editor.TakeOutput());
        return editor;
    }

    private static IEnumerable<ConsoleKeyInfo> KeysOf(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '<')
            {
                int end = text.IndexOf('>', i);
                string name = text[(i + 1)..end];
                bool isControl = name.StartsWith('^');
                ConsoleKey key = Enum.Parse<ConsoleKey>(name.TrimStart('^'));
                char character = key switch { ConsoleKey.Enter => '\r', ConsoleKey.Tab => '\t', ConsoleKey.Backspace => '\b', ConsoleKey.Escape => '\e', _ => '\0' };
                yield return new ConsoleKeyInfo(character, key, false, false, isControl);
                i = end;
            }
            else if (text[i] == '^')
            {
                i++;
                yield return new ConsoleKeyInfo((char)(text[i] & 31), ConsoleKey.A + (text[i] - 'a'), false, false, true);
            }
            else
            {
                yield return new ConsoleKeyInfo(text[i], ConsoleKey.None, false, false, false);
            }
        }
    }

    private sealed class Source : ICompletionSource
    {
        public List<string> Commands() => ["echo", "exit", "cat"];

        public bool TryList(string directory, out List<ListedName> names)
        {
            names = directory switch
            {
                "" => [new("file1", false), new("file2", false), new("sub", true), new(".hidden", false)],
                "sub/" => [new("in ner", false)],
                _ => [],
            };
            return names.Count > 0;
        }
    }
}
