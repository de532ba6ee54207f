using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// TCP (RFC 9293) above IPv4: all connections and listeners of this host. It is polled, and sends from within the calls of <see cref="ITransport"/>; a
/// program's calls of a connection change only what the next poll will do.
/// </summary>
public sealed partial class TcpLayer : ITransport
{
    private const int MaximumBacklog = 128;

    private readonly IIpv4Output output;
    private readonly ConnectionTable table;
    private readonly DeadlineQueue deadlines = new();
    private readonly ConnectionList open = new();
    private readonly ConnectionList timeWait = new();
    private readonly Dictionary<ushort, TcpListener> listeners = [];
    private readonly EphemeralPorts ports;
    private readonly InitialSequence initialSequence;

    // Connections whose programs did something; those that the output refused; those whose programs are to look at them. Each holds a connection once.
    private readonly Queue<TcpConnection> due = new();
    private readonly Queue<TcpConnection> refused = new();
    private readonly Queue<TcpConnection> changed = new();

    private Ipv4Address address;

    internal TcpCounters Counters;

    /// <summary>TCP without connections.</summary>
    /// <param name="output">Where segments go.</param>
    /// <param name="random">Secrets: for sequence numbers, ports and the table's hash.</param>
    /// <param name="options">Limits and times.</param>
    public TcpLayer(IIpv4Output output, RandomSource random, TcpOptions options)
    {
        this.output = output;
        Random = random;
        Options = options;
        table = new ConnectionTable(options.MaximumConnections + options.MaximumTimeWait + options.MaximumHalfOpen, random);
        ports = new EphemeralPorts(random);
        initialSequence = new InitialSequence(random.NextUInt64(), random.NextUInt64());
    }

    /// <summary>Limits and times.</summary>
    public TcpOptions Options { get; }

    /// <summary>What happened so far.</summary>
    public TcpCounters Statistics => Counters;

    /// <summary>All connections that the layer keeps: half open, open, and in TIME-WAIT.</summary>
    public int ConnectionCount => table.Count;

    /// <summary>The connections that are open or being opened from here, oldest first, then those in TIME-WAIT. The list must not change meanwhile.</summary>
    public IEnumerable<TcpConnection> Connections
    {
        get
        {
            for (TcpConnection? connection = open.First; connection != null; connection = connection.NextInList)
                yield return connection;
            for (TcpConnection? connection = timeWait.First; connection != null; connection = connection.NextInList)
                yield return connection;
        }
    }

    /// <summary>The listeners.</summary>
    public IEnumerable<TcpListener> Listeners => listeners.Values;

    /// <summary>The most data of a segment without options (RFC 6691).</summary>
    internal int MaximumSegmentSize => output.MaximumPayload - TcpSegment.HeaderSize;

    internal RandomSource Random { get; }

    /// <summary>Begins a connection to a peer. It is there at once, in SYN-SENT; what becomes of it is a change.</summary>
    public bool TryConnect(Ipv4Endpoint remote, Instant now, [NotNullWhen(true)] out TcpConnection? connection, out TcpError error)
    {
        connection = null;
        Ipv4Address local = output.SourceFor(remote.Address);
        if (remote.Port == 0 || remote.Address == Ipv4Address.Unspecified || remote.Address == Ipv4Address.Broadcast || remote.Address.IsMulticast)
            error = TcpError.InvalidAddress;
        else if (local == Ipv4Address.Unspecified)
            error = TcpError.NoAddress;
        else if (open.Count >= Options.MaximumConnections)
            error = TcpError.TooManyConnections;
        else if (!ports.TryTake(local, remote, this, out ushort port))
            error = TcpError.PortInUse;
        else
        {
            error = TcpError.None;
            var own = new Ipv4Endpoint(local, port);
            connection = new TcpConnection(this, null, own, remote, initialSequence.Next(own, remote, now), now);
            Counters.ActiveOpens++;
            Keep(connection, open);
            connection.Connect(now);
        }

        return connection != null;
    }

    /// <summary>Listens on a port, on every own address.</summary>
    /// <param name="port">The port.</param>
    /// <param name="backlog">How many connections may wait to be accepted; at least 1, at most 128.</param>
    /// <param name="listener">The listener.</param>
    /// <param name="error">Why not.</param>
    public bool TryListen(ushort port, int backlog, [NotNullWhen(true)] out TcpListener? listener, out TcpError error)
    {
        listener = null;
        error = port == 0 ? TcpError.InvalidAddress : listeners.ContainsKey(port) ? TcpError.PortInUse : TcpError.None;
        if (error != TcpError.None)
            return false;
        listener = new TcpListener(this, port, Math.Clamp(backlog, 1, MaximumBacklog));
        listeners.Add(port, listener);
        return true;
    }

    /// <summary>
    /// Takes the next connection whose state changed, that received something, or that has room again. A connection is there once, however much happened,
    /// until it is taken; its program's own calls are no change, and one that was closed or was not accepted yet is there no more.
    /// </summary>
    public bool TryNextChanged([NotNullWhen(true)] out TcpConnection? connection)
    {
        if (!changed.TryDequeue(out connection))
            return false;
        connection.IsQueuedAsChanged = false;
        return true;
    }

    /// <summary>Whether no connection and no listener uses a port towards a peer.</summary>
    internal bool IsFree(Ipv4Endpoint local, Ipv4Endpoint remote) =>
        local != remote && !listeners.ContainsKey(local.Port) && table.Find(local, remote) == null;
}
