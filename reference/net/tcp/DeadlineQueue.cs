using System.Collections.Generic;

namespace Euralios.Net.Tcp;

/// <summary>
/// Which connection's timers come next: a heap by deadlines. A deadline that moves away, as a retransmission's does with each acknowledgment, leaves
/// the connection where it is, and is looked at again when its old time has come; so it costs a segment nothing but a comparison.
/// </summary>
internal sealed class DeadlineQueue
{
    private readonly List<TcpConnection> heap = [];

    /// <summary>Takes note of a connection's deadline, which is new or has changed.</summary>
    public void Update(TcpConnection connection)
    {
        if (connection.DeadlineIndex < 0)
        {
            if (connection.Deadline == Instant.Never)
                return;
            connection.DeadlineIndex = heap.Count;
            connection.NotedDeadline = connection.Deadline;
            heap.Add(connection);
            Up(connection);
        }
        else if (connection.Deadline < connection.NotedDeadline)
        {
            connection.NotedDeadline = connection.Deadline;
            Up(connection);
        }
    }

    /// <summary>Forgets a connection.</summary>
    public void Remove(TcpConnection connection)
    {
        int index = connection.DeadlineIndex;
        if (index < 0)
            return;
        connection.DeadlineIndex = -1;
        TcpConnection last = heap[^1];
        heap.RemoveAt(heap.Count - 1);
        if (last == connection)
            return;
        Place(last, index);
        Up(last);
        Down(last);
    }

    /// <summary>When the first deadline is; <see cref="Instant.Never"/> if there is none.</summary>
    public Instant Next
    {
        get
        {
            Settle(Instant.Never);
            return heap.Count == 0 ? Instant.Never : heap[0].NotedDeadline;
        }
    }

    /// <summary>The connection whose deadline is first, if it has come. It stays in the queue until its deadline is another.</summary>
    public TcpConnection? Due(Instant now)
    {
        Settle(now);
        return heap.Count > 0 && heap[0].NotedDeadline <= now ? heap[0] : null;
    }

    // Those at the front whose noted time is not the true one, and is not after a time, find their places.
    private void Settle(Instant until)
    {
        while (heap.Count > 0)
        {
            TcpConnection first = heap[0];
            if (first.NotedDeadline > until || first.NotedDeadline == first.Deadline)
                return;
            if (first.Deadline == Instant.Never)
            {
                Remove(first);
            }
            else
            {
                first.NotedDeadline = first.Deadline;
                Down(first);
            }
        }
    }

    private void Up(TcpConnection connection)
    {
        int index = connection.DeadlineIndex;
        while (index > 0 && heap[(index - 1) / 2].NotedDeadline > connection.NotedDeadline)
        {
            Place(heap[(index - 1) / 2], index);
            index = (index - 1) / 2;
        }

        Place(connection, index);
    }

    private void Down(TcpConnection connection)
    {
        int index = connection.DeadlineIndex;
        while (true)
        {
            int child = (2 * index) + 1;
            if (child + 1 < heap.Count && heap[child + 1].NotedDeadline < heap[child].NotedDeadline)
                child++;
            if (child >= heap.Count || heap[child].NotedDeadline >= connection.NotedDeadline)
                break;
            Place(heap[child], index);
            index = child;
        }

        Place(connection, index);
    }

    private void Place(TcpConnection connection, int index)
    {
        heap[index] = connection;
        connection.DeadlineIndex = index;
    }
}
