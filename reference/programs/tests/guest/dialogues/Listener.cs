using System;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>The other end of a shell's output: shows what is written, and answers as a terminal does, if there is somebody who types.</summary>
internal static class Listener
{
    private const ulong Columns = 60, Rows = 10;

    /// <summary>Serves until the shell has ended.</summary>
    internal static ProcessEnd Serve(Handle screen, Process process, Typist? typist)
    {
        while (true)
        {
            if (!SystemCall.TryReceiveAny([screen, process.Handle], SystemCall.Forever, out int index, out Message message, out Error error))
            {
                if (error != Error.Closed)
                    Console.WriteLine($"dialogue.error {error.Text()}");
                process.TryWait(SystemCall.Forever, out ProcessEnd end, out _);
                SystemCall.TryClose(process.Handle, out _);
                return end;
            }

            if (index == 1)
            {
                SystemCall.TryClose(process.Handle, out _);
                return new ProcessEnd((int)message.First.Value, (EndReason)(message.Second.Value & 0xFF), (int)(message.Second.Value >> 8));
            }

            Answer(screen, message, typist);
        }
    }

    private static void Answer(Handle screen, in Message message, Typist? typist)
    {
        switch (message.Tag)
        {
            case Tags.Write when message.TryGetBytes(out ReadOnlySpan<byte> text):
                // Escape sequences as people can read them.
                Console.Write(Text.FromUtf8(text).Replace('\e', '~'));
                Std.Answer.Send(screen, new Message(Tags.Ok, (ulong)text.Length));
                break;
            case Tags.TerminalSize when typist is not null:
                Std.Answer.Send(screen, new Message(Tags.Ok, Columns, Rows));
                break;
            case Tags.TerminalMode when typist is not null:
                typist.SetMode(message.First.Value);
                Std.Answer.Send(screen, new Message(Tags.Ok));
                break;
            case Tags.TerminalInterrupts when typist is not null:
                Std.Answer.Send(screen, new Message(Tags.CommunicationHandle, typist.NewListener()));
                break;
            default:
                Std.Answer.Send(screen, new Message(Tags.UnknownMessage));
                break;
        }

        message.Release();
    }
}
