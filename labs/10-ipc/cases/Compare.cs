using System.Runtime.CompilerServices;
using Merriwig.Abi;
using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>Holds what an operation did against what it should have done, field by field; a field without meaning may hold anything.</summary>
internal static class Compare
{
    /// <summary>Ends the case unless a rendezvous is as expected.</summary>
    internal static void Places(
        ref Case test, in Rendezvous expected, in Rendezvous actual, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        test.Equal((ulong)expected.State, (ulong)actual.State, "the state afterwards (0 empty, 1 sending, 2 receiving, 3 send-receiving)", file, line);
        if (expected.State != RendezvousState.Empty)
            test.Equal(expected.Waiter, actual.Waiter, "the thread that waits there afterwards (0 nobody)", file, line);
        if (expected.State == RendezvousState.Receiving)
            test.Equal(expected.Partner, actual.Partner, "the only thread whose message the receiver takes (0 anybody's)", file, line);
        if (expected.State is RendezvousState.Sending or RendezvousState.SendReceiving)
            Messages(ref test, expected.Message, actual.Message, "the tag of the message that stands there afterwards", file, line);
        test.Equal(expected.Handles, actual.Handles, "the count of handles, which is not the exchange's to change", file, line);
        test.Equal(expected.Mounts, actual.Mounts, "the count of mounts, which is not the exchange's to change", file, line);
    }

    /// <summary>Ends the case unless a transition is as expected.</summary>
    internal static void Transitions(
        ref Case test, in Transition expected, in Transition actual, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        test.Equal((ulong)expected.Caller, (ulong)actual.Caller, "the caller's answer (0 waits, 1 done, 2 receives, 3 fails, 4 returned)", file, line);
        test.Equal((ulong)expected.CallerError, (ulong)actual.CallerError, "the caller's error (0 none, 1 send-blocking, 2 receive-blocking, 12 closed)", file, line);
        test.Equal(expected.Peer, actual.Peer, "the other thread, whose wait is over (0 nobody's)", file, line);
        bool carries = expected.Caller is Answer.Receives or Answer.Returned;
        if (expected.Peer != Rendezvous.Nobody)
        {
            test.Equal((ulong)expected.PeerAnswer, (ulong)actual.PeerAnswer, "the other thread's answer (0 waits, 1 done, 2 receives, 3 fails, 4 returned)", file, line);
            test.Equal((ulong)expected.PeerError, (ulong)actual.PeerError, "the other thread's error (0 none, 1 send-blocking, 2 receive-blocking, 12 closed)", file, line);
            test.Equal(expected.PeerFirst ? 1u : 0, actual.PeerFirst ? 1u : 0, "whether the other thread runs before the caller goes on (0 no, 1 yes)", file, line);
            carries |= expected.PeerAnswer is Answer.Receives or Answer.Returned;
        }

        if (carries)
            Messages(ref test, expected.Message, actual.Message, "the tag of the message that one of the threads gets", file, line);
    }

    private static void Messages(ref Case test, in Message expected, in Message actual, string tag, string file, int line)
    {
        test.Equal(expected.Tag, actual.Tag, tag, file, line);
        bool same = expected.First == actual.First && expected.Second == actual.Second &&
            expected.FirstKind == actual.FirstKind && expected.SecondKind == actual.SecondKind;
        test.Expect(same, "the tag of a message is right, and its items or their kinds are not", file, line);
    }
}
