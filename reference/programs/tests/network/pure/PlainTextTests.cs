using System.Text;
using Euralios.Programs.Gopher;

namespace Euralios.Network.Tests;

/// <summary>What of a server's bytes is shown.</summary>
internal sealed class PlainTextTests
{
    [TestCase("plain", "plain")]
    [TestCase("a\tb", "a       b")]
    [TestCase("\e[31mred\e[0m", "red")]
    [TestCase("\e[2J\e[H\e[?25lgone", "gone")]
    [TestCase("a\e]0;title\ab", "ab")]
    [TestCase("a\e]0;title\e\\b", "ab")]
    [TestCase("a\ePq#0;2\e\\b", "ab")]
    [TestCase("a\ecb", "ab")]
    [TestCase("a\e", "a")]
    [TestCase("a\e[", "a")]
    [TestCase("a\e[12;", "a")]
    [TestCase("a\e]never ends", "a")]
    [TestCase("a\u009b31mb", "ab")]
    [TestCase("a\u009d0;t\u009cb", "ab")]
    [TestCase("b\bbo\bol\bld\bd", "bold")]
    [TestCase("\b\b\bx", "x")]
    [TestCase("a\0b\a\f\v\u007fc\u0085\u0090", "abc")]
    [TestCase("a\rb", "ab")]
    public void Controls_are_left_out(string text, string expected) => Assert.That(PlainText.Decode(Encoding.UTF8.GetBytes(text)), Is.EqualTo(expected));

    [Test]
    public void No_bytes_whatever_leave_a_control([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 5000; i++)
        {
            byte[] bytes = new byte[random.Next(60)];
            for (int at = 0; at < bytes.Length; at++)
                bytes[at] = random.Next(3) == 0 ? (byte)"\e[];\\\a\b\t\u009b?m"[random.Next(11)] : (byte)random.Next(256);
            Assert.That(PlainText.Decode(bytes).Any(char.IsControl), Is.False, Convert.ToHexString(bytes));
            Assert.That(PlainText.Lines(bytes).Any(line => line.Any(char.IsControl)), Is.False, Convert.ToHexString(bytes));
        }
    }

    [TestCase("caf\u00c3\u00a9", "caf\u00e9", TestName = "Characters: UTF-8")]
    [TestCase("caf\u00e9", "caf\u00e9", TestName = "Characters: Latin-1")]
    [TestCase("\u00e9t\u00e9", "\u00e9t\u00e9", TestName = "Characters: Latin-1, and nothing of UTF-8 in it")]
    [TestCase("\u00ef\u00bf\u00bd", "\ufffd", TestName = "Characters: a replacement that was sent")]
    [TestCase("\u00f0\u009f\u0098\u0080", "\U0001F600", TestName = "Characters: beyond the first plane")]
    public void Characters(string bytes, string expected) => Assert.That(PlainText.Decode(Encoding.Latin1.GetBytes(bytes)), Is.EqualTo(expected));

    [TestCase("a\r\nb\r\n.\r\n", "a|b")]
    [TestCase("a\nb\n", "a|b")]
    [TestCase("a\nb", "a|b")]
    [TestCase("a\r\n..\r\n...b\r\n.\r\n", "a|.|..b")]
    [TestCase("a\n.\nb\n.\n", "a|.|b")]
    [TestCase("a\n\n\nb", "a|||b")]
    [TestCase("", "")]
    public void Lines(string text, string expected) => Assert.That(string.Join('|', PlainText.Lines(Encoding.UTF8.GetBytes(text))), Is.EqualTo(expected));

    [TestCase("\u00c3\u00a9 \u00e2\u0082", "\u00e9 ")]
    [TestCase("\u00c3\u00a9 \u00f0", "\u00e9 ")]
    [TestCase("caf\u00e9 ", "caf\u00e9 ")]
    public void What_is_cut_off_may_end_within_a_character(string bytes, string expected) =>
        Assert.That(PlainText.Lines(Encoding.Latin1.GetBytes(bytes), isCut: true), Is.EqualTo(new[] { expected }));

    [Test]
    public void A_line_without_end_becomes_lines()
    {
        List<string> lines = PlainText.Lines(Encoding.UTF8.GetBytes(new string('x', 10_000)));
        Assert.That(lines.Select(line => line.Length), Is.EqualTo(new[] { 4096, 4096, 1808 }));
    }
}
