using System;
using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>
/// What the system's programs have as standard output: what they write there is reported, on the screen's first console or, without a screen, on the
/// kernel's; and a terminal offers its sessions there.
/// </summary>
internal static class SystemService
{
    private static readonly Lock Gate = new();
    private static Handle requests;
    private static Handle output;
    private static Handle screen;
    private static bool hasScreen;

    // What was reported before there was a screen: a page of it is kept for the screen.
    private static readonly byte[] Early = new byte[SystemCall.PageSize];
    private static int earlyLength;

    /// <summary>Starts the thread that serves.</summary>
    internal static bool TryStart(out Error error) =>
        SystemCall.TryNewRendezvous(out requests, out output, out error) && Std.Thread.TryStart(Serve, out _, out error);

    /// <summary>A program's standard output.</summary>
    internal static bool TryGetOutput(out Handle copy, out Error error) => SystemCall.TryCopy(output, out copy, out error);

    /// <summary>Reports go to a console of the screen from now on.</summary>
    internal static void ShowOn(Handle writer)
    {
        int length;
        lock (Gate)
        {
            screen = writer;
            hasScreen = true;
            length = earlyLength;
        }

        if (MemoryChunk.TryCreate(Early.AsSpan(0, length), out MemoryChunk chunk, out _))
        {
            var early = new Message(Tags.Write, (ulong)length, chunk);
            RemoteCall.TryCall(screen, ref early, out _, out _);
        }
    }

    /// <summary>Reports something of <c>init</c>'s own.</summary>
    internal static void Report(string text)
    {
        byte[] bytes = Text.ToUtf8(text);
        if (MemoryChunk.TryCreate(bytes, out MemoryChunk chunk, out _))
            Report(new Message(Tags.Write, (ulong)bytes.Length, chunk));
    }

    private static void Serve()
    {
        while (true)
        {
            if (!SystemCall.TryReceive(requests, out Message message, out _))
                return;
            switch (message.Tag)
            {
                case Tags.Write:
                    ulong length = message.First.Value;
                    bool isText = message.TryGetBytes(out _);
                    Answer.Send(requests, isText ? new Message(Tags.Ok, length) : new Message(Tags.InvalidFormat));
                    if (isText)
                        Report(message);
                    else
                        message.Release();
                    break;
                case Tags.Session when message.First.IsHandle(out Handle keys) && message.Second.IsHandle(out Handle writer):
                    if (SingleRun.IsWanted)
                        SingleRun.Begin(keys, writer);
                    else
                        Sessions.Begin(keys, writer);
                    break;
                case Tags.Character or Tags.Close or Tags.Interrupt or Tags.Session:
                    message.Release();
                    break;
                default:
                    message.Release();
                    Answer.Send(requests, new Message(Tags.UnknownMessage));
                    break;
            }
        }
    }

    /// <summary>Passes text on. The memory goes with it.</summary>
    private static void Report(Message text)
    {
        bool isShown;
        lock (Gate)
            isShown = hasScreen;
        if (isShown)
        {
            RemoteCall.TryCall(screen, ref text, out _, out _);
            return;
        }

        text.TryGetBytes(out ReadOnlySpan<byte> bytes);
        lock (Gate)
        {
            ReadOnlySpan<byte> kept = bytes.Slice(0, Math.Min(bytes.Length, Early.Length - earlyLength));
            kept.CopyTo(Early.AsSpan(earlyLength));
            earlyLength += kept.Length;
        }

        for (; !bytes.IsEmpty; bytes = bytes.Slice(Math.Min(bytes.Length, SystemCall.LongestDebugText)))
            SystemCall.TryDebugWrite(bytes.Slice(0, Math.Min(bytes.Length, SystemCall.LongestDebugText)), out _);
        text.Release();
    }
}
