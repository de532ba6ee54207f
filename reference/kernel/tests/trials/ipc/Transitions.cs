using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// The cells of the transition table (spec 4.2): what a call comes to in each state of the rendezvous, for the caller and for whoever waits there, and
/// in which state the rendezvous is then, which the next call shows.
/// </summary>
internal static class Transitions
{
    internal static void SendToEmpty() => Stage.ForAll(static stage =>
    {
        stage.Caller.Send();
        stage.Caller.ExpectWaits();
        stage.Other.Receive();
        stage.Other.ExpectMessageOf(stage.Caller);
        stage.Caller.ExpectDone();
    });

    internal static void ReceiveFromEmpty() => Stage.ForAll(static stage =>
    {
        stage.Caller.Receive();
        stage.Caller.ExpectWaits();
        stage.Other.Send();
        stage.Other.ExpectDone();
        stage.Caller.ExpectMessageOf(stage.Other);
    });

    internal static void SendReceiveToEmpty() => Stage.ForAll(static stage =>
    {
        stage.Caller.SendReceive();
        stage.Caller.ExpectWaits();
        stage.Other.Receive();
        stage.Other.ExpectMessageOf(stage.Caller);
        stage.Caller.ExpectWaits(); // now for the reply
        stage.Other.Send();
        stage.Other.ExpectDone();
        stage.Caller.ExpectMessageOf(stage.Other);
    });

    internal static void SendToSender() => Stage.ForAll(static stage =>
    {
        stage.Other.Send();
        stage.Caller.Send();
        stage.Caller.ExpectReturned(Error.SendBlocking);
        stage.Other.ExpectWaits();
        stage.Caller.Receive();
        stage.Caller.ExpectMessageOf(stage.Other);
        stage.Other.ExpectDone();
    });

    internal static void ReceiveFromSender() => Stage.ForAll(static stage =>
    {
        stage.Other.Send();
        stage.Caller.Receive();
        stage.Caller.ExpectMessageOf(stage.Other);
        stage.Other.ExpectDone();
    });

    internal static void SendReceiveToSender() => Stage.ForAll(static stage =>
    {
        stage.Other.Send();
        stage.Caller.SendReceive();
        stage.Caller.ExpectReturned(Error.SendBlocking);
        stage.Other.ExpectWaits();
        stage.Third.Receive();
        stage.Third.ExpectMessageOf(stage.Other);
        stage.Other.ExpectDone();
    });

