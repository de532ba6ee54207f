using Merriwig.Abi;
using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>Task 10.2: receive, in every state of a rendezvous.</summary>
internal static class ReceiveCases
{
    internal static void WhereNobodyIs(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Empty(ref test);
        Rendezvous after = place with { State = RendezvousState.Receiving, Waiter = threads.First, Partner = Rendezvous.Nobody };
        Exchange.Receive(ref place, threads.First, out Transition transition);
        Compare.Transitions(ref test, new Transition { Caller = Answer.Waits }, transition);
        Compare.Places(ref test, after, place);
    }

    internal static void FromASender(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Sending(ref test, threads.First);
        Rendezvous after = place with { State = RendezvousState.Empty };
        var expected = new Transition { Caller = Answer.Receives, Message = place.Message, Peer = threads.First, PeerAnswer = Answer.Done };
        Exchange.Receive(ref place, threads.Second, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }

    internal static void APostedMessage(ref Case test)
    {
        Rendezvous place = Places.Sending(ref test, Rendezvous.Nobody);
        Rendezvous after = place with { State = RendezvousState.Empty };
        var expected = new Transition { Caller = Answer.Receives, Message = place.Message };
        Exchange.Receive(ref place, Places.Threads(ref test).First, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }

    internal static void FromACaller(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Calling(ref test, threads.First);
        Rendezvous after = place with { State = RendezvousState.Receiving, Partner = threads.Second };
        var expected = new Transition { Caller = Answer.Receives, Message = place.Message };
        Exchange.Receive(ref place, threads.Second, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }

    internal static void BesideAReceiver(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Empty(ref test);
        Exchange.Receive(ref place, threads.First, out Transition transition);
        test.Equal((ulong)Answer.Waits, (ulong)transition.Caller, "the first receiver's answer (0 waits, 1 done, 2 receives, 3 fails, 4 returned)");
        Refused(ref test, ref place, threads.Second);
    }

    internal static void InsteadOfReplying(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.Calling(ref test, threads.First);
        Exchange.Receive(ref place, threads.Second, out Transition transition);
        test.Equal((ulong)Answer.Receives, (ulong)transition.Caller, "the answer of who receives a call (0 waits, 1 done, 2 receives, 3 fails, 4 returned)");
        Refused(ref test, ref place, threads.Second);
        Refused(ref test, ref place, threads.Third);
    }

    private static void Refused(ref Case test, ref Rendezvous place, ushort receiver)
    {
        Rendezvous after = place;
        var expected = new Transition { Caller = Answer.Fails, CallerError = ErrorCode.ReceiveBlocking };
        Exchange.Receive(ref place, receiver, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }
}
