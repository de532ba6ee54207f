using System.Text;
using Euralios.Grader.Boot;

namespace Euralios.Network.Tests;

/// <summary>The gopher browser at the terminal, and a server on the host.</summary>
[TestFixture(NetworkCardModel.Rtl8139)]
[TestFixture(NetworkCardModel.Virtio)]
[Parallelizable]
internal sealed class GopherDialogueTests(NetworkCardModel model)
{
    private static readonly string LongText = string.Concat(Enumerable.Range(1, 200).Select(number => $"line number {number}\r\n"));

    [Test]
    public async Task A_person_browses()
    {
        int port = 0;
        using var server = new HostServer(async stream =>
        {
            string answer = await HostServer.ReadLineAsync(stream) switch
            {
                "" => $"iWelcome to the host\t\t\t0\r\n0A long text\t/long\t{NetworkSitting.Gateway}\t{port}\r\n7Search here\t/find\t{NetworkSitting.Gateway}\t{port}\r\n9A file\t/pub/data.bin\t{NetworkSitting.Gateway}\t{port}\r\n.\r\n",
                "/long" => LongText + ".\r\n",
                "/find\tblue moon" => "iNothing is blue\t\t\t0\r\n.\r\n",
                "/pub/data.bin" => "0123456789",
                _ => "3What is that?\t\t\t0\r\n.\r\n",
            };
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        });
        port = server.Port;
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model);
        SerialTerminal terminal = sitting.Terminal;
        await terminal.TypeAsync($"gopher {NetworkSitting.Gateway}:{port}\r");
        await terminal.WaitAsync("Welcome to the host");
        await terminal.WaitAsync("A file");

        // The text, a page on, and back. Only what has changed is written: ^L has the whole screen drawn again.
        await terminal.TypeAsync("\r\f");
        await terminal.WaitAsync("line number 22");
        await terminal.TypeAsync("\e[6~\f");
        await terminal.WaitAsync("line number 43");
        await terminal.TypeAsync("\e[F\f");
        await terminal.WaitAsync("line number 200");
        await terminal.TypeAsync("\e[D\f");
        await terminal.WaitAsync("Welcome to the host");

        // A search, by the link's number.
        await terminal.TypeAsync("2\r");
        await terminal.WaitAsync("Search for: ");
        await terminal.TypeAsync("blue moon\r\f");
        await terminal.WaitAsync("Nothing is blue");
        await terminal.TypeAsync("a\f");
        await terminal.WaitAsync("A file");

        // A file is kept.
        await terminal.TypeAsync("3\r");
        await terminal.WaitAsync("Save as: data.bin");
        await terminal.TypeAsync("\r");
        await terminal.WaitAsync("10 bytes saved in data.bin");
        await terminal.TypeAsync("q");
        await terminal.WaitAsync(NetworkSitting.Prompt);
        Assert.That(await sitting.EnterAsync("cat data.bin; echo"), Is.EqualTo("0123456789\n"));
    }

    [Test]
    public async Task What_a_server_does_not_send_is_said_in_words()
    {
        using var server = new HostServer(HostServer.ReadLineAsync);
        await using NetworkSitting sitting = await NetworkSitting.StartAsync(model);
        SerialTerminal terminal = sitting.Terminal;
        await terminal.TypeAsync($"gopher {NetworkSitting.Gateway}:{server.Port}\r");
        await terminal.WaitAsync("[The document is empty.]");
        await terminal.TypeAsync($"g{NetworkSitting.Gateway}:1\r");
        await terminal.WaitAsync("Connection refused");
        await terminal.TypeAsync("q");
        await terminal.WaitAsync(NetworkSitting.Prompt);
    }
}
