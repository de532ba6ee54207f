using Merriwig.Abi;
using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>Task 10.5: who is left, and whose wait is over.</summary>
internal static class CloseCases
{
    internal static void SendersNeedAnotherHandle(ref Case test)
    {
        Closed(ref test, handles: 0, expected: true, "whether it is closed to senders without a handle (0 no, 1 yes)");
        Closed(ref test, handles: 1, expected: true, "whether it is closed to senders with one handle (0 no, 1 yes)");
        Closed(ref test, handles: 2, expected: false, "whether it is closed to senders with two handles (0 no, 1 yes)");
        Closed(ref test, handles: 1 << 16, expected: false, "whether it is closed to senders with 65,536 handles (0 no, 1 yes)");
    }

    private static void Closed(ref Case test, uint handles, bool expected, string what)
    {
        Rendezvous place = Places.Empty(ref test) with { Handles = handles };
        test.Equal(expected ? 1u : 0, Exchange.IsClosedToSenders(place) ? 1u : 0, what);
        place.Mounts = 0;
        test.Equal(expected ? 1u : 0, Exchange.IsClosedToSenders(place) ? 1u : 0, what);
        place.Mounts = ushort.MaxValue;
        test.Equal(expected ? 1u : 0, Exchange.IsClosedToSenders(place) ? 1u : 0, what);
    }

    internal static void ReturnsTheSendersMessage(ref Case test)
    {
        Rendezvous place = Places.Sending(ref test, Places.Threads(ref test).First);
        KeepsWith(ref test, place, handles: 2, mounts: 0);
        EndsWith(ref test, place, handles: 1, mounts: 0, Answer.Returned);
        EndsWith(ref test, place, handles: 0, mounts: 0, Answer.Returned);

        // Nobody receives through a mount.
        EndsWith(ref test, place, handles: 1, mounts: 5, Answer.Returned);
    }

    internal static void ReturnsTheCallersMessage(ref Case test)
    {
        Rendezvous place = Places.Calling(ref test, Places.Threads(ref test).First);
        KeepsWith(ref test, place, handles: 3, mounts: 1);
        EndsWith(ref test, place, handles: 1, mounts: 0, Answer.Returned);
        EndsWith(ref test, place, handles: 1, mounts: 1, Answer.Returned);
    }

    internal static void EndsAReceiversWait(ref Case test)
    {
        Rendezvous place = Places.Receiving(ref test, Places.Threads(ref test).First);
        KeepsWith(ref test, place, handles: 2, mounts: 0);
        EndsWith(ref test, place, handles: 1, mounts: 0, Answer.Fails);
        EndsWith(ref test, place, handles: 0, mounts: 0, Answer.Fails);
    }

    internal static void AMountLeavesAReceiverHope(ref Case test)
    {
        Rendezvous place = Places.Receiving(ref test, Places.Threads(ref test).First);
        KeepsWith(ref test, place, handles: 1, mounts: 1);
        KeepsWith(ref test, place, handles: 0, mounts: 2);
        KeepsWith(ref test, place, handles: ushort.MaxValue, mounts: ushort.MaxValue);
        KeepsWith(ref test, place, handles: 1 << 16, mounts: 1);
        EndsWith(ref test, place, handles: 0, mounts: 1, Answer.Fails);
    }

    internal static void EndsTheWaitForAReply(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Rendezvous place = Places.AwaitingReply(ref test, threads.First, from: threads.Second);
        KeepsWith(ref test, place, handles: 2, mounts: 0);
        EndsWith(ref test, place, handles: 1, mounts: 0, Answer.Fails);

        // Who comes through a mount is not the one who owes the reply.
        EndsWith(ref test, place, handles: 1, mounts: 3, Answer.Fails);
    }

    internal static void KeepsAPostedMessage(ref Case test)
    {
        Rendezvous place = Places.Sending(ref test, Rendezvous.Nobody);
        KeepsWith(ref test, place, handles: 1, mounts: 0);
        KeepsWith(ref test, place, handles: 0, mounts: 0);
        EndsWith(ref test, place with { Waiter = Places.Threads(ref test).First }, handles: 1, mounts: 0, Answer.Returned);
    }

    internal static void LeavesAnEmptyPlace(ref Case test)
    {
        KeepsWith(ref test, Places.Empty(ref test), handles: 5, mounts: 0);
        KeepsWith(ref test, Places.Empty(ref test), handles: 1, mounts: 0);
        KeepsWith(ref test, Places.Empty(ref test), handles: 0, mounts: 1);
    }

    internal static void BreaksAnyWait(ref Case test)
    {
        Threads threads = Places.Threads(ref test);
        Broken(ref test, Places.Sending(ref test, threads.First), Answer.Returned);
        Broken(ref test, Places.Calling(ref test, threads.Second), Answer.Returned);
        Broken(ref test, Places.Receiving(ref test, threads.Third), Answer.Fails);
        Broken(ref test, Places.AwaitingReply(ref test, threads.First, from: threads.Second), Answer.Fails);
    }

    private static void EndsWith(ref Case test, in Rendezvous before, uint handles, ushort mounts, Answer answer)
    {
        Rendezvous place = before with { Handles = handles, Mounts = mounts };
        Rendezvous after = place with { State = RendezvousState.Empty };
        Transition expected = Over(place, answer);
        Exchange.Close(ref place, out Transition transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }

    private static void KeepsWith(ref Case test, in Rendezvous before, uint handles, ushort mounts)
    {
        Rendezvous place = before with { Handles = handles, Mounts = mounts };
        Rendezvous after = place;
        Exchange.Close(ref place, out Transition transition);
        Compare.Transitions(ref test, new Transition { Caller = Answer.Done }, transition);
        Compare.Places(ref test, after, place);
    }

    private static void Broken(ref Case test, Rendezvous place, Answer answer)
    {
        Rendezvous after = place with { State = RendezvousState.Empty };
        Transition expected = Over(place, answer);
        var transition = new Transition { Caller = Answer.Done };
        Exchange.Break(ref place, ref transition);
        Compare.Transitions(ref test, expected, transition);
        Compare.Places(ref test, after, place);
    }

    private static Transition Over(in Rendezvous place, Answer answer) => new()
    {
        Caller = Answer.Done,
        Message = place.Message,
        Peer = place.Waiter,
        PeerAnswer = answer,
        PeerError = ErrorCode.Closed,
        PeerFirst = true,
    };
}
