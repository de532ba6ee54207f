using System.Collections.Generic;
using System.Threading;
using Euralios.Std;
using Thread = Euralios.Std.Thread;

namespace Euralios.Programs.Http;

/// <summary>The clients that are served at once, each by a thread; whoever comes when there are enough waits.</summary>
internal sealed class ClientTable(AutoResetEvent room)
{
    /// <summary>The most at once.</summary>
    internal const int Capacity = 96;

    /// <summary>A client that takes nothing for so long, in microseconds, is cut off.</summary>
    private const ulong LongestStall = 60_000_000;
    private const ulong LookEvery = 5_000_000;

    private readonly Lock gate = new();
    private readonly List<Client> clients = [];

    /// <summary>Waits until there is room. One thread only.</summary>
    internal void AwaitRoom()
    {
        while (IsFull())
            room.Wait();
    }

    /// <summary>Serves a client in a thread of its own. False where there is none left.</summary>
    internal bool TryServe(Client client)
    {
        lock (gate)
            clients.Add(client);
        if (Thread.TryStart(() => Serve(client), out _, out _))
            return true;
        Remove(client);
        return false;
    }

    /// <summary>Looks for ever for clients that take nothing.</summary>
    internal void Watch()
    {
        while (true)
        {
            SystemCall.Sleep(LookEvery);
            ulong now = Clock.Microseconds;
            lock (gate)
            {
                foreach (Client client in clients)
                {
                    if (client.SendingSince is > 0 and var since && now > since && now - since > LongestStall)
                        client.Abort();
                }
            }
        }
    }

    private bool IsFull()
    {
        lock (gate)
            return clients.Count >= Capacity;
    }

    private void Serve(Client client)
    {
        client.Serve();
        Remove(client);
    }

    private void Remove(Client client)
    {
        lock (gate)
            clients.Remove(client);
        room.Set();
    }
}
