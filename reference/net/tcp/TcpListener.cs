using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// A port that peers connect to. Whoever sends only SYNs gets no buffers: half-open connections are few, and the newest takes the oldest one's place.
/// Connections that are complete wait for <see cref="TryAccept"/>; when as many wait as may, no more are completed.
/// </summary>
public sealed class TcpListener
{
    private readonly TcpLayer layer;
    private readonly ConnectionList halfOpen = new();
    private readonly Queue<TcpConnection> complete = new();
    private readonly int backlog;

    internal TcpListener(TcpLayer layer, ushort port, int backlog)
    {
        this.layer = layer;
        Port = port;
        this.backlog = backlog;
    }

    /// <summary>The port.</summary>
    public ushort Port { get; }

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many connections wait to be accepted.</summary>
    public int Pending => complete.Count;

    /// <summary>How many connections are in SYN-RECEIVED.</summary>
    public int HalfOpen => halfOpen.Count;

    /// <summary>Takes the connection that waits longest. It may have ended already; then its error and what it received are still there.</summary>
    public bool TryAccept([NotNullWhen(true)] out TcpConnection? connection)
    {
        if (!complete.TryDequeue(out connection))
            return false;
        connection.IsAccepted = true;
        return true;
    }

    /// <summary>Ends listening. Connections that were not accepted are aborted.</summary>
    public void Close()
    {
        if (IsClosed)
            return;
        IsClosed = true;
        layer.Forget(this);
        while (halfOpen.First is TcpConnection first)
            first.Abort();
        while (complete.TryDequeue(out TcpConnection? connection))
            connection.Abort();
    }

    /// <summary>A SYN came to this port.</summary>
    internal void Arrive(scoped in TcpSegment segment, Ipv4Endpoint local, Ipv4Endpoint remote, SequenceNumber initialSend, Instant now)
    {
        if (complete.Count >= backlog)
            return;
        if (halfOpen.Count >= layer.Options.MaximumHalfOpen && halfOpen.First is TcpConnection oldest)
        {
            layer.Counters.HalfOpenEvicted++;
            oldest.End(TcpError.TimedOut);
        }

        layer.Counters.PassiveOpens++;
        var connection = new TcpConnection(layer, this, local, remote, initialSend, now);
        layer.Keep(connection, halfOpen);
        connection.Answer(segment, now);
    }

    /// <summary>A half-open connection's handshake is complete. It is if there is room for it.</summary>
    internal bool TryComplete(TcpConnection connection)
    {
        if (complete.Count >= backlog || !layer.TryMoveToOpen(connection))
            return false;
        complete.Enqueue(connection);
        return true;
    }
}
