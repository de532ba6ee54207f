using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Euralios.Grader.Boot;

namespace Euralios.Network.Tests;

/// <summary>The network's tools at the terminal, with both cards.</summary>
[TestFixture(NetworkCardModel.Rtl8139)]
[TestFixture(NetworkCardModel.Virtio)]
[Parallelizable]
internal sealed class ToolDialogueTests(NetworkCardModel model)
{
    private const int FileSize = 10 << 20;

    [Test]
    public async Task The_machine_knows_its_address_its_neighbours_and_its_connections()
    {
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model);
        Assert.That(await sitting.EnterAsync("dhcp"), Does.Match(@"state +bound\n").And.Match(@"address +10\.0\.2\.15/24\n").And.Match(@"router +10\.0\.2\.2\n").And.Match(@"dns +10\.0\.2\.3\n"));

        string output = await sitting.EnterAsync("ping -c 2 10.0.2.2; echo status $?");
        Assert.That(output, Does.StartWith("PING 10.0.2.2 (10.0.2.2): 56 bytes\n56 bytes from 10.0.2.2: seq=1 time="));
        Assert.That(output, Does.Contain("\n2 sent, 2 received, 0% loss\nround trip min/avg/max ").And.EndWith("status 0\n"));
        Assert.That(await sitting.EnterAsync("ping -c 1 -s 1472 10.0.2.2"), Does.Contain("1472 bytes from 10.0.2.2: seq=1").And.Contain("1 sent, 1 received"));
        Assert.That(await sitting.EnterAsync("ping -s 16377 10.0.2.2; echo status $?"), Is.EqualTo("ping: a request has 16376 bytes at most\nstatus 2\n"));
        Assert.That(await sitting.EnterAsync("arp"), Does.Match(@"10\.0\.2\.2 +52:55:0[aA]:00:02:02"));

        Assert.That(await sitting.EnterAsync("nslookup 10.0.2.2 ..; echo status $?"), Is.EqualTo("10.0.2.2 has address 10.0.2.2\nnslookup: ..: Host not found\nstatus 1\n"));
        Assert.That(await sitting.EnterAsync("netstat -s"), Does.Match(@"frames received +[1-9]").And.Match(@"frames malformed +0\n"));
        Assert.That(await sitting.EnterAsync("httpd -p 8000 & netstat"), Does.Match(@"Listen +\*:8000").IgnoreCase.Or.Contain("[1]"));
        await sitting.EnterAsync("kill %1; wait");
    }

    [Test]
    public async Task A_line_goes_out_and_one_comes_back()
    {
        string? received = null;
        using var server = new HostServer(async stream =>
        {
            received = Encoding.UTF8.GetString(await HostServer.ReadAllAsync(stream));
            await stream.WriteAsync("and back\n"u8.ToArray());
        });
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model);
        string output = await sitting.EnterAsync($"echo there | nc {NetworkSitting.Gateway} {server.Port}; echo status $?");
        Assert.That((output, received), Is.EqualTo(("and back\nstatus 0\n", "there\n")));
    }

    [Test]
    public async Task What_is_typed_goes_out_a_line_at_a_time_and_the_other_end_ends_it()
    {
        using var server = new HostServer(async stream =>
        {
            for (string line = await HostServer.ReadLineAsync(stream); line != "enough"; line = await HostServer.ReadLineAsync(stream))
                await stream.WriteAsync(Encoding.UTF8.GetBytes($"you said {line}\n"));
        });
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model);
        await sitting.Terminal.TypeAsync($"nc {NetworkSitting.Gateway} {server.Port}\r");
        await sitting.Terminal.EnterAsync("one", "you said one\n");
        await sitting.Terminal.EnterAsync("two", "you said two\n");
        await sitting.EnterAsync("enough");
        Assert.That(await sitting.EnterAsync("echo status $?"), Is.EqualTo("status 0\n"));
    }

    [Test]
    public async Task Nobody_listens_and_nobody_answers()
    {
        int free;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            free = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model);
        Assert.That(await sitting.EnterAsync($"nc {NetworkSitting.Gateway} {free}; echo status $?"), Is.EqualTo($"nc: {NetworkSitting.Gateway}:{free}: Connection refused\nstatus 1\n"));
        Assert.That(await sitting.EnterAsync("nc -l 0; nc 10.0.2.2 99999; nc a; echo status $?"), Does.EndWith("status 2\n"));
    }

    [Test]
    public async Task A_file_of_10_MiB_comes_and_goes_and_is_the_same()
    {
        byte[] file = new byte[FileSize];
        new Random(1).NextBytes(file);
        byte[] returned = [];
        using var sender = new HostServer(stream => stream.WriteAsync(file).AsTask());
        using var receiver = new HostServer(async stream => returned = await HostServer.ReadAllAsync(stream));
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model, 7000);
        Assert.That(await sitting.EnterAsync($"nc {NetworkSitting.Gateway} {sender.Port} >big; wc -c big"), Does.Match($"^ *{FileSize} big\n$"));
        Assert.That(await sitting.EnterAsync($"nc {NetworkSitting.Gateway} {receiver.Port} <big; echo status $?"), Is.EqualTo("status 0\n"));
        Assert.That(SHA256.HashData(returned), Is.EqualTo(SHA256.HashData(file)));

        // The other way round: the guest listens.
        await sitting.EnterAsync("nc -l 7000 >again &");
        await sitting.WaitForAsync("netstat", ":7000");
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, await sitting.HostPortAsync(7000));
            await client.GetStream().WriteAsync(file);
        }

        Assert.That(await sitting.EnterAsync("wait; wc -c again"), Does.Match($"(^|\n) *{FileSize} again\n$"));
    }
}
