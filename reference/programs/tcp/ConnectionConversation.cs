using System;
using System.Collections.Generic;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>
/// A handle of a connection: reads, writes and closes for its client ("Connections" of handouts/protocols.md). Its thread may wait for the network, but not for
/// ever for a client that is gone.
/// </summary>
internal sealed class ConnectionConversation : Conversation
{
    /// <summary>The most that one READ brings.</summary>
    private const int LongestRead = 64 << 10;

    private const ulong NoDelay = 1;
    private const ulong KeepAlive = 2;
    private const ulong LongestSilence = 1_000_000;

    private readonly Network network;
    private readonly Connection connection;
    private readonly string? host;
    private readonly ushort port;
    private readonly Waiter waiter;

    /// <summary>A connection that is to be made, once this has a thread.</summary>
    internal ConnectionConversation(Network network, string host, ushort port)
        : this(network, new Connection())
    {
        this.host = host;
        this.port = port;
    }

    /// <summary>Another handle of a connection, which has been counted.</summary>
    internal ConnectionConversation(Network network, Connection connection)
    {
        this.network = network;
        this.connection = connection;
        waiter = new Waiter(network, this);
    }

    protected override void Begin()
    {
        if (host is null)
            return;
        #region Solution 19.3: the name, then the handshake, which nobody waits for here
        Error error = Error.None;
        if (!NameLookup.TryFind(network, host, waiter, out IReadOnlyList<Ipv4Address> addresses, out error))
        {
            lock (network.Gate)
                connection.Fail(error);
            return;
        }

        lock (network.Gate)
        {
            if (network.Tcp.TryConnect(new(addresses[0], port), Network.Now, out TcpConnection? tcp, out TcpError reason))
                connection.Begin(tcp!);
            else
                connection.Fail(Connection.ErrorOf(reason));
            network.Settle();
        }
        #endregion
    }

    protected override Message AnswerTo(in Message question)
    {
        switch (question.Tag)
        {
            case Tags.Write:
                return question.TryGetBytes(out ReadOnlySpan<byte> bytes) ? Write(bytes) : new Message(Tags.InvalidFormat);
            case Tags.Read or Tags.Receive or Tags.SocketOption when question.IsLong:
                return new Message(Tags.InvalidFormat);
            case Tags.Read:
                return Read(Network.Forever, question.Second.Value);
            case Tags.Receive:
                return Read(question.First.Value, question.Second.Value);
            case Tags.Shutdown:
                return Shutdown();
            case Tags.Abort:
                return Abort();
            case Tags.Duplicate:
                return Duplicate();
            case Tags.Endpoints:
                return Endpoints();
            case Tags.SocketOption:
                return SetOption(question.First.Value, question.Second.Value);
            case Tags.Stat:
                return Status();
            default:
                return new Message(Tags.UnknownMessage);
        }
    }

    protected override void End()
    {
        #region Solution 19.6: one handle less
        lock (network.Gate)
        {
            connection.RemoveHandle();
            network.Settle();
        }

        waiter.Close();
        #endregion
    }

    /// <summary>Brings what has come, as soon as anything has.</summary>
    private Message Read(ulong longestWait, ulong length)
    {
        if (length == 0)
            return new Message(Tags.InvalidValue);
        #region Solution 19.4: bytes, or why there are none, or wait and look again
        ulong end = Network.Deadline(longestWait);
        while (true)
        {
            lock (network.Gate)
            {
                TcpConnection? tcp = connection.Tcp;
                if (tcp is { Available: > 0 })
                    return Take(tcp, (int)Math.Min(length, (ulong)Math.Min(tcp.Available, LongestRead)));
                if (connection.Error != Error.None)
                    return Refuse(connection.Error);
                if (tcp is not null && (tcp.IsReceiveEnded || tcp.IsClosed))
                    return Refuse(Error.NoData);
                waiter.Attach(connection);
            }

            if (!waiter.Wait(end))
                return new Message(Tags.Empty);
        }
        #endregion
    }

