using System;
using System.Collections.Generic;
using System.Text;
using NUnit.Framework;

namespace Euralios.Std.Tests;

internal sealed class InputBufferTests
{
    private const string Written = "größer\r\n\n€ und 😀\nlast";

    /// <summary>However the text is cut into messages, its lines are the same.</summary>
    [Test]
    public void Lines_are_whole_wherever_the_text_is_cut([Range(1, 27)] int pieceLength)
    {
        var buffer = new InputBuffer();
        var lines = new List<string>();
        byte[] bytes = Encoding.UTF8.GetBytes(Written);
        for (int i = 0; i < bytes.Length; i += pieceLength)
        {
            buffer.Append(bytes.AsSpan(i, Math.Min(pieceLength, bytes.Length - i)));
            while (buffer.TryTakeLine(isEnd: false, out string line))
                lines.Add(line);
        }

        Assert.That(buffer.TryTakeLine(isEnd: false, out _), Is.False);
        Assert.That(buffer.TryTakeLine(isEnd: true, out string last), Is.True);
        lines.Add(last);
        Assert.That(lines, Is.EqualTo(new[] { "größer", "", "€ und 😀", "last" }));
        Assert.That(buffer.IsEmpty && !buffer.TryTakeLine(isEnd: true, out _), Is.True);
    }

    [Test]
    public void Characters_are_whole_wherever_the_text_is_cut([Range(1, 27)] int pieceLength)
    {
        var buffer = new InputBuffer();
        var text = new StringBuilder();
        byte[] bytes = Encoding.UTF8.GetBytes(Written);
        for (int i = 0; i < bytes.Length; i += pieceLength)
        {
            buffer.Append(bytes.AsSpan(i, Math.Min(pieceLength, bytes.Length - i)));
            while (buffer.TryTakeCodePoint(isEnd: false, out uint codePoint))
                text.Append(char.ConvertFromUtf32((int)codePoint));
        }

        Assert.That(text.ToString(), Is.EqualTo(Written));
    }

    [Test]
    public void Half_a_character_at_the_end_is_a_malformed_one()
    {
        var buffer = new InputBuffer();
        buffer.Append([0xE2, 0x82]);
        Assert.That(buffer.TryTakeCodePoint(isEnd: false, out _), Is.False);
        Assert.That(buffer.TryTakeCodePoint(isEnd: true, out uint codePoint), Is.True);
        Assert.That(codePoint, Is.EqualTo(0xFFFD));
        Assert.That(buffer.IsEmpty, Is.True);
    }

    [Test]
    public void Bytes_come_in_their_order_while_the_buffer_grows_and_moves()
    {
        var buffer = new InputBuffer();
        var taken = new List<byte>();
        byte next = 0;
        Span<byte> some = new byte[100];
        for (int i = 0; i < 200; i++)
        {
            byte[] piece = new byte[(i * 37 % 300) + 1];
            for (int j = 0; j < piece.Length; j++)
                piece[j] = next++;
            buffer.Append(piece);
            taken.AddRange(some[..buffer.TakeBytes(some)].ToArray());
        }

        while (!buffer.IsEmpty)
            taken.AddRange(some[..buffer.TakeBytes(some)].ToArray());
        for (int i = 0; i < taken.Count; i++)
            Assert.That(taken[i], Is.EqualTo((byte)i));
        Assert.That((byte)taken.Count, Is.EqualTo(next));
    }
}
