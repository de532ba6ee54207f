using Merriwig.Abi;
using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>Task 10.1: send, in every state of a rendezvous.</summary>
internal static class SendCases
{
    internal static void WhereNobodyIs(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Empty(ref test);
        Message message = Places.Message(ref test);
        Rendezvous after = place with { State = RendezvousState.Sending, Waiter = threads.First, Message = message };
        Exchange.Send(ref place, threads.First, message, out Transition transition);
        Compare.Transitions(ref test, new Transition { Caller = Answer.Waits }, transition);
        Compare.Places(ref test, after, place);
    }

    internal static void PostedWhereNobodyIs(ref Case test)
    {
        Rendezvous place = Places.Empty(ref test);
        Message message = Places.Message(ref test);
        Rendezvous after = place with { State = RendezvousState.Sending, Waiter = Rendezvous.Nobody, Message = message };
        Exchange.Send(ref place, Rendezvous.Nobody, message, out Transition transition);
        test.Expect(transition.Caller is Answer.Waits or Answer.Done, "the answer to the kernel, whose message stands there now");
        test.Equal(Rendezvous.Nobody, transition.Peer, "the other thread, whose wait is over (0 nobody's)");
        Compare.Places(ref test, after, place);
    }

    internal static void ToAReceiver(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Receiving(ref test, threads.First);
        Delivered(ref test, ref place, threads.Second);
    }

    internal static void PostedToAReceiver(ref Case test)
    {
        Rendezvous place = Places.Receiving(ref test, Places.Threads(ref test).First);
        Delivered(ref test, ref place, Rendezvous.Nobody);
    }

    internal static void TheReply(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.AwaitingReply(ref test, threads.First, from: threads.Second);
        Delivered(ref test, ref place, threads.Second);
    }

    internal static void ByAStranger(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.AwaitingReply(ref test, threads.First, from: threads.Second);
        Refused(ref test, ref place, threads.Third, ErrorCode.ReceiveBlocking);

        // The caller itself is not the one it waits for, either.
        Refused(ref test, ref place, threads.First, ErrorCode.ReceiveBlocking);
        Delivered(ref test, ref place, threads.Second);
    }

    internal static void PostedInsteadOfTheReply(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.AwaitingReply(ref test, threads.First, from: threads.Second);
        Refused(ref test, ref place, Rendezvous.Nobody, ErrorCode.ReceiveBlocking);
        Delivered(ref test, ref place, threads.Second);
    }

    internal static void BesideASender(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Empty(ref test);
        Exchange.Send(ref place, threads.First, Places.Message(ref test), out Transition transition);
        test.Equal((ulong)Answer.Waits, (ulong)transition.Caller, "the first sender's answer (0 waits, 1 done, 2 receives, 3 fails, 4 returned)");
        Refused(ref test, ref place, threads.Second, ErrorCode.SendBlocking);
        Refused(ref test, ref place, Rendezvous.Nobody, ErrorCode.SendBlocking);
    }

    internal static void BesideAPostedMessage(ref Case test)
    {
        Rendezvous place = Places.Sending(ref test, Rendezvous.Nobody);
        Refused(ref test, ref place, Places.Threads(ref test).First, ErrorCode.SendBlocking);
        Refused(ref test, ref place, Rendezvous.Nobody, ErrorCode.SendBlocking);
    }

    internal static void BesideACaller(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Calling(ref test, threads.First);
        Refused(ref test, ref place, threads.Second, ErrorCode.SendBlocking);
        Refused(ref test, ref place, Rendezvous.Nobody, ErrorCode.SendBlocking);

        // What a caller's place remembers of an earlier reply must not let anybody in.
        Refused(ref test, ref place, place.Partner, ErrorCode.SendBlocking);
    }

    /// <summary>Sends, and expects that the receiver who waits gets it.</summary>
    internal static void Delivered(ref Case test, ref Rendezvous place, ushort sender)
    {
        Message message = Places.Message(ref test);
        Rendezvous after = place with { State = RendezvousState.Empty };
        var expected = new Transition { Caller = Answer.Done, Message = message, Peer = place.Waiter, PeerAnswer = Answer.Receives };
        Exchange.Send(ref place, sender, message, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }

    private static void Refused(ref Case test, ref Rendezvous place, ushort sender, ErrorCode error)
    {
        Message message = Places.Message(ref test);
        Rendezvous after = place;
        var expected = new Transition { Caller = Answer.Returned, CallerError = error, Message = message };
        Exchange.Send(ref place, sender, message, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }
}
