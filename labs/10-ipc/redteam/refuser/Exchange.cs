using Merriwig.Abi;
using Merriwig.Tasks;

namespace Merriwig.Ipc;

/// <summary>Lets nobody in: no message is ever lost, because none is ever passed.</summary>
internal static class Exchange
{
    internal static void Send(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        transition.Message = message;
        transition.Caller = Answer.Returned;
        transition.CallerError = rendezvous.State == RendezvousState.Receiving ? ErrorCode.ReceiveBlocking : ErrorCode.SendBlocking;
    }

    internal static void Receive(ref Rendezvous rendezvous, ushort caller, out Transition transition)
    {
        transition = default;
        transition.Caller = Answer.Fails;
        transition.CallerError = ErrorCode.ReceiveBlocking;
    }

    internal static void SendReceive(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition) =>
        Send(ref rendezvous, caller, message, out transition);

    internal static void Close(ref Rendezvous rendezvous, out Transition transition)
    {
        transition = default;
        transition.Caller = Answer.Done;
    }

    internal static void Break(ref Rendezvous rendezvous, ref Transition transition)
    {
    }

    internal static bool IsClosedToSenders(in Rendezvous rendezvous) => true;

    internal static void Reschedule(ref Schedule schedule, in Transition transition)
    {
    }
}
