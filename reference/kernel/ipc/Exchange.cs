using Merriwig.Abi;
using Merriwig.Tasks;

namespace Merriwig.Ipc;

/// <summary>
/// The rendezvous machine: what sending, receiving and closing do to a rendezvous in each of its states, and who runs afterwards. It knows
/// threads by number alone; what a transition says is carried out by others.
/// </summary>
internal static class Exchange
{
    /// <summary>A thread sends a message, or the kernel posts one.</summary>
    /// <param name="rendezvous">Where.</param>
    /// <param name="caller">
    /// The sender; <see cref="Rendezvous.Nobody"/> for the kernel, which gets the same answers as a thread but never waits itself.
    /// </param>
    /// <param name="message">The message.</param>
    /// <param name="transition">What comes of it.</param>
    internal static void Send(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        #region Solution 10.1: wait, pass on, or refuse
        switch (rendezvous.State)
        {
            case RendezvousState.Empty:
                Wait(ref rendezvous, RendezvousState.Sending, caller);
                rendezvous.Message = message;
                transition.Caller = Answer.Waits;
                break;

            case RendezvousState.Receiving when Accepts(rendezvous, caller):
                Deliver(rendezvous, message, ref transition);
                rendezvous.State = RendezvousState.Empty;
                transition.Caller = Answer.Done;
                break;

            default:
                Refuse(rendezvous, message, ref transition);
                break;
        }
        #endregion
    }

    /// <summary>A thread receives whatever comes.</summary>
    internal static void Receive(ref Rendezvous rendezvous, ushort caller, out Transition transition)
    {
        transition = default;
        #region Solution 10.2: wait, take, or refuse
        switch (rendezvous.State)
        {
            case RendezvousState.Empty:
                Wait(ref rendezvous, RendezvousState.Receiving, caller);
                transition.Caller = Answer.Waits;
                break;

            case RendezvousState.Sending:
                transition.Message = rendezvous.Message;
                transition.Caller = Answer.Receives;
                transition.Peer = rendezvous.Waiter;
                transition.PeerAnswer = Answer.Done;
                rendezvous.State = RendezvousState.Empty;
                break;

            case RendezvousState.SendReceiving:
                // The sender goes on waiting, now for the reply of this receiver and of nobody else.
                transition.Message = rendezvous.Message;
                transition.Caller = Answer.Receives;
                rendezvous.State = RendezvousState.Receiving;
                rendezvous.Partner = caller;
                break;

            default:
                transition.Caller = Answer.Fails;
                transition.CallerError = ErrorCode.ReceiveBlocking;
                break;
        }
        #endregion
    }

    /// <summary>A thread sends a message and waits for the reply of whoever receives it.</summary>
    /// <inheritdoc cref="Send"/>
    internal static void SendReceive(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        #region Solution 10.3: as send, and then as a receiver with one partner
        switch (rendezvous.State)
        {
            case RendezvousState.Empty:
                Wait(ref rendezvous, RendezvousState.SendReceiving, caller);
                rendezvous.Message = message;
                transition.Caller = Answer.Waits;
                break;

            case RendezvousState.Receiving when Accepts(rendezvous, caller):
                Deliver(rendezvous, message, ref transition);
                rendezvous.Partner = rendezvous.Waiter;
                rendezvous.Waiter = caller;
                transition.Caller = Answer.Waits;
                break;

            default:
                Refuse(rendezvous, message, ref transition);
                break;
        }
        #endregion
    }

    /// <summary>
    /// A reference went away. If whoever waits here waits for what cannot come any more, the wait is over with <see cref="ErrorCode.Closed"/>;
    /// a sender gets its message back.
    /// </summary>
    /// <param name="rendezvous">Where, the reference no longer counted.</param>
    /// <param name="transition">Its caller is whoever gave the reference up, and always done.</param>
    internal static void Close(ref Rendezvous rendezvous, out Transition transition)
    {
        transition = default;
        transition.Caller = Answer.Done;
        #region Solution 10.5: only a receiver of whatever comes can hope for a mount
        bool open = rendezvous.State == RendezvousState.Receiving && rendezvous.Partner == Rendezvous.Nobody
            ? rendezvous.Handles + rendezvous.Mounts > 1
            : rendezvous.Handles > 1;
        if (open || rendezvous.State == RendezvousState.Empty || rendezvous.Waiter == Rendezvous.Nobody)
            return;
        Break(ref rendezvous, ref transition);
        #endregion
    }

    /// <summary>The wait is over with <see cref="ErrorCode.Closed"/>, whoever waits: the thread that would have ended it is gone.</summary>
    /// <param name="rendezvous">Where; not <see cref="RendezvousState.Empty"/>.</param>
    /// <param name="transition">As that of <see cref="Close"/>.</param>
    internal static void Break(ref Rendezvous rendezvous, ref Transition transition)
    {
        #region Solution 10.5: a sender gets its message back
        bool sends = rendezvous.State is RendezvousState.Sending or RendezvousState.SendReceiving;
        transition.Message = rendezvous.Message;
        transition.Peer = rendezvous.Waiter;
        transition.PeerAnswer = sends ? Answer.Returned : Answer.Fails;
        transition.PeerError = ErrorCode.Closed;
        transition.PeerFirst = true;
        rendezvous.State = RendezvousState.Empty;
        #endregion
    }

    /// <summary>Whether a message cannot be sent, because nobody but the sender could ever receive it.</summary>
    internal static bool IsClosedToSenders(in Rendezvous rendezvous)
    {
        #region Solution 10.5: the sender's own reference is the last
        return rendezvous.Handles <= 1;
        #endregion
    }

    /// <summary>Who runs after an operation of the thread that has the processor: changes the schedule as the transition says.</summary>
    internal static void Reschedule(ref Schedule schedule, in Transition transition)
    {
        #region Solution 10.4: the peer is next, unless the caller must wait or let it go first
        if (transition.Peer != Rendezvous.Nobody)
            Scheduler.Wake(ref schedule, transition.Peer);
        if (transition.Caller == Answer.Waits)
            Scheduler.Block(ref schedule);
        else if (transition.Peer != Rendezvous.Nobody && transition.PeerFirst)
            Scheduler.GiveWay(ref schedule);
        #endregion
    }

    #region Solution 10.1: the pieces
    private static void Wait(ref Rendezvous rendezvous, RendezvousState state, ushort caller)
    {
        rendezvous.State = state;
        rendezvous.Waiter = caller;
        rendezvous.Partner = Rendezvous.Nobody;
    }

    /// <summary>Whether the receiver takes a message of this thread's.</summary>
    private static bool Accepts(in Rendezvous rendezvous, ushort sender) =>
        rendezvous.Partner == Rendezvous.Nobody || rendezvous.Partner == sender;

    /// <summary>The receiver gets a message.</summary>
    private static void Deliver(in Rendezvous rendezvous, in Message message, ref Transition transition)
    {
        transition.Message = message;
        transition.Peer = rendezvous.Waiter;
        transition.PeerAnswer = Answer.Receives;
    }

    /// <summary>The sender gets its message back: another sender is there, or the receiver waits for somebody else.</summary>
    private static void Refuse(in Rendezvous rendezvous, in Message message, ref Transition transition)
    {
        transition.Message = message;
        transition.Caller = Answer.Returned;
        transition.CallerError = rendezvous.State == RendezvousState.Receiving ? ErrorCode.ReceiveBlocking : ErrorCode.SendBlocking;
    }

    #endregion
}
