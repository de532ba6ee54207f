using System.Text;
using Euralios.Programs.Gopher;

namespace Euralios.Network.Tests;

/// <summary>Menus by RFC 1436, and what servers send instead.</summary>
internal sealed class MenuParserTests
{
    [TestCase("0Text\t/a\thost\t70\r\n", "0 Text -> host/0/a")]
    [TestCase("1Menu\t\thost\t7070\r\n", "1 Menu -> host:7070")]
    [TestCase("7Search\t/s\thost\t70\r\n", "7 Search -> host/7/s")]
    [TestCase("9File\t/f\thost\t70\t+\r\n", "9 File -> host/9/f", TestName = "Lines: Gopher+")]
    [TestCase("iWords\tfake\t(NULL)\t0\r\n", "i Words")]
    [TestCase("iWords\r\n", "i Words")]
    [TestCase("3Sorry\t\terror.host\t1\r\n", "3 Sorry")]
    [TestCase("hWeb\tURL:http://a/\thost\t70\r\n", "h Web ! This leads to the Web: http://a/")]
    [TestCase("hPage\t/p.html\thost\t70\r\n", "h Page -> host/h/p.html")]
    [TestCase("8Telnet\t\thost\t23\r\n", "8 Telnet ! A link of this kind (TEL) cannot be followed")]
    [TestCase("~What\t/x\thost\t70\r\n", "~ What ! A link of this kind (?) cannot be followed")]
    [TestCase("0Text\t/a\thost\r\n", "0 Text ! The link has no valid port")]
    [TestCase("0Text\t/a\r\n", "0 Text ! This line of the menu says no place")]
    [TestCase("0Text\t/a\thost\t0\r\n", "0 Text ! The link has no valid port")]
    [TestCase("0Text\t/a\thost\t65536\r\n", "0 Text ! The link has no valid port")]
    [TestCase("0Text\t/a\thost\t99999999999999999999\r\n", "0 Text ! The link has no valid port")]
    [TestCase("0Text\t/a\thost\t-1\r\n", "0 Text ! The link has no valid port")]
    [TestCase("0Text\t/a\t../x\t70\r\n", "0 Text ! The link has no valid host")]
    [TestCase("0Text\t/a\t*\t70\r\n", "0 Text ! The link has no valid host")]
    [TestCase("0Text\t/a\t\t70\r\n", "0 Text ! The link has no valid host")]
    [TestCase("0Text\t/a\rb\thost\t70\r\n", "0 Text ! The link has no valid selector")]
    [TestCase("0\e[2JText\t/a\thost\t70\r\n", "0 Text -> host/0/a")]
    [TestCase("\e[2Jnothing\r\n", "i nothing")]
    [TestCase("only words\r\n", "i only words")]
    [TestCase("\u00e9\tx\ty\t1\r\n", "i ", TestName = "Lines: a type that is no character of ASCII")]
    [TestCase("\r\n", "i ")]
    [TestCase("0Text\t/caf\u00e9\thost\t 70 \r\n", "0 Text -> host/0/caf\u00e9")]
    public void Lines(string line, string expected)
    {
        GopherItem item = MenuParser.Parse(Encoding.Latin1.GetBytes(line)).Single();
        string found = $"{item.Type} {item.Title}" + (item.Address is null ? item.Obstacle is null ? "" : $" ! {item.Obstacle}" : $" -> {item.Address}");
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void A_point_ends_a_menu() =>
        Assert.That(MenuParser.Parse("ia\r\n.b\r\n.\r\nic\r\n"u8).Select(item => item.Title), Is.EqualTo(new[] { "a", ".b" }));

    [Test]
    public void Selectors_are_sent_as_they_came()
    {
        byte[] bytes = [.. "0x\t"u8, 0xE9, 0xFF, 0x80, .. "\thost\t70\r\n"u8];
        Assert.That(Encoding.Latin1.GetBytes(MenuParser.Parse(bytes).Single().Address!.Selector), Is.EqualTo(new byte[] { 0xE9, 0xFF, 0x80 }));
    }

    [Test]
    public void A_menu_has_an_end()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ix\n", MenuParser.MostItems + 10)));
        Assert.That(MenuParser.Parse(bytes), Has.Count.EqualTo(MenuParser.MostItems));
    }

    [Test]
    public void Whatever_comes_becomes_lines([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 3000; i++)
        {
            byte[] bytes = new byte[random.Next(100)];
            for (int at = 0; at < bytes.Length; at++)
                bytes[at] = random.Next(2) == 0 ? (byte)"\t\t\r\n01i.h7\e"[random.Next(11)] : (byte)random.Next(256);
            foreach (GopherItem item in MenuParser.Parse(bytes))
                Assert.That((item.Title + item.Obstacle + item.Address).Any(char.IsControl), Is.False, Convert.ToHexString(bytes));
        }
    }

    [TestCase("host", "host")]
    [TestCase("10.0.2.100:7070", "10.0.2.100:7070")]
    [TestCase("host:70", "host")]
    [TestCase("gopher://host/0/a b", "host/0/a b")]
    [TestCase("host/7/s", "host/7/s")]
    [TestCase("gopher://host:71/", "host:71")]
    [TestCase("host/0/\u00e9", "host/0/\u00e9")]
    public void Places(string text, string expected)
    {
        Assert.That(GopherAddress.TryParse(text, out GopherAddress? address));
        Assert.That(address!.ToString(), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("ho st")]
    [TestCase("host:")]
    [TestCase("host:0")]
    [TestCase("host:70000")]
    [TestCase("http://host/")]
    [TestCase("../x")]
    [TestCase("host/0a\r\nb")]
    [TestCase("host/0a\tb")]
    public void No_places(string text) => Assert.That(GopherAddress.TryParse(text, out _), Is.False);

    [TestCase("/pub/file.tar.gz", "file.tar.gz")]
    [TestCase("/../..", "document")]
    [TestCase("/.profile", "profile")]
    [TestCase("", "document")]
    [TestCase("/a/b;rm -r", "brm-r")]
    public void File_names(string selector, string expected) =>
        Assert.That(new GopherAddress("host", 70, '9', selector).FileName(), Is.EqualTo(expected));
}
