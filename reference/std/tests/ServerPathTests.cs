using System;
using System.Collections.Generic;
using System.Text;
using NUnit.Framework;

namespace Euralios.Std.Tests;

internal sealed class ServerPathTests
{
    [TestCase("", "")]
    [TestCase("/", "")]
    [TestCase("a", "a")]
    [TestCase("/a//b/", "a|b")]
    [TestCase("./a/./.", "a")]
    [TestCase("a/../b", "a|..|b")]
    [TestCase(".a/..b/...", ".a|..b|...")]
    [TestCase("größe/€", "größe|€")]
    public void A_path_is_names(string path, string names)
    {
        Assert.That(ServerPath.TryParse(Encoding.UTF8.GetBytes(path), out ServerPath parsed, out _), Is.True);
        var found = new List<string>();
        while (parsed.TryTake(out string name))
            found.Add(name);
        Assert.That(string.Join('|', found), Is.EqualTo(names));
        Assert.That(parsed.IsEmpty, Is.True);
    }

    [TestCase(new byte[] { (byte)'a', 0 }, Tags.InvalidValue)]
    [TestCase(new byte[] { 0xC0, 0x80 }, Tags.InvalidUtf8)]
    [TestCase(new byte[] { 0xFF }, Tags.InvalidUtf8)]
    [TestCase(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, Tags.InvalidUtf8)]
    public void What_is_no_path_is_refused(byte[] path, ulong expected)
    {
        Assert.That(ServerPath.TryParse(path, out _, out ulong refusal), Is.False);
        Assert.That(refusal, Is.EqualTo(expected));
    }

    [Test]
    public void A_path_has_a_longest_length()
    {
        Assert.That(ServerPath.TryParse(new byte[ServerPath.Longest + 1], out _, out ulong refusal), Is.False);
        Assert.That(refusal, Is.EqualTo(Tags.InvalidValue));
    }

    [Test]
    public void A_replacement_character_is_a_character() =>
        Assert.That(ServerPath.TryParse("\uFFFD"u8, out _, out _), Is.True);

    [TestCase("a", true)]
    [TestCase("", false)]
    [TestCase(".", false)]
    [TestCase("..", false)]
    [TestCase("...", true)]
    [TestCase("a/b", false)]
    [TestCase("a\0", false)]
    public void A_name_is_valid_or_not(string name, bool isValid) => Assert.That(FileName.IsValid(name), Is.EqualTo(isValid));

    [Test]
    public void A_name_has_255_bytes()
    {
        Assert.That(FileName.IsValid(new string('n', 255)), Is.True);
        Assert.That(FileName.IsValid(new string('n', 256)), Is.False);
        Assert.That(FileName.IsValid(new string('€', 85)), Is.True);
        Assert.That(FileName.IsValid(new string('€', 86)), Is.False);
    }

    /// <summary>A text is cut only between characters, and always somewhere.</summary>
    [Test]
    public void Pieces_of_text_are_whole_characters([Range(4, 12)] int limit)
    {
        byte[] text = Encoding.UTF8.GetBytes("aé€😀😀€éa");
        int start = 0;
        var joined = new StringBuilder();
        while (start < text.Length)
        {
            int count = Utf8.WholeCharacters(text.AsSpan(start), limit);
            Assert.That(count, Is.InRange(1, limit));
            joined.Append(Encoding.UTF8.GetString(text, start, count));
            start += count;
        }

        Assert.That(joined.ToString(), Is.EqualTo("aé€😀😀€éa"));
        Assert.That(Utf8.WholeCharacters([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], limit), Is.EqualTo(limit));
    }
}