    #region Solution 19.4: the pieces
    /// <summary>Copies what came into memory of the client's. With the gate, and something to copy.</summary>
    private Message Take(TcpConnection tcp, int length)
    {
        if (!Network.TryAllocate(length, out MemoryChunk chunk, out Error error))
            return Refuse(error);
        int count = tcp.Read(chunk.Bytes(length));
        network.Settle();
        return new Message(Tags.Data, (ulong)count, chunk);
    }
    #endregion

    /// <summary>Takes all that is to be written, as it finds room.</summary>
    private Message Write(ReadOnlySpan<byte> bytes)
    {
        #region Solution 19.5: as much as has room, until all has had it
        int written = 0;
        while (true)
        {
            lock (network.Gate)
            {
                if (connection.Error != Error.None)
                    return Refuse(connection.Error);
                if (connection.Tcp is { } tcp && !connection.IsConnecting)
                {
                    if (!tcp.CanWrite)
                        return Refuse(Error.Closed);
                    written += tcp.Write(bytes.Slice(written));
                    network.Settle();
                    if (written == bytes.Length)
                        return new Message(Tags.Ok, (ulong)written);
                }

                waiter.Attach(connection);
            }

            if (!waiter.Wait(Network.Forever))
                return Refuse(Error.Closed);
        }
        #endregion
    }

    private Message Shutdown()
    {
        #region Solution 19.6: what was written goes first
        if (!TryAwaitConnection(out Message refusal))
            return refusal;
        lock (network.Gate)
        {
            connection.Tcp!.Shutdown();
            network.Settle();
        }

        return new Message(Tags.Ok);
        #endregion
    }

    private Message Abort()
    {
        #region Solution 19.6: at once, for both ends
        lock (network.Gate)
        {
            connection.Tcp?.Abort();
            network.Settle();
        }

        return new Message(Tags.Ok);
        #endregion
    }

    private Message Duplicate()
    {
        #region Solution 19.6: counted before it is there, and not counted if there is none
        lock (network.Gate)
            connection.AddHandle();
        if (TryStart(new ConnectionConversation(network, connection), out Handle client, out Error error))
            return new Message(Tags.CommunicationHandle, client);
        lock (network.Gate)
            connection.RemoveHandle();
        return Refuse(error);
        #endregion
    }

    private Message Endpoints()
    {
        if (!TryAwaitConnection(out Message refusal))
            return refusal;
        TcpConnection tcp = connection.Tcp!;
        return new Message(Tags.Endpoints, PackedEndpoint.Of(tcp.Local), PackedEndpoint.Of(tcp.Remote));
    }

    private Message SetOption(ulong option, ulong value)
    {
        if (option is not (NoDelay or KeepAlive) || (option == NoDelay ? value > 1 : value > LongestSilence))
            return new Message(Tags.InvalidValue);
        if (!TryAwaitConnection(out Message refusal))
            return refusal;
        lock (network.Gate)
        {
            if (option == NoDelay)
                connection.Tcp!.NoDelay = value == 1;
            else
                connection.Tcp!.KeepAlive = value == 0 ? null : TimeSpan.FromSeconds((long)value);
            network.Settle();
        }

        return new Message(Tags.Ok);
    }

    private Message Status()
    {
        lock (network.Gate)
            return new Message(Tags.Status, (ulong)(connection.Tcp?.Available ?? 0));
    }

    /// <summary>Waits until the handshake is done.</summary>
    private bool TryAwaitConnection(out Message refusal)
    {
        #region Solution 19.3: wait until it stands, or cannot
        refusal = default;
        while (true)
        {
            lock (network.Gate)
            {
                if (connection.Error != Error.None)
                {
                    refusal = Refuse(connection.Error);
                    return false;
                }

                if (!connection.IsConnecting)
                    return true;
                waiter.Attach(connection);
            }

            if (!waiter.Wait(Network.Forever))
            {
                refusal = Refuse(Error.Closed);
                return false;
            }
        }
        #endregion
    }
}
