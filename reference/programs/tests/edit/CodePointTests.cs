using System.Text;
using Euralios.Programs.Edit;

namespace Euralios.Programs.Tests.Edit;

internal sealed class CodePointTests
{
    [TestCase("41", 0x41u, 1)]
    [TestCase("C3 A4", 0xE4u, 2)]
    [TestCase("E2 82 AC", 0x20ACu, 3)]
    [TestCase("F0 9F 98 80", 0x1F600u, 4)]
    [TestCase("F0 9F 98", 0xFFFDu, 3)]
    [TestCase("C3 41", 0xFFFDu, 1)]
    [TestCase("80", 0xFFFDu, 1)]
    [TestCase("C0 80", 0xFFFDu, 1)]
    [TestCase("ED A0 80", 0xFFFDu, 3)]
    [TestCase("FF", 0xFFFDu, 1)]
    public void A_character(string bytes, uint expected, int expectedLength)
    {
        Assert.That(CodePoint.Decode(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)), out int length), Is.EqualTo(expected));
        Assert.That(length, Is.EqualTo(expectedLength));
    }

    /// <summary>Back through any bytes there are the same steps as forward.</summary>
    [Test]
    public void Left_is_where_right_was([Range(1, 50)] int seed)
    {
        var random = new Random(seed);
        byte[] bytes = new byte[60];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = "a\r\n\u00E4\u20AC\U0001F600\xFF\xC0\xF0\x80"u8[random.Next(19)];
        var text = new TextBuffer(bytes);
        List<int> forward = [];
        for (int place = 0; place < text.Length; place = Motion.Right(text, place))
            forward.Add(place);
        List<int> back = [];
        for (int place = text.Length; place > 0;)
            back.Insert(0, place = Motion.Left(text, place));
        Assert.That(back, Is.EqualTo(forward));
    }

    [Test]
    public void Well_formed_characters_are_dotnets()
    {
        Span<byte> bytes = stackalloc byte[CodePoint.Longest];
        Span<byte> expected = stackalloc byte[CodePoint.Longest];
        for (int i = 0; i <= 0x10_FFFF; i++)
        {
            if (!Rune.TryCreate(i, out Rune rune))
                continue;
            int length = CodePoint.Encode((uint)i, bytes);
            if (length != rune.EncodeToUtf8(expected) || !bytes[..length].SequenceEqual(expected[..length]))
                Assert.Fail($"U+{i:X4} is encoded wrongly.");
            if (CodePoint.Decode(bytes[..length], out int decoded) != (uint)i || decoded != length)
                Assert.Fail($"U+{i:X4} is decoded wrongly.");
        }

    }
}
