using System.Text;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Tests.Tracing;

/// <summary>Reading the trace line: values, escapes, and whatever a broken kernel writes.</summary>
[TestFixture]
public sealed class TraceTests
{
    [TestCase("frame.free frame=0x40 order=3", "frame", "0x40", 64ul)]
    [TestCase("frame.free frame=17", "frame", "17", 17ul)]
    [TestCase("frame.free frame=0xffffffffffffffff", "frame", "0xffffffffffffffff", ulong.MaxValue)]
    [TestCase("a.b x=0xG", "x", "0xG", null)]
    [TestCase("a.b x=-1", "x", "-1", null)]
    [TestCase("a.b x=", "x", "", null)]
    [TestCase("a.b x=1 x=2", "x", "1", 1ul)]
    [TestCase("a.b text=\"two words\"", "text", "two words", null)]
    [TestCase("a.b text=\"q\\\" b\\\\ n\\n r\\r t\\t x\\x1b.\"", "text", "q\" b\\ n\n r\r t\t x\x1b.", null)]
    [TestCase("a.b text=\"\" y=1", "text", "", null)]
    [TestCase("a.b other=1", "x", null, null)]
    public void Values_are_read(string line, string key, string? text, ulong? number)
    {
        var read = Parse(line + "\n").Lines[0];
        Assert.Multiple(() =>
        {
            Assert.That(read.IsDamaged, Is.False);
            Assert.That(read[key], Is.EqualTo(text));
            Assert.That(read.Number(key), Is.EqualTo(number));
        });
    }

    [TestCase("noise")]
    [TestCase("a. x=1")]
    [TestCase("a.b  x=1")]
    [TestCase("a.b x")]
    [TestCase("a.b =1")]
    [TestCase("a.b x=\"open")]
    [TestCase("a.b x=\"bad \\q\"")]
    [TestCase("a.b x=\"bad \\x1\"")]
    [TestCase("a.b x=\"a\"b")]
    [TestCase("a.b x=a\"b\"")]
    [TestCase("\0\x1b[2J.x")]
    [TestCase("a.b ")]
    public void Damaged_lines_are_kept_as_text(string line)
    {
        var read = Parse(line + "\na.b\n");
        Assert.Multiple(() =>
        {
            Assert.That(read.Lines[0].IsDamaged);
            Assert.That(read.Lines[0].Text, Is.EqualTo(line));
            Assert.That(read.Events.Select(item => (item.Name, item.Line)), Is.EqualTo(new[] { ("a.b", 2) }));
        });
    }

    [Test]
    public void A_last_line_without_its_end_is_damaged_however_whole_it_looks()
    {
        var read = Parse("a.b\r\n\nc.d x=1");
        Assert.That(read.Lines.Select(line => (line.Line, line.Name, line.Text)), Is.EqualTo(new[] { (1, "a.b", "a.b"), (3, "", "c.d x=1") }));
    }

    [Test]
    public void No_bytes_make_it_fail()
    {
        var random = new Random(1);
        const string Alphabet = "a.=\"\\x1 \n\r\0\xff{";
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Assert.That(() => Parse(text), Throws.Nothing, text);
        }
    }

    [TestCase("plain", 10, "plain")]
    [TestCase("\x1b[2J\n\xe9", 40, "\\x1b[2J\\x0a\\xe9")]
    [TestCase("0123456789", 10, "0123456789")]
    [TestCase("01234567890", 10, "0123456...")]
    public void Printable_escapes_and_cuts(string text, int width, string expected) =>
        Assert.That(Printable.Line(text, width), Is.EqualTo(expected));

    private static Trace Parse(string text) => Trace.Parse(Encoding.Latin1.GetBytes(text));
}
