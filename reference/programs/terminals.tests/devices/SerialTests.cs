using System;
using System.Text;
using Euralios.Programs.Serial;
using NUnit.Framework;

namespace Euralios.Programs.Tests;

/// <summary>What the serial terminal does with bytes.</summary>
internal sealed class SerialTests
{
    [TestCase("a\nb\n", "a\r\nb\r\n")]
    [TestCase("a\r\nb", "a\r\nb")]
    [TestCase("\n\n", "\r\n\r\n")]
    [TestCase("\r\r\n\n", "\r\r\n\r\n")]
    public void Each_line_feed_has_a_carriage_return(string text, string sent)
    {
        for (int room = 2; room < 8; room++)
        {
            var lineFeeds = new LineFeeds();
            var result = new StringBuilder();
            ReadOnlySpan<byte> rest = Encoding.ASCII.GetBytes(text);
            byte[] output = new byte[room];
            while (!rest.IsEmpty)
                result.Append(Encoding.ASCII.GetString(output, 0, lineFeeds.Take(ref rest, output)));
            Assert.That(result.ToString(), Is.EqualTo(sent), $"room for {room}");
        }
    }

    [TestCase("\e[24;80R", 24, 80)]
    [TestCase("x\e[A\e[50;132R", 50, 132)]
    [TestCase("\e[1;2\e[30;100R", 30, 100)]
    public void A_report_of_the_size(string text, int rows, int columns)
    {
        var report = new SizeReport();
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        for (int i = 0; i < bytes.Length; i++)
            Assert.That(report.Take(bytes[i]), Is.EqualTo(i == bytes.Length - 1));
        Assert.That((report.Rows, report.Columns), Is.EqualTo((rows, columns)));
    }

    [TestCase("\e[1;2R")]
    [TestCase("\e[99999999999999;80R")]
    [TestCase("24;80R")]
    [TestCase("\e[24R")]
    [TestCase("\e[24;80;1R")]
    public void What_is_no_size(string text)
    {
        var report = new SizeReport();
        foreach (byte value in Encoding.ASCII.GetBytes(text))
            Assert.That(report.Take(value), Is.False);
    }
}
