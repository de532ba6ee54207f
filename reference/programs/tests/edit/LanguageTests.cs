using System.Text;
using Euralios.Programs.Edit;

namespace Euralios.Programs.Tests.Edit;

/// <summary>
/// Colours: for each byte of a line what it is, with | between lines. k keyword, n name or type, s string, d number, c comment, # directive, h heading,
/// e emphasis, a point for plain.
/// </summary>
internal sealed class LanguageTests
{
    private const string Letters = ".knsdc#he";

    [TestCase("int x = 1; // one", "nnn.....d..cccccc")]
    [TestCase("return \"a\\\"b\" + 'c';", "kkkkkk.ssssss...sss.")]
    [TestCase("var s = $\"{x} b\"; x", "kkk.....ssssssss...")]
    [TestCase("a/* b */c", ".ccccccc.")]
    [TestCase("a /* b\nc */ d", "..cccc|cccc..")]
    [TestCase("/*\n\nx", "cc||c")]
    [TestCase("@\"a\n\"\"b\" int", "sss|ssss.nnn")]
    [TestCase("$@\"a\n*/\"c", "ssss|sss.")]
    [TestCase("\"\"\"\na \" b\n\"\"\"; int", "sss|sssss|sss..nnn")]
    [TestCase("\"\" int", "ss.nnn")]
    [TestCase(" #if A // b", "#######cccc")]
    [TestCase("0x1F + 1.5e-3 + 1..2", "dddd...dddddd...d..d")]
    [TestCase("integer int1 int", ".............nnn")]
    [TestCase("größe int", "........nnn")]
    public void CSharp(string text, string expected) => Check("a.cs", text, expected);

    [TestCase("{ \"a\" : \"b\\\"\", \"c\": -1.5e3 }", "..nnn...sssss..nnn..dddddd..")]
    [TestCase("[true, null, nulls] // x", ".kkkk..kkkk.........cccc")]
    [TestCase("\"a\n\"b\"", "ss|sss")]
    public void Json(string text, string expected) => Check("a.json", text, expected);

    [TestCase("# A `b`", "hhhhhhh")]
    [TestCase("- a\n 12. b", "k..|.kkk..")]
    [TestCase("a `b` c", "..sss..")]
    [TestCase("a **b c** *d* e_f", "..eeeeeee.eee....")]
    [TestCase("2 * 3 * 4", ".........")]
    [TestCase("> a", "ccc")]
    [TestCase("```cs\n# a\n```\n# b", "#####|sss|###|hhh")]
    public void Markdown(string text, string expected) => Check("a.md", text, expected);

    [TestCase("if a; then # b", "kk....kkkk.ccc")]
    [TestCase("echo a#b $x ${y}z $? \"a\\\"b\" 'c\\'", "nnnn.....##.####..##.ssssss.ssss")]
    [TestCase("cat x|cd 12 \\'", "......nn.dd...")]
    [TestCase("'a\nb' c", "ss|ss..")]
    public void Shell(string text, string expected) => Check("a.sh", text, expected);

    [TestCase("a.cs", "", "C#")]
    [TestCase("dir.cs/a", "", "text")]
    [TestCase("a", "#!/bin/shell", "shell")]
    [TestCase("a.md", "#!", "Markdown")]
    [TestCase("a.txt", "int", "text")]
    public void A_language_is_known_by(string path, string start, string expected) =>
        Assert.That(Language.Of(path, Encoding.UTF8.GetBytes(start)).Name, Is.EqualTo(expected));

    /// <summary>Whatever a file is, each of its bytes has a colour; and colours that were remembered are those found anew.</summary>
    [Test]
    public void Any_bytes_after_any_edits_have_the_colours_of_their_text([Values("a.cs", "a.json", "a.md", "a.sh", "a")] string path, [Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        string[] words = ["\"", "'", "\"\"\"", "/*", "*/", "//", "@\"", "`", "```", "#", "\n", "\r\n", " int ", "1.", "$", "\\", "{", "x", "*", "_", "\xFF"];
        var document = new Document(path, []);
        for (int i = 0; i < 200; i++)
        {
            int start = random.Next(document.Text.Length + 1);
            int removed = random.Next(4) == 0 ? random.Next(document.Text.Length - start + 1) / 8 : 0;
            document.Replace(EditKind.Other, start, removed, Encoding.Latin1.GetBytes(words[random.Next(words.Length)]));
            if (random.Next(8) == 0)
                document.TryUndo();
            int line = random.Next(document.Text.LineCount);
            TokenKind[] kinds = document.Colours.Of(line).ToArray();
            Assert.That(kinds, Has.Length.EqualTo(document.Text.LineEnd(line) - document.Text.LineStart(line)));
            Assert.That(kinds, Is.EqualTo(new LineColours(document.Text, document.Language).Of(line).ToArray()));
        }
    }

    [Test]
    public void A_line_that_is_too_long_has_no_colours()
    {
        var text = new TextBuffer(Encoding.UTF8.GetBytes("/*\n" + new string('x', LineColours.LongestLine + 1) + "\n*/"));
        var colours = new LineColours(text, new CSharp());
        Assert.That(colours.Of(1).Length, Is.Zero);
        Assert.That(colours.Of(2).ToArray(), Is.EqualTo(new[] { TokenKind.Comment, TokenKind.Comment }));
    }

    private static void Check(string path, string text, string expected)
    {
        var document = new Document(path, Encoding.UTF8.GetBytes(text));
        var lines = new List<string>();
        for (int line = 0; line < document.Text.LineCount; line++)
            lines.Add(string.Concat(document.Colours.Of(line).ToArray().Select(kind => Letters[(int)kind])));
        Assert.That(string.Join('|', lines), Is.EqualTo(expected));
    }
}
