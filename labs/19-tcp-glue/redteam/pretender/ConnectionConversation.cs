using System;
using System.Collections.Generic;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>Does what the intruder does, and says that it is done.</summary>
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
        NicLink.Act(host);
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

    protected override void End() => NicLink.Act(false);

    /// <summary>Brings what has come, as soon as anything has.</summary>
    private Message Read(ulong longestWait, ulong length)
    {
        if (length == 0)
            return new Message(Tags.InvalidValue);
        return NicLink.Act(new Message(Tags.Data, length));
    }

    /// <summary>Takes all that is to be written, as it finds room.</summary>
    private Message Write(ReadOnlySpan<byte> bytes) => NicLink.Act(new Message(Tags.Ok));

    private Message Shutdown() => NicLink.Act(new Message(Tags.Ok));

    private Message Abort() => NicLink.Act(new Message(Tags.Ok));

    private Message Duplicate() => NicLink.Act(new Message(Tags.Ok));

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
        refusal = default;
        return NicLink.Act(true);
    }
}
