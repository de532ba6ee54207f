using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Euralios.Grader.Boot;

/// <summary>The QEMU machine protocol: one JSON object a line each way. One command at a time; events that pass by are kept.</summary>
internal sealed class QmpClient : IDisposable
{
    private readonly NetworkStream _stream;
    private readonly StreamReader _reader;

    private QmpClient(Socket socket)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new StreamReader(_stream, Encoding.UTF8);
    }

    /// <summary>Why the guest shut down, as QEMU's SHUTDOWN event gave it (<c>guest-reset</c>, <c>host-signal</c> and so on).</summary>
    public string? ShutdownReason { get; private set; }

    /// <summary>Takes the greeting and leaves negotiation.</summary>
    public static async Task<QmpClient> ConnectAsync(Socket socket, CancellationToken cancellation)
    {
        var client = new QmpClient(socket);
        try
        {
            await client.ReadLineAsync(cancellation);
            await client.ExecuteAsync("qmp_capabilities", null, cancellation);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Runs any command and returns what it returns.</summary>
    /// <exception cref="MachineException">QEMU refused it.</exception>
    public async Task<JsonElement> ExecuteAsync(string command, JsonObject? arguments, CancellationToken cancellation)
    {
        await SendAsync(command, arguments, cancellation);
        return await ReceiveAsync(command, cancellation);
    }

    /// <summary>Guest instructions since power-on, and the text of a command of the human monitor; asked in one go.</summary>
    public async Task<(long Instructions, string Text)> InstructionsAndAsync(string humanCommand, CancellationToken cancellation)
    {
        const string Count = "query-replay", Human = "human-monitor-command";
        await SendAsync(Count, null, cancellation);
        await SendAsync(Human, new JsonObject { ["command-line"] = humanCommand }, cancellation);
        JsonElement count = await ReceiveAsync(Count, cancellation);
        return (count.GetProperty("icount").GetInt64(), (await ReceiveAsync(Human, cancellation)).GetString()!);
    }

    /// <summary>Runs a command of the human monitor and returns its text.</summary>
    public async Task<string> HumanAsync(string command, CancellationToken cancellation) =>
        (await ExecuteAsync("human-monitor-command", new JsonObject { ["command-line"] = command }, cancellation)).GetString()!;

    /// <summary>Writes guest memory at a virtual address to a file of the host.</summary>
    public Task SaveMemoryAsync(ulong address, int length, string file, CancellationToken cancellation) =>

        // QMP's integers are signed; the upper half's addresses are their negative twins.
        ExecuteAsync("memsave", new JsonObject { ["val"] = (long)address, ["size"] = length, ["filename"] = file }, cancellation);

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private async Task SendAsync(string command, JsonObject? arguments, CancellationToken cancellation)
    {
        var request = new JsonObject { ["execute"] = command };
        if (arguments is not null)
            request["arguments"] = arguments;
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToJsonString() + "\n"), cancellation);
    }

    private async Task<JsonElement> ReceiveAsync(string command, CancellationToken cancellation)
    {
        while (true)
        {
            using var line = JsonDocument.Parse(await ReadLineAsync(cancellation));
            if (line.RootElement.TryGetProperty("return", out JsonElement value))
                return value.Clone();
            if (line.RootElement.TryGetProperty("error", out JsonElement error))
                throw new MachineException($"{command}: {error.GetProperty("desc").GetString()}");
            Notice(line.RootElement);
        }
    }

    private void Notice(JsonElement message)
    {
        if (message.TryGetProperty("event", out JsonElement name) && name.ValueEquals("SHUTDOWN"))
            ShutdownReason = message.GetProperty("data").GetProperty("reason").GetString();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation) =>
        await _reader.ReadLineAsync(cancellation) ?? throw new EndOfStreamException("QEMU closed its monitor");
}
