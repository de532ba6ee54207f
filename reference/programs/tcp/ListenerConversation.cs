using Euralios.Net.Tcp;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>A handle that listens at a port ("Connections" of handouts/protocols.md).</summary>
internal sealed class ListenerConversation : Conversation
{
    private readonly Network network;
    private readonly TcpListener listener;
    private readonly Waiter waiter;

    internal ListenerConversation(Network network, TcpListener listener)
    {
        this.network = network;
        this.listener = listener;
        waiter = new Waiter(network, this);
    }

    protected override Message AnswerTo(in Message question)
    {
        switch (question.Tag)
        {
            case Tags.Accept:
                return Accept();
            case Tags.Endpoints:
                lock (network.Gate)
                    return new Message(Tags.Endpoints, PackedEndpoint.Of(new(network.Stack.Configuration.Address, listener.Port)));
            default:
                return new Message(Tags.UnknownMessage);
        }
    }

    protected override void End()
    {
        lock (network.Gate)
        {
            listener.Close();
            network.Settle();
        }

        waiter.Close();
    }

    private Message Accept()
    {
        while (true)
        {
            lock (network.Gate)
            {
                if (listener.TryAccept(out TcpConnection? tcp))
                    return Start(tcp!);
                waiter.Watch();
            }

            if (!waiter.Wait(SystemCall.Forever))
                return Refuse(Error.Closed);
        }
    }

    private Message Start(TcpConnection tcp)
    {
        var connection = new Connection();
        connection.Begin(tcp);
        if (TryStart(new ConnectionConversation(network, connection), out Handle client, out Error error))
            return new Message(Tags.CommunicationHandle, client, PackedEndpoint.Of(tcp.Remote));

        // No thread is left: the other end is told so, and may come again.
        tcp.Abort();
        network.Settle();
        return Refuse(error);
    }
}
