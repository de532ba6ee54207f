using System;
using System.Net.Sockets;
using Euralios.Std;

namespace Euralios.Programs.Http;

/// <summary>A client's connection, from its first request to its end; in a thread of its own.</summary>
internal sealed class Client
{
    private const int MillisecondsInSecond = 1000;
    private const int MicrosecondsInMillisecond = 1000;

    /// <summary>What is still taken from a client that has had its last answer, in bytes and in milliseconds: a reset could take the answer away from it.</summary>
    private const int MostDrained = 64 << 10;
    private const int LongestDrain = 2_000;

    private readonly Socket socket;
    private readonly Responder responder;
    private readonly HeadBuffer head = new();
    private readonly string name;
    private readonly int patience;

    /// <summary>A client that has connected.</summary>
    /// <param name="socket">The connection.</param>
    /// <param name="site">What is served.</param>
    /// <param name="patience">How long its next request may take to come, and a piece of an answer to be taken, in seconds.</param>
    internal Client(Socket socket, Site site, int patience)
    {
        this.patience = patience * MillisecondsInSecond;
        this.socket = socket;
        responder = new Responder(site, socket);
        name = socket.TryGetEndpoints(out _, out System.Net.IPEndPoint? remote, out _) ? remote!.Address.ToString() : "-";
    }

    /// <summary>Whether it has taken nothing of an answer for as long as its patience allows.</summary>
    internal bool IsStalled =>
        responder.SendingSince is > 0 and var since && Clock.Microseconds is var now && now > since && (now - since) / MicrosecondsInMillisecond > (ulong)patience;

    /// <summary>Breaks off the connection of a client that is stalled. Its thread, which waits until something is taken, ends.</summary>
    internal void Abort() => socket.TryAbort(out _);

    /// <summary>Answers requests until there are no more, then closes the connection.</summary>
    internal void Serve()
    {
        bool goesOn = socket.TrySetNoDelay(true, out _);
        while (goesOn)
            goesOn = TryServeOne();
        if (responder.Status != 0 && socket.TryShutdown(out _))
            Drain();
        socket.Close();
    }

    private bool TryServeOne()
    {
        int status = ReceiveHead(out ReadOnlySpan<byte> bytes);
        if (status < 0)
            return false;
        HttpRequest? request = null;
        if (status == 0 && RequestParser.TryParse(bytes, out request, out status))
        {
            head.Remove();
            bool goesOn = responder.TryAnswer(request!);
            Log($"{request!.Method} {request.Target}");
            return goesOn;
        }

        responder.Refuse(status);
        Log("-");
        return false;
    }

    /// <summary>Receives until a head is whole.</summary>
    /// <returns>0; the status to refuse with; or below 0 where nothing is to be said.</returns>
    private int ReceiveHead(out ReadOnlySpan<byte> bytes)
    {
        long end = Environment.TickCount64 + patience;
        while (true)
        {
            switch (head.Next(out bytes))
            {
                case HeadState.Complete:
                    return 0;
                case HeadState.LineTooLong:
                    return HttpStatus.TargetTooLong;
                case HeadState.FieldsTooLong:
                    return HttpStatus.FieldsTooLarge;
            }

            long left = end - Environment.TickCount64;
            socket.ReceiveTimeout = (int)Math.Max(left, 1);
            Error error = Error.TimedOut;
            int count = 0;
            if (left <= 0 || !socket.TryReceive(head.Room, out count, out error))
                return error == Error.TimedOut && !head.IsEmpty ? HttpStatus.RequestTimeout : -1;
            if (count == 0)
                return head.IsEmpty ? -1 : HttpStatus.BadRequest;
            head.Add(count);
        }
    }

    private void Drain()
    {
        byte[] bytes = new byte[4096];
        long end = Environment.TickCount64 + LongestDrain;
        int total = 0;
        while (total < MostDrained && end - Environment.TickCount64 is > 0 and var left)
        {
            socket.ReceiveTimeout = (int)left;
            if (!socket.TryReceive(bytes, out int count, out _) || count == 0)
                return;
            total += count;
        }
    }

    private void Log(string request) => Console.WriteLine($"{name} {request} {responder.Status} {responder.Sent}");
}
