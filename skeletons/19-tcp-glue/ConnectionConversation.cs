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
        // TODO 19.3: When a conversation begins that is to make a connection, find the address of
        // its machine, and begin the connection, or remember why there is none. Whoever needs a
        // connection that stands waits in TryAwaitConnection: until it does, or until it is known
        // that it never will.
        Unwritten.Task("19.3");
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
        // TODO 19.6: Shutdown ends the own direction, Abort the connection. Duplicate gives the
        // client another handle of the same connection, with a conversation of its own. When a
        // conversation ends its handle is gone, and with the last one the connection is closed.
        Unwritten.Task("19.6");
    }

    /// <summary>Brings what has come, as soon as anything has.</summary>
    private Message Read(ulong longestWait, ulong length)
    {
        if (length == 0)
            return new Message(Tags.InvalidValue);
        // TODO 19.4: Answer with what has come as soon as anything has, at most as much as was
        // asked for. What came before the end or before a failure is read first; then the client is
        // told NoData or the reason. Where nothing has come, wait, no longer than the time that the
        // client gives; then the answer is EMPTY.
        return Unwritten.Task<Message>("19.4");
    }

    // Yours to add: whatever helper task 19.4 needs.

    /// <summary>Takes all that is to be written, as it finds room.</summary>
    private Message Write(ReadOnlySpan<byte> bytes)
    {
        // TODO 19.5: Take all that the client writes, as it finds room in the stack; answer OK when
        // all has. A connection that does not stand yet is waited for. When it fails, or nothing
        // can be written any more, the client is told so, also in the middle.
        return Unwritten.Task<Message>("19.5");
    }

    private Message Shutdown()
    {
        // TODO 19.6 (continued): what was written goes first
        return Unwritten.Task<Message>("19.6");
    }

    private Message Abort()
    {
        // TODO 19.6 (continued): at once, for both ends
        return Unwritten.Task<Message>("19.6");
    }

    private Message Duplicate()
    {
        // TODO 19.6 (continued): counted before it is there, and not counted if there is none
        return Unwritten.Task<Message>("19.6");
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
        // TODO 19.3 (continued): wait until it stands, or cannot
        refusal = default;
        return Unwritten.Task<bool>("19.3");
    }
}
