using Euralios.Programs.Edit;
using Euralios.Std;

namespace Euralios.Programs.Tests.Edit;

/// <summary>Keys, and what becomes of a text: | is the cursor, [ the selection's other end.</summary>
internal sealed class EditorTests
{
    [TestCase("|", "ab", "ab|")]
    [TestCase("|", "ä€😀", "ä€😀|")]
    [TestCase("a|b", "<Back>", "|b")]
    [TestCase("|b", "<Back>", "|b")]
    [TestCase("ä€|😀", "<Back><Del>", "ä|")]
    [TestCase("a\r\n|b", "<Back>", "a|b")]
    [TestCase("a|\r\nb", "<Del>", "a|b")]
    [TestCase("a\n|b", "<Back>", "a|b")]
    [TestCase("a|", "<Del>", "a|")]
    [TestCase("    a|", "<Enter>b", "    a\n    b|")]
    [TestCase("  |  a", "<Enter>", "  \n  |  a")]
    [TestCase("\ta|", "<Enter>", "\ta\n\t|")]
    [TestCase("a\r\n b|", "<Enter>", "a\r\n b\r\n |")]
    [TestCase("a|", "<Tab>", "a   |")]
    [TestCase("abcd|", "<Tab>", "abcd    |")]
    [TestCase("\tx\na|", "<Tab>", "\tx\na\t|")]
    public void Typing(string before, string keys, string after) => Check(before, keys, after);

    [TestCase("ab\nc|d", "<Left><Left><Left>", "a|b\ncd")]
    [TestCase("|a\r\nb", "<Right><Right>", "a\r\n|b")]
    [TestCase("a|", "<Right>", "a|")]
    [TestCase("|a", "<Left>", "|a")]
    [TestCase("abc|\n\nabc", "<Down><Down>", "abc\n\nabc|")]
    [TestCase("ab|c", "<Down>", "abc|")]
    [TestCase("ab|c", "<Up>", "|abc")]
    [TestCase("\tx|\n123456789a", "<Down>", "\tx\n123456789|a")]
    [TestCase("äb|c\näbc", "<Down>", "äbc\näb|c")]
    [TestCase("  a|b", "<Home>", "  |ab")]
    [TestCase("  a|b", "<Home><Home>", "|  ab")]
    [TestCase("|ab\nc", "<End>", "ab|\nc")]
    [TestCase("|ab\r\nc", "<End>", "ab|\r\nc")]
    [TestCase("a|b\nc", "<C-End>", "ab\nc|")]
    [TestCase("ab\nc|", "<C-Home>", "|ab\nc")]
    [TestCase("|one, two", "<C-Right>", "one|, two")]
    [TestCase("one|, two", "<C-Right>", "one, |two")]
    [TestCase("one, two|\n  x", "<C-Right>", "one, two\n  |x")]
    [TestCase("one, two|", "<C-Left><C-Left>", "one|, two")]
    [TestCase("größe |", "<C-Left>", "|größe ")]
    [TestCase("|1\n2\n3\n4\n5\n6", "<PageDown>", "1\n2\n3\n4\n|5\n6")]
    [TestCase("|1\n2\n3\n4\n5\n6", "<PageDown><PageDown>", "1\n2\n3\n4\n5\n|6")]
    [TestCase("1\n2\n3\n4\n5\n6|", "<PageUp>", "1\n2|\n3\n4\n5\n6")]
    public void Moving(string before, string keys, string after) => Check(before, keys, after);

    [TestCase("|abc", "<S-Right><S-Right>", "[ab|c")]
    [TestCase("|abc", "<S-Right><S-Right>x", "x|c")]
    [TestCase("abc|", "<C-S-Left><Back>", "|")]
    [TestCase("ab|c", "<S-End><Del>", "ab|")]
    [TestCase("a|b\ncd", "<S-Down><Left>", "a|b\ncd")]
    [TestCase("a|b\ncd", "<S-Down><Right>", "ab\nc|d")]
    [TestCase("a|b", "<C-a>", "[ab|")]
    [TestCase("a|b", "<C-a><Esc>", "ab|")]
    [TestCase("|abc", "<S-Right><C-c><End><C-v>", "abca|")]
    [TestCase("|abc", "<S-Right><C-x><End><C-v>", "bca|")]
    [TestCase("|a\nb\nc", "<S-Down><S-Down><Tab>", "[    a\n    b\n|c")]
    [TestCase("|\ta\n  b\nc", "<C-a><S-Tab>", "[a\nb\nc|")]
    public void Selecting(string before, string keys, string after) => Check(before, keys, after);

