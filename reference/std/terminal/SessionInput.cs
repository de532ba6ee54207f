using System.Threading;

namespace Euralios.Std;

/// <summary>
/// The keys of one session, on their way to its standard input. A thread of its own sends them, and waits where nobody reads: so a program that reads
/// nothing holds up nobody but itself. The thread owns the handle, and ends with the session.
/// </summary>
internal sealed class SessionInput
{
    /// <summary>How many keys may be typed ahead.</summary>
    internal const int Capacity = 4096;

    private readonly Lock gate = new();
    private readonly KeyQueue keys = new(Capacity);
    private readonly AutoResetEvent pressed;
    private readonly Handle handle;
    private bool isSending;
    private bool isOver;

    private SessionInput(Handle handle, AutoResetEvent pressed)
    {
        this.handle = handle;
        this.pressed = pressed;
    }

    /// <summary>Begins to send to a handle, which is this object's if that succeeds.</summary>
    internal static bool TryStart(Handle handle, out SessionInput? input, out Error error)
    {
        input = null;
        if (!AutoResetEvent.TryCreate(out AutoResetEvent? pressed, out error))
            return false;
        var started = new SessionInput(handle, pressed!);
        if (!Thread.TryStart(started.Run, out _, out error))
        {
            pressed!.Close();
            return false;
        }

        input = started;
        return true;
    }

    /// <summary>Adds a key; drops it if too many wait already.</summary>
    internal void Add(ulong key)
    {
        lock (gate)
        {
            if (!isOver && keys.TryAdd(key))
                pressed.Set();
        }
    }

    /// <summary>Forgets what was typed ahead, the key that waits to be received too: it is received here.</summary>
    internal void Clear()
    {
        lock (gate)
        {
            keys.Clear();
            if (isSending)
                SystemCall.TryReceive(handle, 0, out _, out _);
        }
    }

    /// <summary>The session is over: the thread ends, as soon as nobody keeps it waiting.</summary>
    internal void End()
    {
        lock (gate)
        {
            isOver = true;
            keys.Clear();
            pressed.Set();
        }
    }

    private void Run()
    {
        while (true)
        {
            pressed.Wait();
            while (TryTake(out ulong key))
            {
                // A key that nobody can receive any more is lost.
                var message = new Message(Tags.Character, key);
                SystemCall.TrySend(handle, ref message, out _);
            }

            lock (gate)
            {
                if (!isOver)
                    continue;
                SystemCall.TryClose(handle, out _);
                pressed.Close();
                return;
            }
        }
    }

    private bool TryTake(out ulong key)
    {
        lock (gate)
        {
            isSending = keys.TryTake(out key);
            return isSending;
        }
    }
}
