using Merriwig.Abi;
using Merriwig.Tasks;

namespace Merriwig.Ipc;

/// <summary>A mailbox with one place instead of a rendezvous: senders never wait, the last message counts, and everybody takes turns.</summary>
internal static class Exchange
{
    internal static void Send(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        transition.Caller = Answer.Done;
        if (rendezvous.State == RendezvousState.Receiving)
        {
            transition.Message = message;
            transition.Peer = rendezvous.Waiter;
            transition.PeerAnswer = Answer.Receives;
        }

        rendezvous.Message = message;
        rendezvous.State = RendezvousState.Sending;
        rendezvous.Waiter = Rendezvous.Nobody;
    }

    internal static void Receive(ref Rendezvous rendezvous, ushort caller, out Transition transition)
    {
        transition = default;
        transition.Message = rendezvous.Message;
        transition.Caller = rendezvous.State == RendezvousState.Empty ? Answer.Waits : Answer.Receives;
        rendezvous.State = rendezvous.State == RendezvousState.Empty ? RendezvousState.Receiving : RendezvousState.Empty;
        rendezvous.Waiter = caller;
    }

    internal static void SendReceive(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        Send(ref rendezvous, caller, message, out transition);
        rendezvous.State = RendezvousState.Receiving;
        rendezvous.Waiter = caller;
        transition.Caller = Answer.Waits;
    }

    internal static void Close(ref Rendezvous rendezvous, out Transition transition)
    {
        transition = default;
        transition.Caller = Answer.Done;
        Break(ref rendezvous, ref transition);
    }

    internal static void Break(ref Rendezvous rendezvous, ref Transition transition)
    {
        transition.Peer = rendezvous.Waiter;
        transition.PeerAnswer = Answer.Fails;
        transition.PeerError = ErrorCode.Closed;
        rendezvous.State = RendezvousState.Empty;
    }

    internal static bool IsClosedToSenders(in Rendezvous rendezvous) => rendezvous.Handles == 0;

    internal static void Reschedule(ref Schedule schedule, in Transition transition)
    {
        Scheduler.Preempt(ref schedule);
        if (transition.Peer != Rendezvous.Nobody)
            Scheduler.Wake(ref schedule, transition.Peer);
    }
}
