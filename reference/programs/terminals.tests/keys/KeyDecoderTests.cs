using System;
using System.Collections.Generic;
using System.Text;
using Euralios.Std;
using NUnit.Framework;

namespace Euralios.Programs.Tests;

/// <summary>From a serial terminal's bytes to keys.</summary>
internal sealed class KeyDecoderTests
{
    [TestCase("a", new ulong[] { 'a' })]
    [TestCase("\r", new[] { Keys.Enter })]
    [TestCase("\n", new[] { Keys.Enter })]
    [TestCase("\x7F", new[] { Keys.Backspace })]
    [TestCase("\b", new[] { Keys.Backspace })]
    [TestCase("\t", new[] { Keys.Tab })]
    [TestCase("\x03", new[] { Keys.Interrupt })]
    [TestCase("äß€😀", new ulong[] { 'ä', 'ß', '€', 0x1F600 })]
    [TestCase("\e[A\e[B\e[C\e[D", new[] { Keys.ArrowUp, Keys.ArrowDown, Keys.ArrowRight, Keys.ArrowLeft })]
    [TestCase("\eOA\eOD\eOH\eOF", new[] { Keys.ArrowUp, Keys.ArrowLeft, Keys.Home, Keys.End })]
    [TestCase("\e[H\e[F\e[1~\e[4~\e[7~\e[8~", new[] { Keys.Home, Keys.End, Keys.Home, Keys.End, Keys.Home, Keys.End })]
    [TestCase("\e[2~\e[3~\e[5~\e[6~", new[] { Keys.Insert, Keys.Delete, Keys.PageUp, Keys.PageDown })]
    [TestCase("\eOP\eOQ\eOR\eOS", new[] { Keys.F1, Keys.F2, Keys.F3, Keys.F4 })]
    [TestCase("\e[[A\e[[B\e[[C\e[[D\e[[E", new[] { Keys.F1, Keys.F2, Keys.F3, Keys.F4, Keys.F5 })]
    [TestCase("\e[11~\e[12~\e[13~\e[14~\e[15~", new[] { Keys.F1, Keys.F2, Keys.F3, Keys.F4, Keys.F5 })]
    [TestCase("\e[17~\e[18~\e[19~\e[20~\e[21~\e[23~\e[24~", new[] { Keys.F6, Keys.F7, Keys.F8, Keys.F9, Keys.F10, Keys.F11, Keys.F12 })]
    [TestCase("\e[Z", new[] { Keys.BackTab })]
    [TestCase("\e\x11\e\r\e\n", new[] { Keys.Escape, 0x11ul, Keys.Escape, Keys.Enter, Keys.Escape, Keys.Enter })]
    [TestCase("\e\e[A", new[] { Keys.Escape, Keys.ArrowUp })]
    [TestCase("\eOM\eOp\eOk", new ulong[] { Keys.Enter, '0', '+' })]
    public void Keys_of_terminals(string text, ulong[] keys) => Assert.That(Decode(new KeyDecoder(), Encoding.UTF8.GetBytes(text)), Is.EqualTo(keys));

    [TestCase("\e[1;5A", Keys.ArrowUp, KeyModifiers.Control)]
    [TestCase("\e[1;2D", Keys.ArrowLeft, KeyModifiers.Shift)]
    [TestCase("\e[5;2~", Keys.PageUp, KeyModifiers.Shift)]
    [TestCase("\e[1;5P", Keys.F1, KeyModifiers.Control)]
    [TestCase("\e[15;3~", Keys.F5, KeyModifiers.Alt)]
    [TestCase("\eOa", Keys.ArrowUp, KeyModifiers.Control)]
    [TestCase("\e[a", Keys.ArrowUp, KeyModifiers.Shift)]
    [TestCase("\e[5^", Keys.PageUp, KeyModifiers.Control)]
    [TestCase("\e[2$", Keys.Insert, KeyModifiers.Shift)]
    public void Keys_with_modifiers(string text, ulong key, KeyModifiers modifiers) =>
        Assert.That(Decode(new KeyDecoder(), Encoding.UTF8.GetBytes(text)), Is.EqualTo(new[] { Keys.With(key, modifiers) }));

    [Test]
    public void Escape_alone_is_a_key_once_nothing_follows()
    {
        var decoder = new KeyDecoder();
        Assert.That(decoder.Take(0x1B), Is.Zero);
        Assert.That(decoder.IsWaiting);
        Assert.That(decoder.TimeOut(), Is.EqualTo(Keys.Escape));
        Assert.That(decoder.IsWaiting, Is.False);
        Assert.That(decoder.TimeOut(), Is.Zero);
        Assert.That(decoder.Take((byte)'['), Is.EqualTo('['));
    }

    [TestCase("\e[99~x")]
    [TestCase("\e[1;2;3;4qx")]
    [TestCase("\e[12345678901234567890Ax")]
    [TestCase("\e[<0;1;2Mx")]
    [TestCase("\eO!x")]
    [TestCase("\e[[Zx")]
    public void What_is_no_key_is_dropped(string text) => Assert.That(Decode(new KeyDecoder(), Encoding.UTF8.GetBytes(text)), Is.EqualTo(new ulong[] { 'x' }));

    [TestCase(new byte[] { 0xC0, (byte)'x' })]
    [TestCase(new byte[] { 0x80, (byte)'x' })]
    [TestCase(new byte[] { 0xE0, 0x80, 0x80, (byte)'x' })]
    [TestCase(new byte[] { 0xED, 0xA0, 0x80, (byte)'x' })]
    public void Malformed_text_is_one_replacement(byte[] bytes) => Assert.That(Decode(new KeyDecoder(), bytes), Is.EqualTo(new ulong[] { 0xFFFD, 'x' }));

    [Test]
    public void Whatever_came_before_keys_are_keys_again()
    {
        var random = new Random(1);
        byte[] noise = new byte[64];
        for (int round = 0; round < 2000; round++)
        {
            var decoder = new KeyDecoder();
            random.NextBytes(noise);
            Decode(decoder, noise);
            decoder.TimeOut();
            List<ulong> keys = Decode(decoder, "\e[Ax"u8.ToArray());
            Assert.That(keys, Is.EqualTo(new[] { Keys.ArrowUp, 'x' }));
        }
    }

    private static List<ulong> Decode(KeyDecoder decoder, byte[] bytes)
    {
        var keys = new List<ulong>();
        foreach (byte value in bytes)
        {
            foreach (ulong key in new[] { decoder.Take(value), decoder.TakeNext() })
            {
                if (key != 0)
                    keys.Add(key);
            }
        }

        return keys;
    }
}