    [TestCase("a\nb|c\nd", "<C-x>", "a\n|d")]
    [TestCase("a\nb|c\nd", "<C-x><C-v>", "a\nbc\n|d")]
    [TestCase("a\nb|c\nd", "<C-c><C-v>", "a\nbc\nb|c\nd")]
    [TestCase("a\nb|", "<C-c><C-Home><C-v>", "b\n|a\nb")]
    [TestCase("a\nb|", "<C-x><C-v>", "a\nb\n|")]
    [TestCase("a|b\nc", "<C-d>", "ab\na|b\nc")]
    [TestCase("a|b", "<C-d>", "ab\na|b")]
    [TestCase("a\nb|\nc", "<C-k>", "a\n|c")]
    [TestCase("a\nb|", "<C-k>", "|a")]
    [TestCase("a\r\nb|", "<C-k>", "|a")]
    [TestCase("a|", "<C-k>", "|")]
    [TestCase("|", "<C-k>", "|")]
    [TestCase("  a|b", "<C-e>", "  // a|b")]
    [TestCase("  // a|b", "<C-e>", "  a|b")]
    [TestCase("  //|ab", "<C-e>", "  |ab")]
    [TestCase("|  a\n\n    b\n", "<C-a><C-e>", "[  // a\n\n  //   b\n|")]
    [TestCase("|// a\nb", "<C-a><C-e>", "[// // a\n// b|")]
    public void Lines(string before, string keys, string after) => Check(before, keys, after);

    [TestCase("|", "abc<C-z>", "|")]
    [TestCase("|", "abc<C-z><C-y>", "abc|")]
    [TestCase("|", "ab<Enter>cd<C-z>", "ab\n|")]
    [TestCase("|", "ab<Enter>cd<C-z><C-z><C-z>", "|")]
    [TestCase("|", "ab<Left>c<C-z>", "a|b")]
    [TestCase("abc|", "<Back><Back><C-z>", "abc|")]
    [TestCase("|abc", "<Del><Del><C-z>", "|abc")]
    [TestCase("|", "abc<Back><C-z>", "abc|")]
    [TestCase("|", "abc<C-z>x<C-y>", "x|")]
    [TestCase("|a", "<S-Right>xy<C-z>", "x|")]
    [TestCase("|a", "<S-Right>xy<C-z><C-z>", "a|")]
    [TestCase("|a\nb", "<C-a><C-e><C-z>", "a\nb|")]
    [TestCase("a|", "<C-s>b<C-z>", "a|")]
    public void Undoing(string before, string keys, string after) => Check(before, keys, after);

    [TestCase("|one two one", "<C-f>o", "|one two one")]
    [TestCase("|one two one", "<C-f>tw", "one |two one")]
    [TestCase("|one two one", "<C-f>one<Down>", "one two |one")]
    [TestCase("|one two one", "<C-f>one<Down><Down>", "|one two one")]
    [TestCase("|one two one", "<C-f>one<Up>", "one two |one")]
    [TestCase("|one two one", "<C-f>two<Enter>x", "one x|two one")]
    [TestCase("o|ne two one", "<C-f>two<Esc>x", "ox|ne two one")]
    [TestCase("o|ne two one", "<C-f>twx", "o|ne two one")]
    [TestCase("o|ne two one", "<C-f>twx<Back>", "one |two one")]
    [TestCase("one two|", "<C-f>one<Enter><C-End><C-f><Down>", "|one two")]
    [TestCase("|größe", "<C-f>ß", "grö|ße")]
    [TestCase("|a\nb\nc", "<C-g>3<Enter>", "a\nb\n|c")]
    [TestCase("a\nb\nc|", "<C-g>0<Enter>", "|a\nb\nc")]
    [TestCase("|a\nb\nc", "<C-g>99999999999<Enter>", "a\nb\n|c")]
    [TestCase("a|\nb", "<C-g>2x<Esc>", "a|\nb")]
    public void Finding(string before, string keys, string after) => Check(before, keys, after);

    [TestCase("|a b a b", "<C-r>a<Enter>xx<Enter>y", "xx b |a b")]
    [TestCase("|a b a b", "<C-r>a<Enter>xx<Enter>yy", "xx b xx| b")]
    [TestCase("|a b a b", "<C-r>a<Enter>xx<Enter>ny", "a b xx| b")]
    [TestCase("|a b a b", "<C-r>a<Enter>xx<Enter>a", "xx b xx| b")]
    [TestCase("|a b a b", "<C-r>a<Enter>xx<Enter>a<C-z>", "|a b a b")]
    [TestCase("|a b a b", "<C-r>a<Enter><Enter>a", " b | b")]
    [TestCase("a b| a b a", "<C-r>a<Enter>aa<Enter>a", "aa| b aa b aa")]
    [TestCase("|a a", "<C-r>a<Enter>x<Enter><Esc>z", "z|a a")]
    [TestCase("|a", "<C-r>b<Enter>x<Enter>", "|a")]
    [TestCase("|a", "<C-r><Enter>x", "x|a")]
    public void Replacing(string before, string keys, string after) => Check(before, keys, after);

    [Test]
    public void Whole_characters_come_in_halves()
    {
        Editor editor = new Files().Open("|");
        foreach (ConsoleKeyInfo key in Keyboard.Keys("\uD83Dx\uDE00y"))
            editor.Press(key);
        Assert.That(Files.Show(editor), Is.EqualTo("xy|"));
    }

