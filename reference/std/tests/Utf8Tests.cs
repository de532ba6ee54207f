using System;
using System.Text;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>UTF-8 against .NET's.</summary>
internal sealed class Utf8Tests
{
    [Test]
    public void Every_code_point_goes_there_and_back()
    {
        for (int code = 0; code <= 0x10_FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF)
                continue;
            string text = char.ConvertFromUtf32(code);
            byte[] bytes = Utf8.GetBytes(text);
            if (!bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)) || Utf8.GetString(bytes) != text)
                Assert.Fail($"U+{code:X4}");
        }
    }

    [TestCase("a\ud800b")]
    [TestCase("\udc00\ud800")]
    [TestCase("\ud83d")]
    public void Half_a_pair_is_replaced(string text) => Assert.That(Utf8.GetBytes(text), Is.EqualTo(Encoding.UTF8.GetBytes(text)));

    [Test]
    public void Malformed_bytes_are_replaced_and_the_rest_is_kept()
    {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++)
        {
            byte[] bytes = new byte[random.Next(1, 8)];
            random.NextBytes(bytes);
            string text = Utf8.GetString([(byte)'<', .. bytes, (byte)'>']);
            Assert.That(text, Does.StartWith("<").And.EndWith(">"));

            // Whatever was read is well-formed: it becomes itself again.
            Assert.That(Utf8.GetString(Utf8.GetBytes(text)), Is.EqualTo(text));
            if (!Encoding.UTF8.GetString(bytes).Contains('\ufffd', StringComparison.Ordinal))
                Assert.That(text[1..^1], Is.EqualTo(Encoding.UTF8.GetString(bytes)));
        }
    }
}
