using System.Threading;

namespace Euralios.Std;

/// <summary>One thread waits until others say that there is something to do. What is said while it does not wait is remembered, once.</summary>
internal sealed class AutoResetEvent
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

    internal static bool TryCreate(out AutoResetEvent? signal, out Error error)
    {
        bool done = SystemCall.TryNewRendezvous(out Handle waiter, out Handle setter, out error);
        signal = done ? new AutoResetEvent(waiter, setter) : null;
        return done;
    }

    /// <summary>Lets the waiting thread go on, or the next that waits.</summary>
    internal void Set()
    {
        if (Interlocked.Exchange(ref state, IsSet) != Waiting)
            return;

        // The waiter receives, or is about to: the send takes no longer than that.
        var message = new Message(Tags.Ok);
        SystemCall.TrySend(setter, ref message, out _);
    }

    /// <summary>Waits for <see cref="Set"/>. One thread only.</summary>
    internal void Wait()
    {
        if (Interlocked.CompareExchange(ref state, Waiting, Idle) == Idle)
            SystemCall.TryReceive(waiter, out _, out _);
        Interlocked.Exchange(ref state, Idle);
    }

    /// <summary>Gives the rendezvous back. Nobody may wait or set any more.</summary>
    internal void Close()
    {
        SystemCall.TryClose(waiter, out _);
        SystemCall.TryClose(setter, out _);
    }
}
