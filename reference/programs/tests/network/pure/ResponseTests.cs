using Euralios.Programs.Http;
using Euralios.Std;

namespace Euralios.Network.Tests;

/// <summary>Paths, ranges, and what httpd writes.</summary>
internal sealed class ResponseTests
{
    [TestCase("/", "", true)]
    [TestCase("/a", "a", false)]
    [TestCase("/a/b.txt", "a/b.txt", false)]
    [TestCase("/a/", "a", true)]
    [TestCase("//a//b", "a/b", false)]
    [TestCase("/./a/./b", "a/b", false)]
    [TestCase("/a?x=/../y", "a", false)]
    [TestCase("/a%20b%3f", "a b?", false)]
    [TestCase("/caf%C3%A9", "caf\u00e9", false)]
    [TestCase("/...", "...", false)]
    [TestCase("/..a", "..a", false)]
    public void Paths(string target, string expected, bool expectedDirectory)
    {
        Assert.That(RequestPath.TryResolve(target, out string path, out bool isDirectory));
        Assert.That((path, isDirectory), Is.EqualTo((expected, expectedDirectory)));
    }

    [TestCase("/..")]
    [TestCase("/../etc/users")]
    [TestCase("/a/../b")]
    [TestCase("/%2e%2e/etc/users")]
    [TestCase("/%2E%2e")]
    [TestCase("/.%2e/a")]
    [TestCase("/a%2fb")]
    [TestCase("/..%2f..%2fetc")]
    [TestCase("/a%5cb")]
    [TestCase("/..%5c..")]
    [TestCase("/..\\..\\etc")]
    [TestCase("/a%00.txt")]
    [TestCase("/a%0d%0aSet-Cookie: x")]
    [TestCase("/a%7f")]
    [TestCase("/%")]
    [TestCase("/%4")]
    [TestCase("/%zz")]
    [TestCase("/%-1")]
    [TestCase("/%c0%ae%c0%ae/a")]
    [TestCase("/%ff")]
    [TestCase("/%c3")]
    [TestCase("a")]
    [TestCase("")]
    public void No_path_leads_out(string target) => Assert.That(RequestPath.TryResolve(target, out _, out _), Is.False);

    [TestCase("a b&c.txt", "a%20b%26c.txt")]
    [TestCase("\u00e9~", "%C3%A9~")]
    [TestCase("%2e", "%252e")]
    public void Names_in_links_lead_back(string name, string expected)
    {
        Assert.That(RequestPath.Encode(name), Is.EqualTo(expected));
        Assert.That(RequestPath.TryResolve("/" + RequestPath.Encode(name), out string path, out _));
        Assert.That(path, Is.EqualTo(name));
    }

    [TestCase("bytes=0-9", 20, "0+10")]
    [TestCase("bytes=5-", 20, "5+15")]
    [TestCase("bytes=-5", 20, "15+5")]
    [TestCase("bytes=-50", 20, "0+20")]
    [TestCase("bytes=19-100", 20, "19+1")]
    [TestCase("bytes=20-", 20, "none")]
    [TestCase("bytes=-0", 20, "none")]
    [TestCase("bytes=0-", 0, "none")]
    [TestCase("bytes=9-5", 20, "whole")]
    [TestCase("bytes=0-1,3-4", 20, "whole")]
    [TestCase("bytes=a-b", 20, "whole")]
    [TestCase("bytes=-", 20, "whole")]
    [TestCase("bytes=99999999999999999999-", 20, "whole")]
    [TestCase("lines=0-1", 20, "whole")]
    [TestCase(null, 20, "whole")]
    public void Ranges(string? field, int size, string expected)
    {
        RangeResult result = ByteRange.Find(field, size, out ByteRange range);
        string found = result switch
        {
            RangeResult.Whole => "whole",
            RangeResult.OutOfRange => "none",
            _ => $"{range.First}+{range.Length}",
        };
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void A_head_is_as_the_protocol_wants_it() => Assert.That(
        ResponseHead.Write(404, ContentType.Html, 12, keepsAlive: true, "Thu, 01 Jan 2026 00:00:00 GMT", "Allow: GET\r\n"),
        Is.EqualTo(
            "HTTP/1.1 404 Not Found\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nServer: EuraliOS\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 12\r\n"
            + "X-Content-Type-Options: nosniff\r\nAllow: GET\r\nConnection: keep-alive\r\n\r\n"));

    [TestCase("a.TXT", "text/plain; charset=utf-8")]
    [TestCase("a.b.png", "image/png")]
    [TestCase("index.html", "text/html; charset=utf-8")]
    [TestCase("shell", "application/octet-stream")]
    [TestCase(".txt", "application/octet-stream")]
    public void Types(string name, string type) => Assert.That(ContentType.Of(name), Is.EqualTo(type));

    [Test]
    public void Names_in_a_listing_are_text_and_nothing_else()
    {
        string page = Page.OfDirectory("a<b", [new DirectoryEntry("<script>", false, 5), new DirectoryEntry("a:b&", true, 0)]);
        Assert.That(page, Does.Contain("<h1>/a&lt;b</h1>").And.Not.Contain("<script>"));
        Assert.That(page, Does.Contain("<a href=\"./%3Cscript%3E\">&lt;script&gt;</a></td><td align=\"right\">5</td>"));
        Assert.That(page, Does.Contain("<a href=\"./a%3Ab%26/\">a:b&amp;/</a>"));
        Assert.That(page, Does.Contain("href=\"../\""));
    }
}
