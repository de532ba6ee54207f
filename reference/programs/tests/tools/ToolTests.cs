using System.Globalization;
using System.Text;
using Euralios.Tools;
using Calendar = Euralios.Tools.Calendar;

namespace Euralios.Programs.Tests;

internal sealed class ToolTests
{
    [TestCase("", 0, 0, 0)]
    [TestCase("one", 0, 1, 3)]
    [TestCase("one two\n\n  three\n", 3, 3, 17)]
    public void Lines_words_and_bytes_are_counted_whatever_the_pieces(string text, int lines, int words, int bytes)
    {
        for (int size = 1; size <= text.Length + 1; size++)
        {
            var counts = new Counts();
            foreach (byte[] piece in Encoding.UTF8.GetBytes(text).Chunk(size))
                counts.Add(piece);
            Assert.That((counts.Lines, counts.Words, counts.Bytes), Is.EqualTo(((long)lines, (long)words, (long)bytes)));
        }
    }

    [TestCase(false, false, "b a 10 9", "10 9 a b")]
    [TestCase(true, false, "10 9 -1 1.5 x", "-1 x 1.5 9 10")]
    [TestCase(false, true, "b a c", "c b a")]
    [TestCase(true, true, "10 9 2", "10 9 2")]
    public void Lines_have_an_order(bool isNumeric, bool isReversed, string lines, string expected)
    {
        List<byte[]> list = [.. lines.Split(' ').Select(Encoding.UTF8.GetBytes)];
        list.Sort(new LineOrder(isNumeric, isReversed, isUnique: false).Compare);
        Assert.That(string.Join(' ', list.Select(Encoding.UTF8.GetString)), Is.EqualTo(expected));
    }

    [Test]
    public void The_last_lines_stay([Values(0, 1, 3, 10)] int capacity)
    {
        var last = new LastLines(capacity);
        for (byte i = 0; i < 8; i++)
            last.Add([i]);
        Assert.That(Enumerable.Range(0, last.Count).Select(i => (int)last[i][0]), Is.EqualTo(Enumerable.Range(0, 8).TakeLast(capacity)));
    }

    [Test]
    public void A_line_of_bytes()
    {
        Assert.That(
            HexLine.Format(16, "Hello, world\n\0\u007F"u8),
            Is.EqualTo("00000010  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 0a 00 7f     |Hello, world...|"));
        Assert.That(HexLine.Format(0, new byte[16]), Does.EndWith("00  |................|"));
    }

    [Test]
    public void Dates_are_those_of_dotnet()
    {
        var random = new Random(2);
        foreach (long seconds in Enumerable.Range(0, 2000).Select(_ => random.NextInt64(0, 8_000_000_000)).Concat([0, 951_782_399, 951_782_400, 4_107_542_400]))
        {
            string expected = DateTime.UnixEpoch.AddSeconds(seconds).ToString("ddd MMM dd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            Assert.That(Calendar.Format("%a %b %d %F %H:%M:%S", (ulong)seconds), Is.EqualTo(expected));
        }
    }

    [TestCase("%s %% %q %", "0 % %q %")]
    [TestCase("%e|%T|%Z%n", " 1|00:00:00|UTC\n")]
    public void Formats(string format, string expected) => Assert.That(Calendar.Format(format, 0), Is.EqualTo(expected));

    [TestCase(59ul, "0:00:59")]
    [TestCase(86_400ul, "1 day 0:00:00")]
    [TestCase(180_061ul, "2 days 2:01:01")]
    public void Durations(ulong seconds, string expected) => Assert.That(Calendar.Duration(seconds), Is.EqualTo(expected));

    [TestCase(12, "a     ccc\nbbbb  d\n")]
    [TestCase(5, "a\nbbbb\nccc\nd\n")]
    [TestCase(80, "a     bbbb  ccc   d\n")]
    public void Words_stand_in_columns(int width, string expected) =>
        Assert.That(Columns.Arrange(["a", "bbbb", "ccc", "d"], width), Is.EqualTo(expected));
}
