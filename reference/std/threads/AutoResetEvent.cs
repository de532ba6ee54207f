using System.Threading;

namespace Euralios.Std;

/// <summary>One thread waits until others say that there is something to do. What is said while it does not wait is remembered, once.</summary>
public sealed class AutoResetEvent
{
    private const int Idle = 0;
    private const int IsSet = 1;
    private const int Waiting = 2;

    private readonly Handle waiter;
    private readonly Handle setter;
    private int state;

    private AutoResetEvent(Handle waiter, Handle setter)
    {
        this.waiter = waiter;
        this.setter = setter;
    }

    /// <summary>Makes one; it has two handles.</summary>
    public static bool TryCreate(out AutoResetEvent? signal, out Error error)
    {
        bool done = SystemCall.TryNewRendezvous(out Handle waiter, out Handle setter, out error);
        signal = done ? new AutoResetEvent(waiter, setter) : null;
        return done;
    }

    /// <summary>Lets the waiting thread go on, or the next that waits.</summary>
    public void Set()
    {
        if (Interlocked.Exchange(ref state, IsSet) != Waiting)
            return;

        // The waiter receives, or is about to: the send takes no longer than that.
        var message = new Message(Tags.Ok);
        SystemCall.TrySend(setter, ref message, out _);
    }

    /// <summary>Waits for <see cref="Set"/>. One thread only.</summary>
    public void Wait() => Wait(SystemCall.Forever);

    /// <summary>Waits for <see cref="Set"/>, no longer than a time. One thread only.</summary>
    /// <param name="microseconds">How long at most; <see cref="SystemCall.Forever"/> without end.</param>
    /// <returns>Whether it was set.</returns>
    public bool Wait(ulong microseconds)
    {
        if (Interlocked.CompareExchange(ref state, Waiting, Idle) == Idle && !TryReceive(microseconds))
        {
            if (Interlocked.CompareExchange(ref state, Idle, Waiting) == Waiting)
                return false;

            // It was set just when the time was up: what is being sent must be received.
            TryReceive(SystemCall.Forever);
        }

        Interlocked.Exchange(ref state, Idle);
        return true;
    }

    /// <summary>Gives the rendezvous back. Nobody may wait or set any more.</summary>
    public void Close()
    {
        SystemCall.TryClose(waiter, out _);
        SystemCall.TryClose(setter, out _);
    }

    private bool TryReceive(ulong microseconds) =>
        microseconds == SystemCall.Forever ? SystemCall.TryReceive(waiter, out _, out _) : SystemCall.TryReceive(waiter, microseconds, out _, out _);
}
