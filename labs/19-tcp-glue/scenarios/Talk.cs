using System;
using System.Net.Sockets;
using System.Threading;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The client's side of connections: it sends and reads streams, and reports what came of it.</summary>
internal sealed class Talk(RandomSource seed)
{
    private const int PieceSize = 8_000;
    private const ulong Look = 100_000;

    private readonly RandomSource seed = seed;
    private long moved;
    private int running;

    /// <summary>Bytes that were sent or read, by all connections: as long as there are more, something goes on.</summary>
    internal long Moved => moved;

    /// <summary>How many of the connections' threads run.</summary>
    internal int Running => running;

    /// <summary>Starts a thread for a connection, which is closed at its end.</summary>
    internal void Start(Socket socket, Action<Socket> body)
    {
        Interlocked.Increment(ref running);
        bool isStarted = Euralios.Std.Thread.TryStart(
            () =>
            {
                body(socket);
                socket.Close();
                Interlocked.Decrement(ref running);
            },
            out _,
            out _);
        if (!isStarted)
            Interlocked.Decrement(ref running);
    }

    /// <summary>Waits until a condition holds, as long as bytes move.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="patience">For how long nothing may move, in microseconds.</param>
    internal bool Await(Func<bool> condition, ulong patience)
    {
        long seen = Moved;
        ulong still = 0;
        while (!condition())
        {
            SystemCall.Sleep(Look);
            still = Moved == seen ? still + Look : 0;
            seen = Moved;
            if (still >= patience)
                return false;
        }

        return true;
    }

    /// <summary>Plays something that may come to a stop, and waits for its end as long as bytes move.</summary>
    internal void Play(Action body, ulong patience)
    {
        bool isDone = false;
        bool isStarted = Euralios.Std.Thread.TryStart(
            () =>
            {
                body();
                isDone = true;
            },
            out _,
            out _);
        if (isStarted)
            Await(() => isDone, patience);
    }

    internal void HasMoved(int bytes) => Interlocked.Add(ref moved, bytes);

    /// <summary>Sends a stream's first bytes.</summary>
    internal bool TrySend(Socket socket, uint stream, int length, out Error error)
    {
        error = Error.None;
        var pattern = new Pattern(seed, stream);
        byte[] piece = new byte[PieceSize];
        for (int sent = 0; sent < length;)
        {
            Span<byte> bytes = piece.AsSpan(0, Math.Min(PieceSize, length - sent));
            pattern.Next(bytes);
            if (!socket.TrySend(bytes, out error))
                return false;
            sent += bytes.Length;
            HasMoved(bytes.Length);
        }

        return true;
    }

    /// <summary>Reads until the end and reports how much of a stream that was, and how it ended.</summary>
    /// <param name="socket">The connection.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="length">After how many bytes the other end is told that they came; 0 for never.</param>
    internal void Read(Socket socket, uint stream, int length = 0)
    {
        var pattern = new Pattern(seed, stream);
        byte[] piece = new byte[PieceSize];
        int matching = 0;
        int count = 0;
        Error error;
        while (socket.TryReceive(piece, out int came, out error) && came > 0)
        {
            if (matching == count)
                matching += pattern.Match(piece.AsSpan(0, came));
            count += came;
            HasMoved(came);
            if (count == length)
                socket.TrySend([1], out _);
        }

        Trace.Event("glue.read").Number("stream", stream).Number("bytes", (ulong)count).Number("right", (ulong)matching)
            .Number("error", (ulong)error).End();
    }

    /// <summary>Sends back all that comes, until its end.</summary>
    internal void Echo(Socket socket)
    {
        byte[] piece = new byte[PieceSize];
        while (socket.TryReceive(piece, out int came, out _) && came > 0)
        {
            if (!socket.TrySend(piece.AsSpan(0, came), out _))
                break;
            HasMoved(came);
        }
    }
}
