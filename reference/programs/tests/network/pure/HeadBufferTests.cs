using System.Text;
using Euralios.Programs.Http;

namespace Euralios.Network.Tests;

/// <summary>Requests' heads as they come: in any pieces, one behind the other, and without end.</summary>
internal sealed class HeadBufferTests
{
    [Test]
    public void Heads_are_found_whatever_the_pieces([Values(1, 2, 3, 7, 1000)] int size)
    {
        string[] heads = ["GET /1 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /2 HTTP/1.1\n\n", "\r\n\r\nGET /3 HTTP/1.1\r\nA: b\r\n\r\n"];
        var buffer = new HeadBuffer();
        List<string> found = [];
        foreach (byte[] piece in Encoding.Latin1.GetBytes(string.Concat(heads)).Chunk(size))
        {
            piece.CopyTo(buffer.Room);
            buffer.Add(piece.Length);
            while (buffer.Next(out ReadOnlySpan<byte> head) == HeadState.Complete)
            {
                found.Add(Encoding.Latin1.GetString(head));
                buffer.Remove();
            }
        }

        Assert.That(found, Is.EqualTo(heads.Select(head => head.TrimStart('\r', '\n'))));
        Assert.That(buffer.IsEmpty);
    }

    [TestCase("GET /", 'a', HeadState.LineTooLong)]
    [TestCase("", 'a', HeadState.LineTooLong)]
    [TestCase("GET / HTTP/1.1\r\nX: ", 'a', HeadState.FieldsTooLong)]
    [TestCase("GET / HTTP/1.1\r\n", '\0', HeadState.FieldsTooLong)]
    public void What_does_not_end_is_refused(string beginning, char endless, HeadState expected)
    {
        var buffer = new HeadBuffer();
        HeadState state = Feed(buffer, beginning);
        int count = 0;
        while (state == HeadState.Incomplete)
        {
            state = Feed(buffer, endless.ToString());
            Assert.That(++count, Is.LessThanOrEqualTo(HeadBuffer.LongestHead));
        }

        Assert.That(state, Is.EqualTo(expected));
    }

    [Test]
    public void Many_short_fields_are_too_much_as_well()
    {
        var buffer = new HeadBuffer();
        HeadState state = Feed(buffer, "GET / HTTP/1.1\r\n");
        int lines = 0;
        for (; state == HeadState.Incomplete; lines++)
            state = Feed(buffer, "A: b\r\n"[..Math.Min(6, Math.Max(1, buffer.Room.Length))]);
        Assert.That((state, lines), Is.EqualTo((HeadState.FieldsTooLong, (HeadBuffer.LongestHead - 16) / 6)));
    }

    [Test]
    public void Empty_lines_before_a_request_take_no_room()
    {
        var buffer = new HeadBuffer();
        for (int i = 0; i < HeadBuffer.LongestHead; i++)
            Assert.That(Feed(buffer, "\r\n"), Is.EqualTo(HeadState.Incomplete));
        Assert.That(Feed(buffer, "GET / HTTP/1.0\r\n\r\n"), Is.EqualTo(HeadState.Complete));
    }

    private static HeadState Feed(HeadBuffer buffer, string text)
    {
        Encoding.Latin1.GetBytes(text).CopyTo(buffer.Room);
        buffer.Add(text.Length);
        return buffer.Next(out _);
    }
}
