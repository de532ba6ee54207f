using System;
using System.Net;
using System.Net.Sockets;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>
/// Sockets of the host connect to port 7 of the machine, and say in eight bytes what is to be done: kind, stream (two bytes), length (four bytes, all with
/// the low byte first). A call to 10.0.2.100 tells the host that the machine listens.
/// </summary>
internal static class HostScenario
{
    internal const int Port = 7;
    internal const byte Echo = 1;
    internal const byte Download = 2;
    internal const byte Upload = 3;
    internal const byte Abort = 4;
    internal const byte Over = 5;

    private const int HeaderLength = 8;
    private const ulong Patience = 8_000_000;

    internal static void Run(Stage stage)
    {
        TestNetwork network = TestNetwork.Start(stage);
        var talk = new Talk(stage.Random);
        talk.Play(() => Play(talk, network), Patience);
        network.Report(talk, Patience);
    }

    private static void Play(Talk talk, TestNetwork network)
    {
        var listener = new TcpListener(IPAddress.Any, Port);
        bool isOver = false;
        if (!listener.TryStart(out Error error) || !TryAccept(talk, listener, socket => isOver |= Serve(talk, socket), out error)
            || !TryAnnounce(network, talk, out error))
        {
            Trace.Event("glue.failed").Text("because", error.Text()).End();
            return;
        }

        talk.Await(() => isOver && talk.Running == 0, Patience);
    }

    /// <summary>Accepts connections in a thread of its own, each of which gets one too.</summary>
    private static bool TryAccept(Talk talk, TcpListener listener, Action<Socket> serve, out Error error) => Thread.TryStart(
        () =>
        {
            while (listener.TryAccept(out TcpClient? client, out _))
                talk.Start(client!.Client, serve);
        },
        out _,
        out error);

    /// <summary>Calls the host, which begins when it has heard.</summary>
    private static bool TryAnnounce(TestNetwork network, Talk talk, out Error error)
    {
        if (!Socket.TryConnect("10.0.2.100", 70, out Socket? socket, out error))
            return false;
        network.Begin();
        Span<byte> answer = stackalloc byte[1];
        bool isHeard = socket!.TrySend([1], out error) && socket.TryReceive(answer, out _, out error);

        // QEMU does not tell of the other end's end: it would stay half closed.
        socket.TryAbort(out _);
        socket.Close();
        talk.HasMoved(1);
        return isHeard;
    }

    /// <returns>Whether it was the last.</returns>
    private static bool Serve(Talk talk, Socket socket)
    {
        byte[] header = new byte[HeaderLength];
        int read = 0;
        while (read < HeaderLength && socket.TryReceive(header.AsSpan(read), out int came, out _) && came > 0)
            read += came;
        talk.HasMoved(read);
        if (read < HeaderLength)
            return false;
        uint stream = BitConverter.ToUInt16(header.AsSpan(1));
        int length = BitConverter.ToInt32(header.AsSpan(3));
        socket.TrySend([header[0]], out Error error);
        switch (header[0])
        {
            case Echo:
                talk.Echo(socket);
                break;
            case Download:
                if (talk.TrySend(socket, stream, length, out error) && socket.TryShutdown(out error))
                    talk.Read(socket, stream + 1);
                else
                    Trace.Event("glue.write").Number("stream", stream).Number("error", (ulong)error).End();
                break;
            case Upload:
                talk.Read(socket, stream, length);
                break;
            case Abort:
                socket.TryAbort(out _);
                break;
        }

        return header[0] == Over;
    }
}
