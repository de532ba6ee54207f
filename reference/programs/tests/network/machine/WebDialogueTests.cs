using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Euralios.Grader.Boot;

namespace Euralios.Network.Tests;

/// <summary>httpd in the guest, and clients on the host: ordinary ones, many at once, and hostile ones.</summary>
[TestFixture(NetworkCardModel.Rtl8139)]
[TestFixture(NetworkCardModel.Virtio)]
[Parallelizable]
internal sealed class WebDialogueTests(NetworkCardModel model)
{
    private const int WebPort = 80;
    private const int FileSize = 10 << 20;
    private const int Clients = 64;

    // What is sent, the status of the answer, and what it is.
    private static readonly (string Request, int Status)[] Hostile =
    [
        ("GET /../etc/users HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /%2e%2e/etc/users HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /..%2fetc/users HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /a.txt%00.html HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505),
        ("\0\x01\x02\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 405),
        ("GET /" + new string('a', 9000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: " + new string('a', 9000) + "\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 200)) + "\r\n", 431),
        ("GET /none HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404),
    ];

    [Test]
    public async Task Browsers_get_what_is_there()
    {
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model, WebPort);
        await sitting.EnterAsync("mkdir sub; echo hello >a.txt; echo '<p>index' >sub/index.html; httpd &");
        await sitting.Terminal.WaitAsync("Serving /ramdisk at port 80.");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{await sitting.HostPortAsync(WebPort)}/") };

        string listing = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.That(listing, Does.Contain("<a href=\"./a.txt\">a.txt</a>").And.Contain("<a href=\"./sub/\">sub/</a>"));
        using HttpResponseMessage text = await client.GetAsync(new Uri("/a.txt", UriKind.Relative));
        Assert.That(await text.Content.ReadAsStringAsync(), Is.EqualTo("hello\n"));
        Assert.That(text.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(await client.GetStringAsync(new Uri("/sub", UriKind.Relative)), Is.EqualTo("<p>index\n"), "by way of /sub/");

        using var head = new HttpRequestMessage(HttpMethod.Head, "/a.txt");
        using HttpResponseMessage headOnly = await client.SendAsync(head);
        Assert.That((headOnly.StatusCode, headOnly.Content.Headers.ContentLength), Is.EqualTo((HttpStatusCode.OK, (long?)6)));
        using var part = new HttpRequestMessage(HttpMethod.Get, "/a.txt");
        part.Headers.Range = new RangeHeaderValue(1, 3);
        using HttpResponseMessage partial = await client.SendAsync(part);
        Assert.That((partial.StatusCode, await partial.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.PartialContent, "ell")));
        Assert.That(listing, Does.Not.Contain(".history"));
        using HttpResponseMessage hidden = await client.GetAsync(new Uri("/.history", UriKind.Relative));
        Assert.That(hidden.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "what was typed is nobody's business");
        using HttpResponseMessage none = await client.GetAsync(new Uri("/none", UriKind.Relative));
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using HttpResponseMessage deleted = await client.DeleteAsync(new Uri("/a.txt", UriKind.Relative));
        Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));

