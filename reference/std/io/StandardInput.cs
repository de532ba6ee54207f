using System;

namespace Euralios.Std;

/// <summary>
/// Handle 0: text that another program writes, and keys that a person types. What is typed is edited by lines and echoed, unless a single key is
/// asked for.
/// </summary>
internal static class StandardInput
{
    private static readonly InputBuffer Buffer = new();
    private static readonly LineEditor Editor = new();

    private static bool isClosed;

    /// <summary>Ctrl-D was typed, and nobody has been told yet.</summary>
    private static bool isEndTyped;

    /// <summary>Whether what came last may have been a question that has no answer yet.</summary>
    private static bool owesAnswer;

    /// <summary>Whether the last that came was written by a program, not typed.</summary>
    internal static bool IsFromProgram { get; private set; }

    private static bool IsEnd => isClosed || isEndTyped;

    /// <summary>Reads a line; false at the end of the input.</summary>
    internal static bool TryReadLine(out string line)
    {
        bool isRead;
        while (!(isRead = Buffer.TryTakeLine(IsEnd, out line)) && !IsEnd)
            ReceiveLine();
        isEndTyped &= isRead;
        return isRead;
    }

    /// <summary>Reads a line that is not shown.</summary>
    internal static bool TryReadSecret(out string line)
    {
        Editor.IsHidden = true;
        bool isRead = TryReadLine(out line);
        Editor.IsHidden = false;
        return isRead;
    }

    /// <summary>Reads a character of a line, or looks at it; false at the end of the input.</summary>
    internal static bool TryReadCharacter(out uint codePoint)
    {
        bool isRead;
        while (!(isRead = Buffer.TryTakeCodePoint(IsEnd, out codePoint)) && !IsEnd)
            ReceiveLine();
        isEndTyped &= isRead;
        return isRead;
    }

    /// <summary>Reads bytes, as many as there are; none at the end of the input.</summary>
    internal static int ReadBytes(Span<byte> destination)
    {
        if (destination.IsEmpty)
            return 0;
        while (Buffer.IsEmpty && !IsEnd)
            ReceiveLine();
        bool isEnd = Buffer.IsEmpty;
        isEndTyped &= !isEnd;
        return Buffer.TakeBytes(destination);
    }

    /// <summary>Reads a key as it is; see CHAR. What a program writes is keys too. False at the end of the input.</summary>
    internal static bool TryReadKey(out ulong code)
    {
        while (true)
        {
            if (Buffer.TryTakeCodePoint(isClosed, out uint codePoint))
            {
                code = codePoint;
                return true;
            }

            code = 0;
            if (isClosed || Receive(out code))
                return !isClosed;
        }
    }

    /// <summary>Waits until there is something more in the buffer, or the input has ended.</summary>
    private static void ReceiveLine()
    {
        while (Receive(out ulong code))
        {
            LineState state = Editor.Type(code);
            if (!Editor.Echo.IsEmpty && ConsoleScreen.ShowsInput)
            {
                StandardOutput.Write(Editor.Echo);
                StandardOutput.Flush();
            }

            isEndTyped = state == LineState.EndOfInput;
            if (state == LineState.Finished)
                Buffer.Append(Editor.TakeLine());
            if (state != LineState.Editing)
                return;
        }
    }

    /// <summary>Waits for a message, or the end of the input.</summary>
    /// <param name="code">The key, if one was typed.</param>
    /// <returns>Whether it was; if not, text is in the buffer or the input has ended.</returns>
    private static bool Receive(out ulong code)
    {
        code = 0;
        StandardOutput.Flush();
        for (int attempt = 0; ;)
        {
            if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out Error error))
            {
                isClosed = error != Error.ReceiveBlocking;
                if (isClosed)
                    return false;

                // Somebody asked where nothing is to be asked. Or another program reads there for the moment.
                if (owesAnswer)
                    Answer.Send(Handle.StandardInput, new Message(Tags.UnknownMessage));
                else
                    Patience.Wait(attempt++);
                owesAnswer = false;
                continue;
            }

            if (message.Tag == Tags.Character && !message.IsLong)
            {
                owesAnswer = true;
                IsFromProgram = false;
                code = message.First.Value;
                return true;
            }

            owesAnswer = false;
            if (message.Tag != Tags.Write || !message.TryGetBytes(out ReadOnlySpan<byte> text))
            {
                message.Release();
                Answer.Send(Handle.StandardInput, new Message(message.Tag == Tags.Write ? Tags.InvalidFormat : Tags.UnknownMessage));
                continue;
            }

            Buffer.Append(text);
            message.Release();
            Answer.Send(Handle.StandardInput, new Message(Tags.Ok, (ulong)text.Length));
            IsFromProgram = true;
            if (!text.IsEmpty)
                return false;
        }
    }
}
