using System;
using System.Collections.Generic;
using System.Linq;
using Euralios.Programs.Keyboard;
using Euralios.Std;
using NUnit.Framework;

namespace Euralios.Programs.Tests;

/// <summary>From the keyboard's bytes to codes: every key of both layouts, locks, modifiers, accents, and noise.</summary>
internal sealed class KeyboardTests
{
    private const byte Shift = 0x2A;
    private const byte Control = 0x1D;
    private const byte Alt = 0x38;
    private const byte Caps = 0x3A;
    private const byte Num = 0x45;

    // The keys with characters, row by row.
    private static readonly byte[] Positions =
    [
        .. Range(0x02, 0x0D), .. Range(0x10, 0x1B), .. Range(0x1E, 0x28), 0x29, 0x2B, .. Range(0x2C, 0x35), 0x56,
    ];

    private static IEnumerable<TestCaseData> Layouts()
    {
        yield return new TestCaseData("us", "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./\\", "!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"~|ZXCVBNM<>?|", "");
        yield return new TestCaseData("de", "1234567890ß´qwertzuiopü+asdfghjklöä^#yxcvbnm,.-<", "!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ°'YXCVBNM;:_>", " ²³   {[]}\\ @ €        ~                   µ   |");
    }

    [TestCaseSource(nameof(Layouts))]
    public void Every_key_with_a_character(string name, string plain, string shifted, string third)
    {
        for (int i = 0; i < Positions.Length; i++)
        {
            byte key = Positions[i];
            Assert.That(WithSpace(name, key), Is.EqualTo(Codes(plain[i])), $"{name} {key:X} alone");
            Assert.That(WithSpace(name, Shift, key, 0x80 | Shift), Is.EqualTo(Codes(shifted[i])), $"{name} {key:X} with Shift");
            if (third.Length > 0 && third[i] != ' ')
                Assert.That(Type(name, 0xE0, Alt, key), Is.EqualTo(Codes(third[i])), $"{name} {key:X} with AltGr");
        }

        // An accent comes when the space bar follows; after anything else that is a space.
        ulong[] WithSpace(string layout, params int[] bytes)
        {
            ulong[] codes = Type(layout, [.. bytes, 0x39]);
            return codes.Length == 2 && codes[1] == ' ' ? codes[..1] : codes;
        }
    }

    [TestCase(new[] { 0x01 }, Keys.Escape)]
    [TestCase(new[] { 0x0E }, Keys.Backspace)]
    [TestCase(new[] { 0x0F }, Keys.Tab)]
    [TestCase(new int[] { Shift, 0x0F }, Keys.BackTab)]
    [TestCase(new[] { 0x1C }, Keys.Enter)]
    [TestCase(new[] { 0xE0, 0x1C }, Keys.Enter)]
    [TestCase(new[] { 0x39 }, (ulong)' ')]
    [TestCase(new[] { 0x3B }, Keys.F1)]
    [TestCase(new[] { 0x3F }, Keys.F5)]
    [TestCase(new[] { 0x40 }, Keys.F6)]
    [TestCase(new[] { 0x44 }, Keys.F10)]
    [TestCase(new[] { 0x57 }, Keys.F11)]
    [TestCase(new[] { 0x58 }, Keys.F12)]
    [TestCase(new[] { 0xE0, 0x48 }, Keys.ArrowUp)]
    [TestCase(new[] { 0xE0, 0x50 }, Keys.ArrowDown)]
    [TestCase(new[] { 0xE0, 0x4B }, Keys.ArrowLeft)]
    [TestCase(new[] { 0xE0, 0x4D }, Keys.ArrowRight)]
    [TestCase(new[] { 0xE0, 0x47 }, Keys.Home)]
    [TestCase(new[] { 0xE0, 0x4F }, Keys.End)]
    [TestCase(new[] { 0xE0, 0x49 }, Keys.PageUp)]
    [TestCase(new[] { 0xE0, 0x51 }, Keys.PageDown)]
    [TestCase(new[] { 0xE0, 0x52 }, Keys.Insert)]
    [TestCase(new[] { 0xE0, 0x53 }, Keys.Delete)]
    [TestCase(new[] { 0xE0, 0x35 }, (ulong)'/')]
    [TestCase(new[] { 0x37 }, (ulong)'*')]
    [TestCase(new[] { 0x4A }, (ulong)'-')]
    [TestCase(new[] { 0x4E }, (ulong)'+')]
    [TestCase(new[] { 0x47 }, (ulong)'7')]
    [TestCase(new[] { 0x52 }, (ulong)'0')]
    [TestCase(new[] { 0x53 }, (ulong)'.')]
    [TestCase(new int[] { Shift, 0x47 }, Keys.Home)]
    [TestCase(new int[] { Num, 0x80 | Num, 0x48 }, Keys.ArrowUp)]
    [TestCase(new int[] { Num, 0x80 | Num, 0x4C }, Keys.Center)]
    [TestCase(new int[] { Num, Num, Num, 0x80 | Num, 0x53 }, Keys.Delete)]
    [TestCase(new int[] { 0xE0, 0x46 }, Keys.Interrupt)]
    [TestCase(new int[] { Control, 0x2E }, Keys.Interrupt)]
    [TestCase(new int[] { Control, 0x1E }, 1ul)]
    [TestCase(new int[] { 0xE0, Control, 0x2C }, 26ul)]
    [TestCase(new int[] { Control, Shift, 0x1E }, 1ul)]
    [TestCase(new int[] { Caps, 0x80 | Caps, 0x1E }, (ulong)'A')]
    [TestCase(new int[] { Caps, 0x80 | Caps, Shift, 0x1E }, (ulong)'a')]
    [TestCase(new int[] { Caps, 0x80 | Caps, 0x02 }, (ulong)'1')]
    public void Other_keys(int[] bytes, ulong code) => Assert.That(Type("us", bytes), Is.EqualTo(new[] { code }));

    [TestCase(new int[] { Shift, 0xE0, 0x49 }, Keys.PageUp, KeyModifiers.Shift)]
    [TestCase(new int[] { Control, 0xE0, 0x48 }, Keys.ArrowUp, KeyModifiers.Control)]
    [TestCase(new int[] { Alt, 0x3B }, Keys.F1, KeyModifiers.Alt)]
    [TestCase(new int[] { 0x36, Control, 0x3F }, Keys.F5, KeyModifiers.Shift | KeyModifiers.Control)]

    // The keyboard pretends that Shift goes up around grey keys while num lock is on.
    [TestCase(new int[] { Shift, 0xE0, 0xAA, 0xE0, 0x49 }, Keys.PageUp, KeyModifiers.Shift)]
    [TestCase(new int[] { 0xE0, 0x2A, 0xE0, 0x4B }, Keys.ArrowLeft, KeyModifiers.None)]
    public void Keys_with_modifiers(int[] bytes, ulong key, KeyModifiers modifiers) => Assert.That(Type("us", bytes), Is.EqualTo(new[] { Keys.With(key, modifiers) }));

    [TestCase(new[] { 0x0D, 0x12 }, "é")]
    [TestCase(new int[] { Shift, 0x0D, 0x80 | Shift, 0x1E }, "à")]
    [TestCase(new[] { 0x29, 0x18 }, "ô")]
    [TestCase(new int[] { 0x0D, Shift, 0x12 }, "É")]
    [TestCase(new[] { 0x0D, 0x0D }, "´")]
    [TestCase(new[] { 0x0D, 0x2D }, "´x")]
    [TestCase(new[] { 0x29, 0x29, 0x12 }, "^e")]
    public void Accents_wait_for_their_letter(int[] bytes, string text) => Assert.That(Type("de", bytes), Is.EqualTo(text.Select(character => (ulong)character)));

    [TestCase(new[] { 0xE1, 0x1D, 0x45, 0xE1, 0x9D, 0xC5 })]
    [TestCase(new[] { 0xE0, 0x2A, 0xE0, 0x37, 0xE0, 0xB7, 0xE0, 0xAA })]
    [TestCase(new[] { 0x54, 0xD4 })]
    [TestCase(new[] { 0xE0, 0x5B, 0xE0, 0xDB })]
    [TestCase(new[] { 0xE0, 0x5D, 0xE0, 0xDD })]
    [TestCase(new[] { 0x46, 0xC6 })]
    [TestCase(new[] { 0x9E, 0xB0 })]
    [TestCase(new[] { 0xE0, 0x00, 0xE0, 0xFF })]
    public void Keys_without_a_code(int[] bytes) => Assert.That(Type("us", [.. bytes, 0x1E]), Is.EqualTo(new ulong[] { 'a' }));

    [Test]
    public void A_key_that_is_held_repeats() => Assert.That(Type("us", 0x1E, 0x1E, 0x1E, 0x9E), Is.EqualTo(Codes("aaa")));

    [Test]
    public void Noise_does_no_harm()
    {
        var random = new Random(2);
        for (int round = 0; round < 500; round++)
        {
            int[] noise = [.. Enumerable.Range(0, 300).Select(_ => random.Next(256))];
            Type(round % 2 == 0 ? "us" : "de", noise);
        }
    }

    [Test]
    public void The_lights_are_set_in_two_steps()
    {
        var lights = new LightCommand();
        Assert.That(lights.TryTake(0x1E, out _, out _), Is.False);
        Assert.That(lights.Set(Locks.Num, out byte command));
        Assert.That(command, Is.EqualTo(0xED));
        Assert.That(lights.TryTake(0x1E, out _, out _), Is.False, "a key between command and answer");
        Expect(lights, 0xFA, 0x02);

        // Another lock before the keyboard answered: once more, with both.
        Assert.That(lights.Set(Locks.Num | Locks.Caps, out _), Is.False);
        Expect(lights, 0xFA, 0xED);
        Expect(lights, 0xFE, 0xED);
        Expect(lights, 0xFA, 0x06);
        Assert.That(lights.TryTake(0xFA, out bool answersBack, out _));
        Assert.That(answersBack, Is.False);
    }

    [Test]
    public void A_keyboard_without_lights_is_asked_three_times()
    {
        var lights = new LightCommand();
        lights.Set(Locks.Caps, out _);
        Expect(lights, 0xFE, 0xED);
        Expect(lights, 0xFE, 0xED);
        Assert.That(lights.TryTake(0xFE, out bool answersBack, out _));
        Assert.That(answersBack, Is.False);
        Assert.That(lights.Set(Locks.None, out _), "the next command is a new one");
    }

    private static void Expect(LightCommand lights, byte answer, byte command)
    {
        Assert.That(lights.TryTake(answer, out bool answersBack, out byte next));
        Assert.That(answersBack);
        Assert.That(next, Is.EqualTo(command));
    }

    private static ulong[] Type(string layout, params int[] bytes)
    {
        var decoder = new ScanCodeDecoder();
        var translator = new KeyTranslator(Layout.Find(layout)!);
        var result = new List<ulong>();
        ulong[] codes = new ulong[KeyTranslator.MostCodes];
        foreach (int value in bytes)
        {
            if (decoder.TryTake((byte)value, out KeyEvent key))
                result.AddRange(codes.Take(translator.Take(key, codes)));
        }

        return [.. result];
    }

    private static ulong[] Codes(char character) => [character];

    private static ulong[] Codes(string text) => [.. text.Select(character => (ulong)character)];

    private static IEnumerable<byte> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(value => (byte)value);
}
