using System.Threading;

namespace Euralios.Std;

/// <summary>
/// Those who asked a terminal for INTERRUPT, in the order in which they asked. An interrupt goes to the last who is still there. Nobody keeps the
/// terminal waiting: for a listener that does not receive just then one interrupt waits, with a thread of its own, and no second.
/// </summary>
internal sealed class InterruptListeners
{
    /// <summary>Of more listeners than this, old ones are forgotten, but not the session's first.</summary>
    internal const int Capacity = 64;

    private readonly Lock gate = new();
    private readonly Listener?[] listeners = new Listener?[Capacity];
    private int count;

    /// <summary>Adds a listener; the handle is the terminal's end of its rendezvous.</summary>
    internal void Add(Handle handle)
    {
        lock (gate)
        {
            RemoveGone();
            if (count == Capacity)
                Remove(1);
            listeners[count++] = new Listener(handle);
        }
    }

    /// <summary>Forgets all.</summary>
    internal void Clear()
    {
        lock (gate)
        {
            while (count > 0)
                Remove(count - 1);
        }
    }

    /// <summary>Tells the last listener that is still there.</summary>
    internal void Interrupt()
    {
        lock (gate)
        {
            while (count > 0)
            {
                Listener listener = listeners[count - 1]!;
                var message = new Message(Tags.Interrupt);
                if (SystemCall.TryReply(listener.Handle, ref message, out Error error))
                    return;
                if (error is not (Error.Closed or Error.InvalidHandle))
                {
                    Wait(listener);
                    return;
                }

                Remove(count - 1);
            }
        }
    }

    /// <summary>Lets an interrupt wait for its listener, unless one waits already.</summary>
    private void Wait(Listener listener)
    {
        if (listener.IsPending)
            return;
        listener.IsPending = true;
        if (!Thread.TryStart(() => Send(listener), out _, out _))
            listener.IsPending = false;
    }

    private void Send(Listener listener)
    {
        var message = new Message(Tags.Interrupt);
        SystemCall.TrySend(listener.Handle, ref message, out _);
        lock (gate)
        {
            listener.IsPending = false;
            if (listener.IsRemoved)
                SystemCall.TryClose(listener.Handle, out _);
        }
    }

    /// <summary>Forgets those who are gone: a session outlives many shells, and each listens.</summary>
    private void RemoveGone()
    {
        for (int i = count - 1; i >= 0; i--)
        {
            // Nobody sends there; but only from a rendezvous whose other end is closed nothing can ever come.
            if (SystemCall.TryReceive(listeners[i]!.Handle, 0, out Message message, out Error error))
                message.Release();
            else if (error is Error.Closed or Error.InvalidHandle)
                Remove(i);
        }
    }

    private void Remove(int index)
    {
        Listener listener = listeners[index]!;
        count--;
        for (int i = index; i < count; i++)
            listeners[i] = listeners[i + 1];
        listeners[count] = null;

        // The thread that sends there closes the handle when it is done: its number must not be another's before.
        listener.IsRemoved = true;
        if (!listener.IsPending)
            SystemCall.TryClose(listener.Handle, out _);
    }

    private sealed class Listener(Handle handle)
    {
        internal Handle Handle { get; } = handle;

        internal bool IsPending { get; set; }

        internal bool IsRemoved { get; set; }
    }
}
