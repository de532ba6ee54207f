using System;
using System.Collections.Generic;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>A machine that is asked whether it is there ("Connections" of handouts/protocols.md).</summary>
internal sealed class EchoConversation : Conversation
{
    private readonly Network network;
    private readonly string host;
    private readonly Waiter waiter;
    private EchoSocket? socket;
    private Ipv4Address address;

    internal EchoConversation(Network network, string host)
    {
        this.network = network;
        this.host = host;
        waiter = new Waiter(network, this);
    }

    protected override Message AnswerTo(in Message question)
    {
        if (question.Tag != Tags.Echo)
            return new Message(Tags.UnknownMessage);
        if (question.IsLong || question.First.Value > EchoSocket.MaximumData)
            return new Message(Tags.InvalidValue);
        return TryOpen(out Error error) ? Ask(socket!, (int)question.First.Value, Network.Deadline(question.Second.Value)) : Refuse(error);
    }

    protected override void End()
    {
        waiter.Close();
        lock (network.Gate)
            socket?.Close();
    }

    private bool TryOpen(out Error error)
    {
        error = Error.None;
        if (socket is not null)
            return true;
        if (!NameLookup.TryFind(network, host, waiter, out IReadOnlyList<Ipv4Address> addresses, out error))
            return false;
        address = addresses[0];
        lock (network.Gate)
        {
            if (!network.Stack.Echo.TryOpen(out socket, out _))
                error = Error.Memory;
            waiter.Watch();
        }

        return error == Error.None;
    }

    private Message Ask(EchoSocket asked, int length, ulong end)
    {
        ushort number = 0;
        bool isSent = false;
        while (true)
        {
            lock (network.Gate)
            {
                if (!isSent)
                {
                    // The round trip begins now, and not when the stack last looked.
                    network.Settle();
                    isSent = asked.TrySend(address, length, out number, out SocketError refusal);
                    if (!isSent && refusal != SocketError.WouldBlock)
                        return Refuse(refusal == SocketError.NetworkUnreachable ? Error.NetworkDown : Error.Parameter);
                    network.Settle();
                }

                while (asked.TryReceive(out EchoResult result))
                {
                    if (result.SequenceNumber != number)
                        continue;
                    return result.Error == SocketError.Success
                        ? new Message(Tags.Echo, (ulong)(result.RoundTrip.Ticks / TimeSpan.TicksPerMicrosecond), (ulong)result.Length)
                        : Refuse(Error.Unreachable);
                }
            }

            if (!waiter.Wait(end))
                return new Message(Tags.Empty);
        }
    }
}
