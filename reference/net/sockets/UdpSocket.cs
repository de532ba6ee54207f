using System;
using System.Collections.Generic;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>
/// A port that datagrams come to and are sent from. What comes waits in a queue of at most <see cref="MaximumQueued"/> datagrams and
/// <see cref="MaximumQueuedBytes"/> bytes; what finds it full is dropped, as UDP may.
/// </summary>
public sealed class UdpSocket
{
    /// <summary>Datagrams that wait at most.</summary>
    public const int MaximumQueued = 32;

    /// <summary>Their bytes at most.</summary>
    public const int MaximumQueuedBytes = 65_536;

    private readonly UdpLayer layer;
    private readonly Queue<Received> queue = new();
    private int queuedBytes;
    private Ipv4Endpoint? remote;
    private Failure? failure;
    private bool isClosed;

    internal UdpSocket(UdpLayer layer, ushort port)
    {
        this.layer = layer;
        Port = port;
    }

    /// <summary>The own port.</summary>
    public ushort Port { get; }

    /// <summary>Datagrams that wait.</summary>
    public int Available => queue.Count;

    /// <summary>Hears only one other end from now on, and errors only about it.</summary>
    public void Connect(Ipv4Endpoint to)
    {
        remote = to;
        queue.Clear();
        queuedBytes = 0;
    }

    /// <summary>Sends a datagram, or keeps it until the next hop's address is known.</summary>
    /// <param name="destination">Whom to; broadcasts are allowed.</param>
    /// <param name="payload">Up to 16,376 bytes; more than 1,472 go in parts.</param>
    /// <param name="error">
    /// <see cref="SocketError.MessageSize"/>, <see cref="SocketError.InvalidArgument"/>, <see cref="SocketError.NetworkUnreachable"/>,
    /// <see cref="SocketError.WouldBlock"/>, <see cref="SocketError.NotConnected"/> if the socket is closed.
    /// </param>
    public bool TrySend(Ipv4Endpoint destination, ReadOnlySpan<byte> payload, out SocketError error)
    {
        error = isClosed ? SocketError.NotConnected : layer.Send(Port, destination, payload);
        return error == SocketError.Success;
    }

    /// <summary>Takes the next datagram.</summary>
    /// <param name="source">Whom it is from.</param>
    /// <param name="payload">What it carried.</param>
    public bool TryReceive(out Ipv4Endpoint source, out byte[] payload)
    {
        bool hasOne = queue.TryDequeue(out Received received);
        source = received.Source;
        payload = hasOne ? received.Payload : [];
        queuedBytes -= payload.Length;
        return hasOne;
    }

    /// <summary>Takes the last error that was reported about a datagram of this socket, if there is one.</summary>
    /// <param name="destination">Whom the datagram was for.</param>
    /// <param name="error">What is said about it.</param>
    public bool TryTakeError(out Ipv4Endpoint destination, out SocketError error)
    {
        bool hasOne = failure is not null;
        destination = failure?.Destination ?? default;
        error = failure?.Error ?? SocketError.Success;
        failure = null;
        return hasOne;
    }

    /// <summary>Closes it; datagrams that wait are gone.</summary>
    public void Close()
    {
        isClosed = true;
        queue.Clear();
        queuedBytes = 0;
        layer.Close(this);
    }

    internal bool Hears(Ipv4Endpoint other) => remote is null || remote == other;

    internal bool TryEnqueue(Ipv4Endpoint source, ReadOnlySpan<byte> payload)
    {
        if (queue.Count >= MaximumQueued || queuedBytes + payload.Length > MaximumQueuedBytes)
            return false;

        queue.Enqueue(new Received(source, payload.ToArray()));
        queuedBytes += payload.Length;
        return true;
    }

    internal void Fail(Ipv4Endpoint destination, SocketError error) => failure = new Failure(destination, error);

    private readonly record struct Received(Ipv4Endpoint Source, byte[] Payload);

    private readonly record struct Failure(Ipv4Endpoint Destination, SocketError Error);
}
