using Merriwig.Abi;
using Merriwig.Tasks;

namespace Merriwig.Ipc;

/// <summary>Answers what is plausible and keeps nothing: what a program can do that only prints the expected lines.</summary>
internal static class Exchange
{
    internal static void Send(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        transition.Message = message;
        transition.Caller = rendezvous.State == RendezvousState.Empty ? Answer.Waits : Answer.Done;
        transition.Peer = rendezvous.State == RendezvousState.Receiving ? rendezvous.Waiter : Rendezvous.Nobody;
        transition.PeerAnswer = Answer.Receives;
    }

    internal static void Receive(ref Rendezvous rendezvous, ushort caller, out Transition transition)
    {
        transition = default;
        transition.Message = rendezvous.Message;
        transition.Caller = rendezvous.State == RendezvousState.Empty ? Answer.Waits : Answer.Receives;
        transition.Peer = rendezvous.State == RendezvousState.Sending ? rendezvous.Waiter : Rendezvous.Nobody;
        transition.PeerAnswer = Answer.Done;
    }

    internal static void SendReceive(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        Send(ref rendezvous, caller, message, out transition);
        transition.Caller = Answer.Waits;
    }

    internal static void Close(ref Rendezvous rendezvous, out Transition transition)
    {
        transition = default;
        transition.Caller = Answer.Done;
    }

    internal static void Break(ref Rendezvous rendezvous, ref Transition transition)
    {
        transition.Peer = rendezvous.Waiter;
        transition.PeerAnswer = Answer.Fails;
        transition.PeerError = ErrorCode.Closed;
    }

    internal static bool IsClosedToSenders(in Rendezvous rendezvous) => false;

    internal static void Reschedule(ref Schedule schedule, in Transition transition)
    {
    }
}
