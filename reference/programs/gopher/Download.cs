using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using Euralios.Std;
using Thread = Euralios.Std.Thread;

namespace Euralios.Programs.Gopher;

/// <summary>
/// Fetches a document in a thread of its own (RFC 1436, section 2: the selector and a line end are sent, and what comes until the connection ends is the
/// document), while whoever wants it looks how far it is and may give up.
/// </summary>
internal sealed class Download(GopherRequest request, IDownloadTarget target)
{
    /// <summary>The longest time in which nothing comes, in microseconds.</summary>
    private const ulong LongestSilence = 30_000_000;

    /// <summary>How often a person hears how far it is.</summary>
    private const ulong LookEvery = 1_000_000;

    private const int PieceLength = 32 << 10;

    private readonly Lock gate = new();
    private AutoResetEvent? done;
    private Socket? socket;
    private bool isGivenUp;
    private ulong lastNews;
    private Error failure;

    /// <summary>The bytes that have come.</summary>
    internal long Count { get; private set; }

    /// <summary>Fetches it.</summary>
    /// <param name="look">Is called every second.</param>
    /// <param name="error">Why it has not come whole; what came is in the target.</param>
    internal bool TryRun(Action look, out Error error)
    {
        if (!AutoResetEvent.TryCreate(out done, out error))
            return false;
        lastNews = Clock.Microseconds;
        if (!Thread.TryStart(Fetch, out _, out error))
            return false;
        while (!done!.Wait(LookEvery))
        {
            look();
            if (Clock.Microseconds - lastNews <= LongestSilence)
                continue;

            // The thread ends when it hears of that; nobody waits for it.
            lock (gate)
            {
                isGivenUp = true;
                socket?.Close();
            }

            error = Error.TimedOut;
            return false;
        }

        done.Close();
        error = failure;
        return error == Error.None;
    }

    private void Fetch()
    {
        if (Socket.TryConnect(request.Address.Host, request.Address.Port, out Socket? connection, out failure))
        {
            if (TryTake(connection!))
                Receive(connection!);
            connection!.Close();
        }

        done!.Set();
    }

    /// <summary>The connection is this download's, unless it was given up.</summary>
    private bool TryTake(Socket connection)
    {
        lock (gate)
        {
            socket = connection;
            return !isGivenUp;
        }
    }

    private void Receive(Socket connection)
    {
        string query = request.Query is null ? "" : "\t" + Encoding.Latin1.GetString(Text.ToUtf8(request.Query));
        if (!connection.TrySend(Encoding.Latin1.GetBytes($"{request.Address.Selector}{query}\r\n"), out failure))
            return;
        byte[] piece = new byte[PieceLength];
        while (connection.TryReceive(piece, out int count, out failure) && count > 0)
        {
            // Whoever has given up looks at the target, and must be the only one.
            lock (gate)
            {
                if (isGivenUp || !target.TryTake(new ReadOnlySpan<byte>(piece, 0, count), out failure))
                    return;
                Count += count;
                lastNews = Clock.Microseconds;
            }
        }
    }
}
