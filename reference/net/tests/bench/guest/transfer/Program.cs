using System;
using System.Net.Sockets;
using Euralios.Std;

namespace Euralios.Net.Bench;

/// <summary>
/// <c>transfer receive|send PORT BYTES</c> over one connection to the router, and the guest's microseconds from the first byte to the last;
/// <c>transfer many PORT COUNT BYTES</c> over many at once, and the memory of the network stack for each.
/// </summary>
internal static class Program
{
    private const string Router = "10.0.2.2";
    private const int PieceLength = 64 << 10;
    private const int MostProcesses = 256;

    private static readonly byte[] Piece = new byte[PieceLength];

    private static int Main(string[] args)
    {
        int port = int.Parse(args[1]);
        return args[0] switch
        {
            "receive" => One(port, socket => Receive(socket, long.Parse(args[2]))),
            "send" => One(port, socket => Send(socket, long.Parse(args[2]))),
            _ => Many(port, int.Parse(args[2]), long.Parse(args[3])),
        };
    }

    private static int One(int port, Func<Socket, Error> move)
    {
        if (!Socket.TryConnect(Router, port, out Socket? socket, out Error error))
            return Fail(error);
        ulong begin = Clock.Microseconds;
        error = move(socket!);
        ulong end = Clock.Microseconds;
        socket!.Close();
        if (error != Error.None)
            return Fail(error);
        Console.WriteLine($"time {end - begin}");
        return 0;
    }

    private static int Many(int port, int count, long length)
    {
        ulong before = MemoryOfStack();
        var sockets = new Socket[count];
        for (int i = 0; i < count; i++)
        {
            if (!Socket.TryConnect(Router, port, out Socket? socket, out Error error))
                return Fail(error);
            sockets[i] = socket!;
        }

        ulong idle = MemoryOfStack();
        ulong begin = Clock.Microseconds;
        if (!AutoResetEvent.TryCreate(out AutoResetEvent? ended, out _))
            return Fail(Error.Memory);
        int open = count;
        Error failure = Error.None;
        foreach (Socket socket in sockets)
        {
            Thread.TryStart(
                () =>
                {
                    Error error = Receive(socket, length);
                    if (error != Error.None)
                        failure = error;
                    if (System.Threading.Interlocked.Decrement(ref open) == 0)
                        ended!.Set();
                },
                out _,
                out _);
        }

        ended!.Wait();
        ulong end = Clock.Microseconds;
        ulong busy = MemoryOfStack();
        if (failure != Error.None)
            return Fail(failure);
        Console.WriteLine($"time {end - begin} idle {(idle - before) / (ulong)count} busy {(busy - before) / (ulong)count}");
        return 0;
    }

    private static Error Receive(Socket socket, long length)
    {
        byte[] piece = new byte[PieceLength];
        while (length > 0)
        {
            if (!socket.TryReceive(piece, out int count, out Error error))
                return error;
            if (count == 0)
                return Error.Closed;
            length -= count;
        }

        return Error.None;
    }

    private static Error Send(Socket socket, long length)
    {
        for (long sent = 0; sent < length; sent += PieceLength)
        {
            if (!socket.TrySend(new ReadOnlySpan<byte>(Piece, 0, (int)Math.Min(PieceLength, length - sent)), out Error error))
                return error;
        }

        // The other end says a byte when it has all of it.
        return socket.TryReceive(new Span<byte>(Piece, 0, 1), out _, out Error failure) ? Error.None : failure;
    }

    private static ulong MemoryOfStack()
    {
        var records = new ProcessStatistics[MostProcesses];
        SystemCall.TryGetStatistics(out SystemStatistics system, records, out _);
        for (int i = 0; i < (int)system.Records; i++)
        {
            if (Text.FromUtf8(records[i].Name).StartsWith("tcp\0"))
                return records[i].Frames * SystemCall.PageSize;
        }

        return 0;
    }

    private static int Fail(Error error)
    {
        Console.WriteLine($"failed: {error.Text()}");
        return 1;
    }
}
