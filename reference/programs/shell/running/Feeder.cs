using System;
using System.IO;
using System.Threading;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>A thread of the shell that writes to a program's input: what is in a file, or what a built-in command wrote.</summary>
internal static class Feeder
{
    private const int PieceLength = 64 << 10;

    /// <summary>Begins to write a file. Handle and file are the thread's, also where it could not be started.</summary>
    internal static bool TryStart(FileStream file, Handle pipe, out Error error)
    {
        if (Std.Thread.TryStart(() => Feed(file, pipe), out _, out error))
            return true;
        file.TryClose(out _);
        SystemCall.TryClose(pipe, out _);
        return false;
    }

    /// <summary>Begins to write a text. The handle is the thread's, also where it could not be started.</summary>
    internal static bool TryStart(byte[] text, Handle pipe, out Error error)
    {
        if (Std.Thread.TryStart(() => Feed(text, pipe), out _, out error))
            return true;
        SystemCall.TryClose(pipe, out _);
        return false;
    }

    private static void Feed(FileStream file, Handle pipe)
    {
        byte[] piece = new byte[PieceLength];
        while (file.TryRead(piece, out int count, out _) && count > 0 && TryWrite(pipe, new ReadOnlySpan<byte>(piece, 0, count)))
        {
        }

        file.TryClose(out _);
        SystemCall.TryClose(pipe, out _);
    }

    private static void Feed(byte[] text, Handle pipe)
    {
        if (text.Length > 0)
            TryWrite(pipe, text);
        SystemCall.TryClose(pipe, out _);
    }

    /// <summary>Waits until the reader has taken the text; false where it is gone.</summary>
    internal static bool TryWrite(Handle pipe, ReadOnlySpan<byte> text)
    {
        bool isTaken = RemoteText.TryAsk(pipe, Tags.Write, text, Tags.Ok, out Message answer, out _);
        answer.Release();
        return isTaken;
    }
}
