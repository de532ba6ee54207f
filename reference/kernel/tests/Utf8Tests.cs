using System;
using System.Text;
using Merriwig.Syscalls;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>What is UTF-8, against .NET.</summary>
public sealed class Utf8Tests
{
    [TestCase("", true)]
    [TestCase("00", true)]
    [TestCase("7F", true)]
    [TestCase("C2 80", true)]
    [TestCase("ED 9F BF", true, TestName = "the character before the surrogates")]
    [TestCase("EE 80 80", true, TestName = "the character after the surrogates")]
    [TestCase("EF BF BF", true)]
    [TestCase("F0 90 80 80", true)]
    [TestCase("F4 8F BF BF", true, TestName = "the last character")]
    [TestCase("80", false)]
    [TestCase("C0 80", false, TestName = "a longer form of 0")]
    [TestCase("C1 BF", false)]
    [TestCase("C2", false)]
    [TestCase("C2 41", false)]
    [TestCase("C2 80 80", false)]
    [TestCase("E0 9F BF", false)]
    [TestCase("E2 82", false)]
    [TestCase("ED A0 80", false, TestName = "a surrogate")]
    [TestCase("F0 8F BF BF", false)]
    [TestCase("F0 9F 98", false)]
    [TestCase("F4 90 80 80", false, TestName = "beyond the last character")]
    [TestCase("F5 80 80 80", false)]
    [TestCase("F8 88 80 80 80", false)]
    [TestCase("FF", false)]
    public void Knows(string bytes, bool expected) =>
        Assert.That(Utf8.IsValid(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))), Is.EqualTo(expected));

    /// <summary>All sequences of one and two bytes; of three and four, all of bytes at the borders of ranges.</summary>
    [Test]
    public void AgreesOnShortSequences()
    {
        byte[] borders =
        [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFF,
        ];
        for (int first = 0; first < 256; first++)
        {
            Check([(byte)first]);
            for (int second = 0; second < 256; second++)
                Check([(byte)first, (byte)second]);
        }

        foreach (byte first in borders)
        {
            foreach (byte second in borders)
            {
                foreach (byte third in borders)
                {
                    Check([first, second, third]);
                    foreach (byte fourth in borders)
                        Check([first, second, third, fourth]);
                }
            }
        }
    }

    /// <summary>Text at random with a byte or two changed.</summary>
    [Test]
    public void AgreesOnDamagedText([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++)
        {
            var text = new StringBuilder();
            for (int length = random.Next(12); length > 0; length--)
                text.Append(new Rune(RandomCharacter(random)));
            byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
            Assert.That(Utf8.IsValid(bytes), Is.True);
            for (int changes = random.Next(1, 3); changes > 0 && bytes.Length > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Check(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
        }
    }

    private static int RandomCharacter(Random random)
    {
        int limit = random.Next(4) switch { 0 => 0x80, 1 => 0x800, 2 => 0xD800, _ => 0x11_0000 };
        int character = random.Next(limit);
        return character is >= 0xD800 and < 0xE000 ? 0xE000 : character;
    }

    // Assert.That for each of half a million sequences would take a minute.
    private static void Check(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes) != System.Text.Unicode.Utf8.IsValid(bytes))
            Assert.Fail($"{Convert.ToHexString(bytes)}: {!Utf8.IsValid(bytes)} expected");
    }
}
