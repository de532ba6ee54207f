using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>What a client makes of a server that says what is not so.</summary>
internal static class Liars
{
    private const int Kinds = 8;

    private static Handle mount;
    private static Handle file;
    private static int kind;

    internal static void Ask()
    {
        for (kind = 0; kind < Kinds; kind++)
        {
            Expect.Done(SystemCall.TryNewRendezvous(out mount, out Handle mounted, out Error error), error);
            Expect.Done(SystemCall.TryMount(mounted, "/liar"u8, out error), error);
            Expect.Done(Thread.TryStart(Serve, out _, out error), error);
            AskOne();
            SystemCall.TryUnmount("/liar"u8, out _);
            SystemCall.Yield();
        }
    }

    private static void AskOne()
    {
        const Error Wrong = Error.UnexpectedReply;
        Error error;
        switch (kind)
        {
            case 0 or 1 or 2 or 3 or 4:
                Expect.Refused(File.TryReadAllBytes("/liar/f", out _, out error), error, Wrong);
                break;
            case 5:
                Expect.Refused(File.TryWriteAllText("/liar/f", "text", out error), error, Wrong);
                break;
            case 6:
                Expect.Refused(Directory.TryGetFiles("/liar", out _, out error), error, Wrong);
                break;
            default:
                Expect.Refused(File.TryGetLength("/liar/f", out _, out error), error, Wrong);
                break;
        }
    }

    /// <summary>Answers until nobody can come.</summary>
    private static void Serve()
    {
        Handle own = mount;
        bool isOpened = false;
        while (true)
        {
            ReadOnlySpan<Handle> handles = isOpened ? [file, own] : [own];
            if (!SystemCall.TryReceiveAny(handles, SystemCall.Forever, out int index, out Message question, out _))
            {
                // The client's handle of the file is gone; the mount may still be there.
                if (!isOpened || index != 0)
                    break;
                SystemCall.TryClose(file, out _);
                isOpened = false;
                continue;
            }

            question.Release();
            Answer.Send(handles[index], Lie(question));
            isOpened |= question.Tag is >= Tags.OpenReadOnly and <= Tags.OpenOverwrite && kind != 0;
        }

        SystemCall.TryClose(own, out _);
    }

    private static Message Lie(in Message question)
    {
        switch (question.Tag)
        {
            case >= Tags.OpenReadOnly and <= Tags.OpenOverwrite:
                if (kind == 0)
                    return new Message(Tags.CommunicationHandle, 5ul, Memory());
                SystemCall.TryNewRendezvous(out file, out Handle client, out _);
                return new Message(Tags.CommunicationHandle, client, kind == 6 ? 1ul : 0);
            case Tags.Read:
                return kind switch
                {
                    1 => new Message(Tags.Data, 8192, Memory()),
                    2 => new Message(Tags.Data, 0, Memory()),
                    3 => new Message(Tags.Data, question.Second.Value + 1, Memory()),
                    _ => new Message(Tags.Json, 1, Memory()),
                };
            case Tags.Write:
                return new Message(Tags.Ok, 1ul << 40);
            case Tags.Query:
                return new Message(Tags.Json, 100, Memory());
            default:
                return new Message(Tags.Status, 1, 7);
        }
    }

    private static MemoryChunk Memory()
    {
        MemoryChunk.TryCreate("{\"files\":[{\"name\":"u8, out MemoryChunk chunk, out _);
        return chunk;
    }
}
