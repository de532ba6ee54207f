using System;
using System.Threading;

namespace Euralios.Std;

/// <summary>
/// A console as a server: text comes as questions to an output, keys go to an input (handouts/protocols.md, "Terminals"). Both belong to a
/// session, which is over when nobody holds its output any more.
/// </summary>
public sealed class TerminalConsole(ITerminal terminal)
{
    private const ulong InterruptMode = 1;
    private const ulong Pause = 1_000_000;

    private readonly Lock gate = new();
    private readonly InterruptListeners listeners = new();
    private SessionInput? input;
    private ulong mode;

    /// <summary>Serves writers until nobody holds the output's other end, and closes this one.</summary>
    public void Serve(Handle output)
    {
        while (true)
        {
            if (SystemCall.TryReceive(output, out Message message, out Error error))
            {
                Answer(output, message);
                continue;
            }

            if (error is Error.Closed or Error.InvalidHandle)
                break;

            // Whoever holds the other end may receive there, against the rules. He stops only himself.
            SystemCall.Sleep(Pause / 100);
        }

        SystemCall.TryClose(output, out _);
    }

    /// <summary>Serves one session after another; does not return.</summary>
    /// <param name="starter">Where SESSION goes: to the program that starts one.</param>
    public void ServeSessions(Handle starter)
    {
        while (true)
        {
            ulong begin = Clock.Microseconds;
            terminal.Reset();
            if (TryBegin(starter, out Handle output))
                Serve(output);
            lock (gate)
            {
                input?.End();
                input = null;
                mode = 0;
            }

            listeners.Clear();

            // A session that ends at once is not begun again and again as fast as the machine can.
            if (Clock.Microseconds - begin < Pause)
                SystemCall.Sleep(Pause);
        }
    }

    /// <summary>A key was pressed. Never waits for a program.</summary>
    public void Press(ulong key)
    {
        SessionInput? receiver;
        bool interrupts;
        lock (gate)
        {
            receiver = input;
            interrupts = key == Keys.Interrupt && mode == InterruptMode;
        }

        if (!interrupts)
        {
            receiver?.Add(key);
            return;
        }

        // What was typed ahead was meant for the program that is to end.
        receiver?.Clear();
        listeners.Interrupt();
    }

    /// <summary>Makes a session's ends, and lets a thread offer the other ones to the starter: the output must be received from before.</summary>
    private bool TryBegin(Handle starter, out Handle output)
    {
        output = default;
        if (!SystemCall.TryNewRendezvous(out Handle keys, out Handle inputEnd, out _))
            return false;
        if (!SessionInput.TryStart(keys, out SessionInput? started, out _))
        {
            SystemCall.TryClose(keys, out _);
            SystemCall.TryClose(inputEnd, out _);
            return false;
        }

        if (!SystemCall.TryNewRendezvous(out output, out Handle outputEnd, out _))
        {
            started!.End();
            SystemCall.TryClose(inputEnd, out _);
            return false;
        }

        if (!Thread.TryStart(() => Offer(starter, inputEnd, outputEnd), out _, out _))
        {
            started!.End();
            SystemCall.TryClose(inputEnd, out _);
            SystemCall.TryClose(output, out _);
            SystemCall.TryClose(outputEnd, out _);
            return false;
        }

        lock (gate)
            input = started;
        return true;
    }

    /// <summary>Sends SESSION. If nobody takes it the ends are closed, and so the session is over.</summary>
    private static void Offer(Handle starter, Handle inputEnd, Handle outputEnd)
    {
        var message = new Message(Tags.Session, inputEnd, outputEnd);
        Error error;
        while (!SystemCall.TrySend(starter, ref message, out error))
        {
            // Another console may be offering a session.
            if (error != Error.SendBlocking)
            {
                SystemCall.Sleep(Pause);
                message.Release();
                return;
            }

            SystemCall.Sleep(Pause / 100);
        }
    }

    private void Answer(Handle output, in Message question)
    {
        switch (question.Tag)
        {
            case Tags.Write:
                Reply(output, Write(question));
                break;
            case Tags.Character:
                // An echo, as the original's library sends it: no answer.
                Span<byte> character = stackalloc byte[Utf8.LongestCharacter];
                if (question.First.Kind == ItemKind.Value && question.First.Value <= 0x10_FFFF)
                    terminal.Write(character.Slice(0, Utf8.Encode((uint)question.First.Value, character)));
                question.Release();
                break;
            case Tags.TerminalSize:
                question.Release();
                Reply(output, new Message(Tags.Ok, (ulong)terminal.Columns, (ulong)terminal.Rows));
                break;
            case Tags.TerminalMode:
                question.Release();
                Reply(output, SetMode(question));
                break;
            case Tags.TerminalInterrupts:
                question.Release();
                Listen(output);
                break;
            case Tags.Close or Tags.Interrupt or Tags.Session:
                question.Release();
                break;
            default:
                question.Release();
                Reply(output, new Message(Tags.UnknownMessage));
                break;
        }
    }

    private Message Write(in Message question)
    {
        if (!question.TryGetBytes(out ReadOnlySpan<byte> text))
        {
            question.Release();
            return new Message(Tags.InvalidFormat);
        }

        terminal.Write(text);
        question.Release();
        return new Message(Tags.Ok, (ulong)text.Length);
    }

    private Message SetMode(in Message question)
    {
        if (question.First.Kind != ItemKind.Value || question.First.Value > InterruptMode)
            return new Message(Tags.InvalidValue);
        lock (gate)
        {
            var answer = new Message(Tags.Ok, mode);
            mode = question.First.Value;
            return answer;
        }
    }

    private void Listen(Handle output)
    {
        if (!SystemCall.TryNewRendezvous(out Handle sender, out Handle receiver, out Error error))
        {
            Reply(output, new Message(Tags.Error, (ulong)error));
            return;
        }

        listeners.Add(sender);

        // If the asker is gone the handle is closed here, and the listener is found gone when it is needed.
        Reply(output, new Message(Tags.CommunicationHandle, receiver));
    }

    /// <summary>Answers whoever waits for it. What nobody waits for is given back.</summary>
    private static void Reply(Handle output, Message answer)
    {
        if (!SystemCall.TryReply(output, ref answer, out _))
            answer.Release();
    }
}
