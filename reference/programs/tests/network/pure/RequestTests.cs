using System.Text;
using Euralios.Programs.Http;

namespace Euralios.Network.Tests;

/// <summary>What httpd takes for a request, by RFC 9112, and what not.</summary>
internal sealed class RequestTests
{
    private const string Host = "Host: a\r\n";

    [TestCase("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / keep")]
    [TestCase("HEAD /a?b=c HTTP/1.1\r\nhost:a\r\n\r\n", "HEAD /a?b=c keep")]
    [TestCase("GET / HTTP/1.0\r\n\r\n", "GET / close")]
    [TestCase("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "GET / keep")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\nConnection: foo, CLOSE\r\n\r\n", "GET / close")]
    [TestCase("GET / HTTP/1.9\r\nHost: a\r\n\r\n", "GET / keep")]
    [TestCase("GET http://a:80/b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /b keep")]
    [TestCase("GET HTTP://a HTTP/1.1\r\nHost: a\r\n\r\n", "GET / keep")]
    [TestCase("GET / HTTP/1.1\nHost: a\n\n", "GET / keep", TestName = "Requests: lines that end with LF alone")]
    [TestCase("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS * keep")]
    [TestCase("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", "CONNECT a:1 keep")]
    [TestCase("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", "POST / keep body")]
    [TestCase("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n", "POST / keep body")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "GET / keep")]
    [TestCase("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "POST / keep body")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\nX: \t caf\u00e9\t\r\n\r\n", "GET / keep")]
    public void Requests(string head, string expected)
    {
        Assert.That(RequestParser.TryParse(Encoding.Latin1.GetBytes(head), out HttpRequest? request, out _));
        string found = $"{request!.Method} {request.Target} {(request.KeepsAlive ? "keep" : "close")}{(request.HasBody ? " body" : "")}";
        Assert.That(found, Is.EqualTo(expected));
    }

    [TestCase("GET /\r\n\r\n", 400, TestName = "Malformed: without a version, as in HTTP/0.9")]
    [TestCase("GET / HTTP/1.1\r\n\r\n", 400, TestName = "Malformed: without a host")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400, TestName = "Malformed: with two hosts")]
    [TestCase("GET  / HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: two spaces")]
    [TestCase("GET / HTTP/1.1 \r\n" + Host + "\r\n", 400, TestName = "Malformed: a space at the end")]
    [TestCase(" GET / HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a space at the beginning")]
    [TestCase("GET /a b HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a space in the target")]
    [TestCase("GET\t/\tHTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: tabs")]
    [TestCase("G(T / HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a method that is no token")]
    [TestCase("GET a HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a target without a slash")]
    [TestCase("GET * HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a star for GET")]
    [TestCase("GET ftp://a/ HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: another scheme")]
    [TestCase("GET http:///a HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: no authority")]
    [TestCase("GET /#a HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a fragment")]
    [TestCase("GET /\u00e9 HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a target beyond ASCII")]
    [TestCase("GET /\0 HTTP/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a zero")]
    [TestCase("GET / http/1.1\r\n" + Host + "\r\n", 400, TestName = "Malformed: a version in small letters")]
    [TestCase("GET / HTTP/11\r\n" + Host + "\r\n", 400, TestName = "Malformed: a version without a point")]
    [TestCase("GET / HTTP/1.10\r\n" + Host + "\r\n", 400, TestName = "Malformed: a version of three digits")]
    [TestCase("GET / HTTP/2.0\r\n" + Host + "\r\n", 505, TestName = "Malformed: version 2")]
    [TestCase("GET / HTTP/0.9\r\n" + Host + "\r\n", 505, TestName = "Malformed: version 0.9")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "a\r\n\r\n", 400, TestName = "Malformed: a field without a colon")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + ": a\r\n\r\n", 400, TestName = "Malformed: a field without a name")]
    [TestCase("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400, TestName = "Malformed: a space before the colon")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "X: a\r\n b\r\n\r\n", 400, TestName = "Malformed: a field on two lines")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "X: a\0\r\n\r\n", 400, TestName = "Malformed: a zero in a field")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "X: a\rY: b\r\n\r\n", 400, TestName = "Malformed: CR without LF")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, TestName = "Malformed: two lengths")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "Content-Length: -1\r\n\r\n", 400, TestName = "Malformed: a length below zero")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "Content-Length: +1\r\n\r\n", 400, TestName = "Malformed: a length with a sign")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "Content-Length: \r\n\r\n", 400, TestName = "Malformed: no length")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "Content-Length: 99999999999999999999\r\n\r\n", 400, TestName = "Malformed: a length beyond all")]
    [TestCase("GET / HTTP/1.1\r\n" + Host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400, TestName = "Malformed: a length and chunks")]
    [TestCase("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400, TestName = "Malformed: chunks in version 1.0")]
    public void Malformed(string head, int status)
    {
        Assert.That(RequestParser.TryParse(Encoding.Latin1.GetBytes(head), out HttpRequest? request, out int found), Is.False);
        Assert.That((request, found), Is.EqualTo(((HttpRequest?)null, status)));
    }

    [TestCase(100, 0)]
    [TestCase(101, 431)]
    public void A_hundred_fields_are_enough(int count, int status)
    {
        string head = "GET / HTTP/1.1\r\n" + Host + string.Concat(Enumerable.Repeat("X: y\r\n", count - 1)) + "\r\n";
        bool isParsed = RequestParser.TryParse(Encoding.Latin1.GetBytes(head), out _, out int found);
        Assert.That((isParsed, isParsed ? 0 : found), Is.EqualTo((status == 0, status)));
    }

    [Test]
    public void Whatever_comes_is_a_request_or_refused([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        byte[] good = Encoding.Latin1.GetBytes("GET /a/b?c HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 12\r\nRange: bytes=0-4\r\n\r\n");
        int requests = 0;
        for (int i = 0; i < 5000; i++)
        {
            byte[] head = [.. good];
            for (int change = random.Next(4); change > 0; change--)
                head[random.Next(head.Length - 4)] = (byte)random.Next(256);
            if (RequestParser.TryParse(head, out HttpRequest? request, out int status))
            {
                requests++;
                Assert.That(request!.Target, Does.Match("^[!-~]+$"));
            }
            else
            {
                Assert.That(status, Is.AnyOf(400, 431, 505));
            }
        }

        Assert.That(requests, Is.InRange(1000, 4500));
    }
}
