using Merriwig.Abi;
using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>Task 10.3: send_receive, in every state of a rendezvous.</summary>
internal static class CallCases
{
    internal static void WhereNobodyIs(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Empty(ref test);
        Message message = Places.Message(ref test);
        Rendezvous after = place with { State = RendezvousState.SendReceiving, Waiter = threads.First, Message = message };
        Exchange.SendReceive(ref place, threads.First, message, out Transition transition);
        Compare.Transitions(ref test, new Transition { Caller = Answer.Waits }, transition);
        Compare.Places(ref test, after, place);
    }

    internal static void ToAReceiver(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Receiving(ref test, threads.First);
        HandedOver(ref test, ref place, threads.Second);
    }

    internal static void BackToACaller(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.AwaitingReply(ref test, threads.First, from: threads.Second);
        HandedOver(ref test, ref place, threads.Second);

        // And once more the other way round: the two may go on like this for as long as they like.
        HandedOver(ref test, ref place, threads.First);
    }

    internal static void IsReplied(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Receiving(ref test, threads.First);
        HandedOver(ref test, ref place, threads.Second);
        Refused(ref test, ref place, threads.Third, ErrorCode.ReceiveBlocking);
        SendCases.Delivered(ref test, ref place, threads.First);
    }

    internal static void ByAStranger(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.AwaitingReply(ref test, threads.First, from: threads.Second);
        Refused(ref test, ref place, threads.Third, ErrorCode.ReceiveBlocking);
        Refused(ref test, ref place, threads.First, ErrorCode.ReceiveBlocking);
        HandedOver(ref test, ref place, threads.Second);
    }

    internal static void BesideASender(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Sending(ref test, threads.First);
        Refused(ref test, ref place, threads.Second, ErrorCode.SendBlocking);
        place = Places.Sending(ref test, Rendezvous.Nobody);
        Refused(ref test, ref place, threads.Second, ErrorCode.SendBlocking);
    }

    internal static void BesideACaller(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Empty(ref test);
        Exchange.SendReceive(ref place, threads.First, Places.Message(ref test), out Transition transition);
        test.Equal((ulong)Answer.Waits, (ulong)transition.Caller, "the first caller's answer (0 waits, 1 done, 2 receives, 3 fails, 4 returned)");
        Refused(ref test, ref place, threads.Second, ErrorCode.SendBlocking);
    }

    /// <summary>Calls, and expects that the receiver gets the message and that the caller now waits for its reply.</summary>
    private static void HandedOver(ref Case test, ref Rendezvous place, ushort caller)
    {
        Message message = Places.Message(ref test);
        ushort receiver = place.Waiter;
        Rendezvous after = place with { State = RendezvousState.Receiving, Waiter = caller, Partner = receiver };
        var expected = new Transition { Caller = Answer.Waits, Message = message, Peer = receiver, PeerAnswer = Answer.Receives };
        Exchange.SendReceive(ref place, caller, message, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }

    private static void Refused(ref Case test, ref Rendezvous place, ushort caller, ErrorCode error)
    {
        Message message = Places.Message(ref test);
        Rendezvous after = place;
        var expected = new Transition { Caller = Answer.Returned, CallerError = error, Message = message };
        Exchange.SendReceive(ref place, caller, message, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }
}