        await sitting.Terminal.WaitAsync("10.0.2.2 DELETE /a.txt 405 ");
        string heard = sitting.Terminal.Heard;
        Assert.That(heard, Does.Contain("10.0.2.2 GET / 200 ").And.Contain("10.0.2.2 GET /a.txt 206 3\n").And.Contain("10.0.2.2 GET /sub 301 "));
    }

    [Test]
    public async Task Hostile_clients_get_their_refusals_and_nothing_else()
    {
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model, WebPort);
        await sitting.EnterAsync("echo hello >a.txt; httpd -t 5 &");
        await sitting.Terminal.WaitAsync("Serving");
        int port = await sitting.HostPortAsync(WebPort);
        foreach ((string request, int status) in Hostile)
        {
            string answer = await ExchangeAsync(port, request);
            Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} "), request[..Math.Min(60, request.Length)]);
        }

        // Somebody who says nothing, one who says half, one who goes in the middle; and then an ordinary one.
        using TcpClient silent = await ConnectAsync(port);
        using TcpClient half = await ConnectAsync(port);
        await half.GetStream().WriteAsync("GET / HTT"u8.ToArray());
        using (TcpClient gone = await ConnectAsync(port))
        {
            await gone.GetStream().WriteAsync("GET /a.txt HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
            gone.Client.LingerState = new LingerOption(true, 0);
        }

        Assert.That(await ExchangeAsync(port, "GET /a.txt HTTP/1.0\r\n\r\n"), Does.EndWith("\r\n\r\nhello\n"));

        // The server does not wait for ever for the rest.
        string late = Encoding.Latin1.GetString(await HostServer.ReadAllAsync(half.GetStream()));
        Assert.That(late, Does.StartWith("HTTP/1.1 408 "));
    }

    [Test]
    public async Task Requests_one_behind_the_other_are_answered_in_their_order()
    {
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model, WebPort);
        await sitting.EnterAsync("echo one >1; echo two >2; httpd &");
        await sitting.Terminal.WaitAsync("Serving");
        string answers = await ExchangeAsync(
            await sitting.HostPortAsync(WebPort),
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
        string[] contents = [.. answers.Split("HTTP/1.1 200 OK\r\n")[1..].Select(answer => answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])];
        Assert.That(contents, Is.EqualTo(new[] { "one\n", "two\n", "one\n" }));
    }

    [Test]
    public async Task A_file_of_10_MiB_is_served_while_somebody_takes_nothing_of_it()
    {
        byte[] file = new byte[FileSize];
        new Random(2).NextBytes(file);
        using var sender = new HostServer(stream => stream.WriteAsync(file).AsTask());
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model, WebPort);
        await sitting.EnterAsync($"nc {NetworkSitting.Gateway} {sender.Port} >big");
        await sitting.EnterAsync("httpd &");
        await sitting.Terminal.WaitAsync("Serving");
        int port = await sitting.HostPortAsync(WebPort);
        using TcpClient lazy = await ConnectAsync(port);
        await lazy.GetStream().WriteAsync("GET /big HTTP/1.0\r\n\r\n"u8.ToArray());
        using var client = new HttpClient();
        byte[] served = await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}/big"));
        Assert.That(SHA256.HashData(served), Is.EqualTo(SHA256.HashData(file)));
    }

    [Test]
    public async Task Somebody_who_takes_nothing_is_cut_off()
    {
        using var sender = new HostServer(stream => stream.WriteAsync(new byte[FileSize]).AsTask());
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model, WebPort);
        await sitting.EnterAsync($"nc {NetworkSitting.Gateway} {sender.Port} >big");
        await sitting.EnterAsync("httpd -t 3 &");
        await sitting.Terminal.WaitAsync("Serving");
        int port = await sitting.HostPortAsync(WebPort);
        using TcpClient lazy = await ConnectAsync(port);
        await lazy.GetStream().WriteAsync("GET /big HTTP/1.0\r\n\r\n"u8.ToArray());
        await sitting.Terminal.WaitAsync("10.0.2.2 GET /big 200 ");

        Assert.That(sitting.Terminal.Heard, Does.Not.Contain($"GET /big 200 {FileSize}"));
        Assert.That(await ExchangeAsync(port, "GET /none HTTP/1.0\r\n\r\n"), Does.StartWith("HTTP/1.1 404 "), "the others are served");
        Assert.That(await sitting.EnterAsync("netstat"), Does.Contain("LISTEN").And.Not.Contain("ESTABLISHED"));
    }

    [Test]
    public async Task Sixty_four_clients_are_served_at_once()
    {
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model, WebPort);
        await sitting.EnterAsync("echo hello >a.txt; httpd -t 1000 &");
        await sitting.Terminal.WaitAsync("Serving");
        int port = await sitting.HostPortAsync(WebPort);
        List<TcpClient> clients = [];
        for (int i = 0; i < Clients; i++)
        {
            clients.Add(await ConnectAsync(port));
            await clients[i].GetStream().WriteAsync("GET /a.txt HTTP/1.1\r\n"u8.ToArray());
        }

        // The last first: each is served only if it need not wait for another.
        foreach (TcpClient client in Enumerable.Reverse(clients))
        {
            await client.GetStream().WriteAsync("Host: a\r\nConnection: close\r\n\r\n"u8.ToArray());
            string answer = Encoding.Latin1.GetString(await HostServer.ReadAllAsync(client.GetStream()));
            Assert.That(answer, Does.StartWith("HTTP/1.1 200 OK\r\n").And.EndWith("\r\n\r\nhello\n"));
            client.Dispose();
        }
    }

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    /// <summary>Sends a text and reads until the server ends the connection.</summary>
    private static async Task<string> ExchangeAsync(int port, string request)
    {
        using TcpClient client = await ConnectAsync(port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        return Encoding.Latin1.GetString(await HostServer.ReadAllAsync(client.GetStream()));
    }
}