    internal static void SendOnlyToWhoWaits()
    {
        // To nobody: nothing has left the sender. To a receiver, and to one that waits for this thread's reply. Not beside a sender, and not to one
        // that waits for another's reply; to a place that nobody else knows as ever.
        Rendezvous place = Rendezvous.New();
        Rendezvous token = Rendezvous.New();
        ulong through = Call.Through(place.Second) | Call.OnlyToReceiver;
        Call.Fails(Error.TimedOut, SystemCallNumber.Send, 1, token.First, 3, through | Call.FirstHandle);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Send, 1, 1000, 3, Call.Through(1000) | Call.OnlyToReceiver);
        Actor other = Actor.InThisProcess();
        other.Begin(SystemCallNumber.Receive, place.First);
        Call.Done(SystemCallNumber.Send, 1, token.First, 3, through | Call.FirstHandle);
        Call.Done(SystemCallNumber.Close, other.End().Rsi);
        other.Begin(SystemCallNumber.SendReceive, 4, 5, 6, Call.Through(place.First));
        Expect.Equal(Call.Make(SystemCallNumber.Send, 7, 8, 9, through).Rax, Call.MessageIsBack | (ulong)Error.SendBlocking);
        Expect.Equal(Call.Done(SystemCallNumber.Receive, place.Second).Rdi, 4ul);
        Actor stranger = Actor.InThisProcess();
        Expect.Equal(stranger.Do(SystemCallNumber.Send, 7, 8, 9, through).Rax, Call.MessageIsBack | (ulong)Error.ReceiveBlocking);
        Call.Done(SystemCallNumber.Send, 10, 11, 12, through);
        Expect.Equal(other.End().Rdi, 10ul);
        Call.Fails(Error.TimedOut, SystemCallNumber.Send, 1, 2, 3, through);
        Call.Done(SystemCallNumber.Close, place.First);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, through);
        Call.Done(SystemCallNumber.Close, token.Second);
    }

    internal static void SendToReceiver() => Stage.ForAll(static stage =>
    {
        stage.Other.Receive();
        stage.Caller.Send();
        stage.Caller.ExpectDone();
        stage.Other.ExpectMessageOf(stage.Caller);
    });

    internal static void ReceiveFromReceiver() => Stage.ForAll(static stage =>
    {
        stage.Other.Receive();
        stage.Caller.Receive();
        stage.Caller.ExpectFails(Error.ReceiveBlocking);
        stage.Other.ExpectWaits();
        stage.Caller.Send();
        stage.Other.ExpectMessageOf(stage.Caller);
        stage.Caller.ExpectDone();
    });

    internal static void SendReceiveToReceiver() => Stage.ForAll(static stage =>
    {
        stage.Other.Receive();
        stage.Caller.SendReceive();
        stage.Caller.ExpectWaits();
        stage.Other.ExpectMessageOf(stage.Caller);

        // Only the receiver can reply.
        stage.Third.Send();
        stage.Third.ExpectReturned(Error.ReceiveBlocking);
        stage.Caller.ExpectWaits();
        stage.Other.Send();
        stage.Other.ExpectDone();
        stage.Caller.ExpectMessageOf(stage.Other);
    });

    internal static void SendToPartner() => Stage.ForAll(static stage =>
    {
        Engage(stage.Other, stage.Caller);
        stage.Caller.Send();
        stage.Caller.ExpectDone();
        stage.Other.ExpectMessageOf(stage.Caller);
    });

    internal static void ReceiveFromPartner() => Stage.ForAll(static stage =>
    {
        Engage(stage.Other, stage.Caller);
        stage.Caller.Receive();
        stage.Caller.ExpectFails(Error.ReceiveBlocking);
        stage.Other.ExpectWaits();
        stage.Caller.Send();
        stage.Caller.ExpectDone();
        stage.Other.ExpectMessageOf(stage.Caller);
    });

    internal static void SendReceiveToPartner() => Stage.ForAll(static stage =>
    {
        Engage(stage.Other, stage.Caller);
        stage.Caller.SendReceive(); // its reply, and the next question, in one
        stage.Other.ExpectMessageOf(stage.Caller);
        stage.Caller.ExpectWaits();
        stage.Third.Send();
        stage.Third.ExpectReturned(Error.ReceiveBlocking);
        stage.Other.Send();
        stage.Other.ExpectDone();
        stage.Caller.ExpectMessageOf(stage.Other);
    });

    internal static void SendToRestrictedReceiver() => Stage.ForAll(static stage =>
    {
        Engage(stage.Other, stage.Third);
        stage.Caller.Send();
        stage.Caller.ExpectReturned(Error.ReceiveBlocking);
        Disengage(stage.Other, stage.Third);
    });

    internal static void ReceiveFromRestrictedReceiver() => Stage.ForAll(static stage =>
    {
        Engage(stage.Other, stage.Third);
        stage.Caller.Receive();
        stage.Caller.ExpectFails(Error.ReceiveBlocking);
        Disengage(stage.Other, stage.Third);
    });

    internal static void SendReceiveToRestrictedReceiver() => Stage.ForAll(static stage =>
    {
        Engage(stage.Other, stage.Third);
        stage.Caller.SendReceive();
        stage.Caller.ExpectReturned(Error.ReceiveBlocking);
        Disengage(stage.Other, stage.Third);
    });

    internal static void SendToSendReceiver() => Stage.ForAll(static stage =>
    {
        stage.Other.SendReceive();
        stage.Caller.Send();
        stage.Caller.ExpectReturned(Error.SendBlocking);
        stage.Other.ExpectWaits();
        Answer(stage.Third, stage.Other);
    });

    internal static void ReceiveFromSendReceiver() => Stage.ForAll(static stage =>
    {
        stage.Other.SendReceive();
        stage.Caller.Receive();
        stage.Caller.ExpectMessageOf(stage.Other);
        stage.Other.ExpectWaits();
        Disengage(stage.Other, stage.Caller);
    });

    internal static void SendReceiveToSendReceiver() => Stage.ForAll(static stage =>
    {
        stage.Other.SendReceive();
        stage.Caller.SendReceive();
        stage.Caller.ExpectReturned(Error.SendBlocking);
        stage.Other.ExpectWaits();
        Answer(stage.Third, stage.Other);
    });

    /// <summary>A client waits for the reply of a server.</summary>
    private static void Engage(Party client, Party server)
    {
        client.SendReceive();
        server.Receive();
        server.ExpectMessageOf(client);
        client.ExpectWaits();
    }

    /// <summary>The server replies to the client that waits for it.</summary>
    private static void Disengage(Party client, Party server)
    {
        client.ExpectWaits();
        server.Send();
        server.ExpectDone();
        client.ExpectMessageOf(server);
    }

    private static void Answer(Party server, Party client)
    {
        server.Receive();
        server.ExpectMessageOf(client);
        Disengage(client, server);
    }
}
