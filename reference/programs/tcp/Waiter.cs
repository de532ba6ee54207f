using System;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>
/// How a conversation's thread waits for the network. Now and then it looks whether its client still waits for the answer: a client that has ended
/// would otherwise keep the thread, and the connection, for as long as the other machine is silent.
/// </summary>
internal sealed class Waiter(Network network, Conversation conversation)
{
    private const ulong LookEvery = 1_000_000;

    // Without a signal it looks by itself.
    private const ulong Pause = 10_000;

    private AutoResetEvent? signal;
    private Connection? connection;
    private bool isWatching;

    /// <summary>Is told from now on when something happens to a connection. With the network's gate.</summary>
    internal void Attach(Connection to)
    {
        if (connection is not null || !TryMakeSignal())
            return;
        connection = to;
        to.AddWaiter(signal!);
    }

    /// <summary>Is told from now on whenever anything happens. With the network's gate.</summary>
    internal void Watch()
    {
        if (isWatching || !TryMakeSignal())
            return;
        isWatching = true;
        network.Watch(signal!);
    }

    /// <summary>Waits until something may have happened; without the gate.</summary>
    /// <param name="end">Until when, by <see cref="Clock"/>; <see cref="SystemCall.Forever"/> without end.</param>
    /// <returns>False if the time is up, or the client gone.</returns>
    internal bool Wait(ulong end)
    {
        ulong now = Clock.Microseconds;
        if (end != SystemCall.Forever && now >= end)
            return false;
        ulong time = end == SystemCall.Forever ? LookEvery : Math.Min(end - now, LookEvery);
        bool isTold = false;
        if (signal is null)
            SystemCall.Sleep(Math.Min(time, Pause));
        else
            isTold = signal.Wait(time);
        return isTold || !conversation.IsClientGone;
    }

    /// <summary>Is told no more, and gives back what it has.</summary>
    internal void Close()
    {
        if (signal is null)
            return;
        lock (network.Gate)
        {
            connection?.RemoveWaiter(signal);
            if (isWatching)
                network.Unwatch(signal);
        }

        signal.Close();
        signal = null;
    }

    private bool TryMakeSignal() => signal is not null || AutoResetEvent.TryCreate(out signal, out _);
}
