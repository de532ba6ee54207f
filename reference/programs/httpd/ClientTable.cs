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

    private const ulong LookEvery = 1_000_000;

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

    /// <summary>Looks for ever for clients that take nothing of their answers, and cuts them off.</summary>
    internal void Watch()
    {
        List<Client> stalled = [];
        while (true)
        {
            SystemCall.Sleep(LookEvery);
            lock (gate)
            {
                foreach (Client client in clients)
                {
                    if (client.IsStalled)
                        stalled.Add(client);
                }
            }

            // The network is asked without the gate: nobody is to wait for its answer.
            foreach (Client client in stalled)
                client.Abort();
            stalled.Clear();
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
