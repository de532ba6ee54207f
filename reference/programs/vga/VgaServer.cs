using System;
using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Vga;

/// <summary>
/// The consoles of the screen. Console 0 is the system's log, F1; consoles 1 to 4 have a session each, F2 to F5, which begins when the
/// console is first shown; the others belong to whoever opens one. Nothing is shown before somebody asks for a console: who reads "login:" there must be able to
/// type.
/// </summary>
internal sealed class VgaServer(Display display)
{
    private const int Consoles = 16;
    private const int FirstSession = 1;
    private const int LastSession = 4;
    private const ulong Retry = 10_000;

    private readonly Lock gate = new();
    private readonly ScreenConsole?[] consoles = new ScreenConsole?[Consoles];

    // Consoles that somebody opened and has not closed.
    private readonly int[] isOpen = new int[Consoles];
    private int shown = -1;

    /// <summary>Serves the handle; returns when nobody else has it.</summary>
    internal Error Serve(Handle requests)
    {
        Get(0);
        while (true)
        {
            if (SystemCall.TryReceive(requests, out Message message, out Error error))
                Answer(requests, message);
            else if (error is Error.Closed or Error.InvalidHandle)
                return error;
            else
                SystemCall.Sleep(Retry);
        }
    }

    private void Answer(Handle requests, in Message message)
    {
        message.Release();
        switch (message.Tag)
        {
            case Tags.Character:
                Press(message.First.Value);
                break;
            case Tags.Write when message.Second.Kind == ItemKind.Value:
                Show(message.First.Value < Consoles ? (int)message.First.Value : -1);
                break;
            case Tags.OpenReadWrite:
                Open(requests);
                break;
            case Tags.Close or Tags.Interrupt or Tags.Session:
                break;
            default:
                Reply(requests, new Message(Tags.UnknownMessage));
                break;
        }
    }

    private void Press(ulong key)
    {
        switch (key)
        {
            case Keys.F1:
                Show(0);
                break;
            case Keys.F2 or Keys.F3 or Keys.F4 or Keys.F5:
                Show(FirstSession + (int)((key - Keys.F2) >> 8));
                break;
            default:
                if (shown >= 0)
                    consoles[shown]?.Press(key);
                break;
        }
    }

    /// <summary>Shows a console; one that is not there, and is no session's, changes nothing.</summary>
    private void Show(int number)
    {
        bool isSession = number is >= FirstSession and <= LastSession;
        if (number == shown || number < 0 || (consoles[number] is null && !isSession))
            return;
        bool isNew = consoles[number] is null;
        ScreenConsole console = Get(number);
        lock (gate)
        {
            if (shown >= 0)
                consoles[shown]!.Show(false);
            console.Show(true);
        }

        shown = number;
        if (isNew && isSession && !Std.Thread.TryStart(() => console.ServeSessions(Handle.StandardOutput), out _, out Error error))
            KernelLog.WriteLine($"[vga] console {number}: {error.Text()}");
    }

    private ScreenConsole Get(int number) => consoles[number] ??= new ScreenConsole(gate, display);

    /// <summary>Opens the lowest console that is free and no session's.</summary>
    private void Open(Handle requests)
    {
        int number = 0;
        while (number < Consoles && (Volatile.Read(ref isOpen[number]) != 0 || number is >= FirstSession and <= LastSession))
            number++;
        if (number == Consoles)
        {
            Reply(requests, new Message(Tags.Error, (ulong)Error.Memory));
            return;
        }

        if (!SystemCall.TryNewRendezvous(out Handle output, out Handle writer, out Error error))
        {
            Reply(requests, new Message(Tags.Error, (ulong)error));
            return;
        }

        ScreenConsole console = Get(number);
        Volatile.Write(ref isOpen[number], 1);
        if (!Std.Thread.TryStart(() => Serve(console, number, output), out _, out error))
        {
            Volatile.Write(ref isOpen[number], 0);
            SystemCall.TryClose(output, out _);
            SystemCall.TryClose(writer, out _);
            Reply(requests, new Message(Tags.Error, (ulong)error));
            return;
        }

        var answer = new Message(Tags.CommunicationHandle, writer, (ulong)number);
        if (SystemCall.TryReply(requests, ref answer, out _))
            return;

        // Nobody writes there, which the thread must be told: it may not wait yet, and later it would wait for ever.
        if (answer.First.IsHandle(out writer))
        {
            var end = new Message(Tags.Close);
            SystemCall.TrySend(writer, ref end, out _);
            SystemCall.TryClose(writer, out _);
        }
    }

    private void Serve(ScreenConsole console, int number, Handle output)
    {
        console.Serve(output);
        Volatile.Write(ref isOpen[number], 0);
    }

    private static void Reply(Handle requests, Message answer)
    {
        if (!SystemCall.TryReply(requests, ref answer, out _))
            answer.Release();
    }
}
