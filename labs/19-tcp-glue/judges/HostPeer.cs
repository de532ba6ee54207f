using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Euralios.Grader.Boot;
using Merriwig.Lab;

namespace Euralios.Labs.Glue;

/// <summary>
/// Sockets of the host that connect to the machine, many of them at once, and find out what becomes of what they send. Notes a line for each thing that it
/// does: its name, and "right", or what was wrong.
/// </summary>
public sealed class HostPeer : INetworkPeer
{
    internal const int Crowd = 32;
    internal const int DuplexLength = 300_000;
    internal const int DownloadLength = 250_000;
    internal const int ResetLength = 20_000;

    // What is asked for, as the scenario knows it (HostScenario.cs).
    private const byte Echo = 1;
    private const byte Download = 2;
    private const byte Upload = 3;
    private const byte Abort = 4;
    private const byte Over = 5;
    private const int GuestPort = 7;

    // Streams: one for each connection, and the one after a download's for what goes back.
    private const ushort Duplex = 1_000;
    private const ushort SlowReader = 1_010;
    private const ushort Reset = 1_020;

    private readonly List<string> _notes = [];
    private readonly TcpListener _service = new(IPAddress.Loopback, 0);
    private RandomSource _seed;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_notes)
                return [.. _notes];
        }
    }

    /// <inheritdoc/>
    public NetworkWire Open(PeerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _seed = new RandomSource(BitConverter.ToUInt64(context.Seed));
        _service.Start();
        return NetworkWire.User(
            [new PortForward(0, GuestPort)],
            lines: new Dictionary<string, int> { ["10.0.2.100:70"] = ((IPEndPoint)_service.LocalEndpoint).Port },
            isIsolated: true);
    }

    /// <inheritdoc/>
    public void Connect(IReadOnlyDictionary<int, int> ports)
    {
        ArgumentNullException.ThrowIfNull(ports);
        _port.SetResult(ports[GuestPort]);
    }

    /// <inheritdoc/>
    public async Task PlayAsync(CancellationToken machineEnded)
    {
        if (!await DoAsync("announcement", () => HearAsync(machineEnded), machineEnded))
            return;
        await DoAsync("crowd", () => MeetCrowdAsync(machineEnded), machineEnded);
        await Task.WhenAll(
            DoAsync("duplex", () => EchoAsync(Duplex, DuplexLength, machineEnded), machineEnded),
            DoAsync("half-close", () => DownloadAsync(SlowReader, machineEnded), machineEnded),
            DoAsync("reset", () => ResetAsync(machineEnded), machineEnded),
            DoAsync("abort", () => SeeAbortAsync(machineEnded), machineEnded));
        await DoAsync("over", () => EndAsync(machineEnded), machineEnded);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _service.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Does one thing; whatever the machine does to its sockets is what is noted, and no failure of the peer's.</summary>
    private async Task<bool> DoAsync(string name, Func<Task<string?>> play, CancellationToken machineEnded)
    {
        string? wrong;
        try
        {
            wrong = await play();
        }
        catch (Exception gone) when (gone is SocketException or IOException or EndOfStreamException)
        {
            wrong = machineEnded.IsCancellationRequested ? "the machine ended before it was done" : $"the connection failed: {gone.Message}";
        }
        catch (OperationCanceledException)
        {
            wrong = "the machine ended before it was done";
        }

        lock (_notes)
            _notes.Add($"{name} {wrong ?? "right"}");
        return wrong is null;
    }

    /// <summary>The machine listens: it has called.</summary>
    private async Task<string?> HearAsync(CancellationToken machineEnded)
    {
        using var socket = await _service.AcceptSocketAsync(machineEnded);
        var word = new byte[1];
        if (await socket.ReceiveAsync(word, machineEnded) != 1)
            return "the connection was closed, and nothing came";
        await socket.SendAsync(word, machineEnded);
        return null;
    }

    /// <summary>Connections that all stand before the first one ends. Each sends its bytes in two parts and gets them back.</summary>
    private async Task<string?> MeetCrowdAsync(CancellationToken machineEnded)
    {
        var connections = new List<(Socket Socket, byte[] Bytes)>();
        try
        {
            for (ushort i = 0; i < Crowd; i++)
            {
                var bytes = Bytes(i, 500 + (37 * i));
                connections.Add((await CallAsync(Echo, i, bytes.Length, machineEnded), bytes));
            }

            foreach (var (socket, bytes) in connections)
                await socket.SendAsync(bytes.AsMemory(0, 300), machineEnded);
            for (var i = Crowd - 1; i >= 0; i--)
            {
                if (await ExpectAsync(connections[i].Socket, connections[i].Bytes.AsMemory(0, 300), machineEnded) is { } wrong)
                    return $"connection {i + 1} of {Crowd}: {wrong}";
            }

            foreach (var (socket, bytes) in connections)
            {
                await socket.SendAsync(bytes.AsMemory(300), machineEnded);
                socket.Shutdown(SocketShutdown.Send);
            }

            for (var i = 0; i < Crowd; i++)
            {
                var wrong = await ExpectAsync(connections[i].Socket, connections[i].Bytes.AsMemory(300), machineEnded)
                    ?? await ExpectEndAsync(connections[i].Socket, machineEnded);
                if (wrong is not null)
                    return $"connection {i + 1} of {Crowd}: {wrong}";
            }

            return null;
        }
        finally
        {
            foreach (var (socket, _) in connections)
                socket.Dispose();
        }
    }

    /// <summary>Sends and receives at the same time.</summary>
    private async Task<string?> EchoAsync(ushort stream, int length, CancellationToken machineEnded)
    {
        using var socket = await CallAsync(Echo, stream, length, machineEnded);
        var bytes = Bytes(stream, length);
        var sending = SendAsync();
        var wrong = await ExpectAsync(socket, bytes, machineEnded) ?? await ExpectEndAsync(socket, machineEnded);
        if (wrong is null)
            await sending;
        return wrong;

        async Task SendAsync()
        {
            for (var sent = 0; sent < length;)
                sent += await socket.SendAsync(bytes.AsMemory(sent), machineEnded);
            socket.Shutdown(SocketShutdown.Send);
        }
    }

    /// <summary>Reads little by little until the machine says that nothing more comes, and only then sends something itself.</summary>
    private async Task<string?> DownloadAsync(ushort stream, CancellationToken machineEnded)
    {
        using var socket = await CallAsync(Download, stream, DownloadLength, machineEnded);
        if ((await EchoAsync((ushort)(stream + 2), 2_000, machineEnded)) is { } other)
            return $"beside a connection whose host does not read, {other}";
        var wrong = await ExpectAsync(socket, Bytes(stream, DownloadLength), machineEnded) ?? await ExpectEndAsync(socket, machineEnded);
        if (wrong is not null)
            return wrong;
        await socket.SendAsync(Bytes((ushort)(stream + 1), DownloadLength / 100), machineEnded);
        return null;
    }

    /// <summary>Breaks the connection off when the machine has read what came: QEMU may take a reset behind data that it has not read for an end.</summary>
    private async Task<string?> ResetAsync(CancellationToken machineEnded)
    {
        using var socket = await CallAsync(Upload, Reset, ResetLength, machineEnded);
        await socket.SendAsync(Bytes(Reset, ResetLength), machineEnded);
        if (await ExpectAsync(socket, new byte[] { 1 }, machineEnded) is { } wrong)
            return wrong;
        socket.Close(0);
        return null;
    }

    /// <summary>The machine breaks the connection off.</summary>
    private async Task<string?> SeeAbortAsync(CancellationToken machineEnded)
    {
        using var socket = await CallAsync(Abort, 0, 0, machineEnded);
        try
        {
            return await ExpectEndAsync(socket, machineEnded);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private async Task<string?> EndAsync(CancellationToken machineEnded)
    {
        using var socket = await CallAsync(Over, 0, 0, machineEnded);
        return await ExpectEndAsync(socket, machineEnded);
    }

    /// <summary>Connects, says what is wanted, and waits until the machine has heard it.</summary>
    private async Task<Socket> CallAsync(byte kind, ushort stream, int length, CancellationToken machineEnded)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, await _port.Task.WaitAsync(machineEnded), machineEnded);
            var header = new byte[8];
            header[0] = kind;
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(1), stream);
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(3), length);
            await socket.SendAsync(header, machineEnded);
            return await ExpectAsync(socket, new[] { kind }, machineEnded) is { } wrong ? throw new IOException(wrong) : socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private byte[] Bytes(ushort stream, int length)
    {
        var bytes = new byte[length];
        new Pattern(_seed, stream).Next(bytes);
        return bytes;
    }

    /// <summary>Receives bytes that must be these.</summary>
    private static async Task<string?> ExpectAsync(Socket socket, ReadOnlyMemory<byte> expected, CancellationToken machineEnded)
    {
        var buffer = new byte[4_096];
        for (var read = 0; read < expected.Length;)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(0, Math.Min(buffer.Length, expected.Length - read)), machineEnded);
            if (count == 0)
                return $"{read} of {expected.Length} bytes came, and then the end";
            var same = buffer.AsSpan(0, count).CommonPrefixLength(expected.Span.Slice(read, count));
            if (same < count)
                return $"of {expected.Length} bytes the one at offset {read + same} is wrong";
            read += count;
        }

        return null;
    }

    private static async Task<string?> ExpectEndAsync(Socket socket, CancellationToken machineEnded) =>
        await socket.ReceiveAsync(new byte[1], machineEnded) == 0 ? null : "more came than was to come";
}