    [TestCase("<C-q>", true)]
    [TestCase("x<C-q>", false)]
    [TestCase("x<C-q><C-q>", true)]
    [TestCase("x<C-q>y", true)]
    [TestCase("x<C-q>n", false)]
    [TestCase("x<C-q><Esc>", false)]
    [TestCase("x<C-q>s", true)]
    [TestCase("x<C-s><C-q>", true)]
    [TestCase("x<C-z><C-q>", true)]
    [TestCase("x<C-s>y<C-z><C-q>", true)]
    [TestCase("x<C-s><C-z><C-q>", false)]
    public void Leaving(string keys, bool isFinished)
    {
        Editor editor = new Files().Open("|");
        Press(editor, keys);
        Assert.That(editor.IsFinished, Is.EqualTo(isFinished));
    }

    [Test]
    public void Changes_are_saved()
    {
        var files = new Files();
        Editor editor = files.Open("a|");
        Press(editor, "b<C-s>");
        Assert.That(files.Contents["a.cs"], Is.EqualTo("ab"));
        Assert.That(editor.Message, Is.EqualTo("2 bytes saved"));
        Press(editor, "c<C-o><Back><Back><Back>.md<Enter>");
        Assert.That(files.Contents["a.md"], Is.EqualTo("abc"));
        Assert.That(editor.Path, Is.EqualTo("a.md"));
        Assert.That(editor.Document.Language.Name, Is.EqualTo("Markdown"));
    }

    [Test]
    public void What_cannot_be_saved_is_not_lost()
    {
        var files = new Files { Failure = Error.Denied };
        Editor editor = files.Open("a|");
        Press(editor, "b<C-s>");
        Assert.That(editor.Message, Is.EqualTo("Not saved: Denied"));
        Assert.That(editor.Document.IsChanged, Is.True);
        Press(editor, "<C-q>s");
        Assert.That(editor.IsFinished, Is.False);
        Assert.That(Files.Show(editor), Is.EqualTo("ab|"));
    }

    [TestCase("n", "other")]
    [TestCase("y", "a")]
    public void Another_file_is_replaced_only_if_that_is_wanted(string answer, string expected)
    {
        var files = new Files();
        files.Contents["b"] = "other";
        Editor editor = files.Open("a|", "a");
        Press(editor, "<C-o><Back>b<Enter>" + answer);
        Assert.That(files.Contents["b"], Is.EqualTo(expected));
    }

    /// <summary>Malformed bytes are walked over, and saved as they were.</summary>
    [Test]
    public void Bytes_that_are_no_characters_stay()
    {
        var editor = new Editor("a", [0xFF, 0x41, 0xC3, 0x0A, 0x80], new Files());
        Press(editor, "<Right><Right>x<Right><Right><Right><Back>");
        Assert.That(editor.Document.Text.ToArray(0, editor.Document.Text.Length), Is.EqualTo(new byte[] { 0xFF, 0x41, 0x78, 0xC3, 0x0A }));
    }

    /// <summary>Any edits, each a group of its own; then back and forth among them.</summary>
    [Test]
    public void Every_text_can_be_gone_back_to([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        var document = new Document("a.cs", "start\n"u8.ToArray());
        List<byte[]> texts = [document.Text.ToArray(0, document.Text.Length)];
        int now = 0;
        for (int i = 0; i < 500; i++)
        {
            int choice = random.Next(4);
            if (choice == 0)
            {
                Assert.That(document.TryUndo(), Is.EqualTo(now > 0));
                now = Math.Max(0, now - 1);
            }
            else if (choice == 1)
            {
                Assert.That(document.TryRedo(), Is.EqualTo(now < texts.Count - 1));
                now = Math.Min(texts.Count - 1, now + 1);
            }
            else
            {
                int start = random.Next(document.Text.Length + 1);
                document.Replace(EditKind.Other, start, random.Next(document.Text.Length - start + 1) / 2, "x\n"u8.ToArray());
                texts.RemoveRange(++now, texts.Count - now);
                texts.Add(document.Text.ToArray(0, document.Text.Length));
            }

            Assert.That(document.Text.ToArray(0, document.Text.Length).AsSpan().SequenceEqual(texts[now]), Is.True);
            Assert.That(document.IsChanged, Is.EqualTo(now > 0));
        }
    }

    [Test]
    public void The_oldest_edits_are_forgotten()
    {
        var document = new Document("a", []);
        for (int i = 0; i < EditHistory.MostGroups + 10; i++)
            document.Replace(EditKind.Other, i, 0, "x"u8);
        int undone = 0;
        while (document.TryUndo())
            undone++;
        Assert.That(undone, Is.EqualTo(EditHistory.MostGroups));
        Assert.That(document.Text.Length, Is.EqualTo(10));
    }

    private static void Check(string before, string keys, string after)
    {
        Editor editor = new Files().Open(before);
        editor.PageRows = 4;
        Press(editor, keys);
        Assert.That(Files.Show(editor), Is.EqualTo(after));
    }

    private static void Press(Editor editor, string keys)
    {
        foreach (ConsoleKeyInfo key in Keyboard.Keys(keys))
            editor.Press(key);
    }
}
