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
        // TODO 10.1: A thread sends. Where nobody is, it waits with its message. Where a receiver
        // waits that takes its message, the receiver gets it, both go on, and the rendezvous is
        // empty. Otherwise the call fails, nothing changes, and the sender gets its message back:
        // with SendBlocking where a message stands already, with ReceiveBlocking where the receiver
        // waits for somebody else's reply. The kernel posts with the caller Nobody.
        Unwritten.Task("10.1");
    }

    /// <summary>A thread receives whatever comes.</summary>
    internal static void Receive(ref Rendezvous rendezvous, ushort caller, out Transition transition)
    {
        transition = default;
        // TODO 10.2: A thread receives. Where nobody is, it waits, for anybody. From a sender it
        // gets the message, and the sender goes on. From one who called with send_receive it gets
        // the message, and the caller goes on waiting, now for this receiver's reply alone. Where a
        // receiver waits already, the call fails with ReceiveBlocking and nothing changes.
        Unwritten.Task("10.2");
    }

    /// <summary>A thread sends a message and waits for the reply of whoever receives it.</summary>
    /// <inheritdoc cref="Send"/>
    internal static void SendReceive(ref Rendezvous rendezvous, ushort caller, in Message message, out Transition transition)
    {
        transition = default;
        // TODO 10.3: A thread calls: it sends and then waits for the reply of whoever receives the
        // message. As with send, but the caller never just goes on. Where nobody is, it waits as
        // SendReceiving. Where a receiver takes its message, it takes the receiver's place: it
        // waits there as a receiver whose only partner is the one that got the message. Refused as
        // with send.
        Unwritten.Task("10.3");
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
        // TODO 10.5: A reference went away. A sender, or a receiver that waits for a reply, needs
        // somebody with a handle: where its own handle is the last (Handles is 1 or less), its wait
        // is over. A receiver that waits for anybody can also hope for somebody who comes through a
        // mount: its wait is over where Handles and Mounts together are 1 or less. A wait that is
        // over ends with Closed; a sender gets its message back; the thread runs first. What the
        // kernel posted stays.
        Unwritten.Task("10.5");
    }

    /// <summary>The wait is over with <see cref="ErrorCode.Closed"/>, whoever waits: the thread that would have ended it is gone.</summary>
    /// <param name="rendezvous">Where; not <see cref="RendezvousState.Empty"/>.</param>
    /// <param name="transition">As that of <see cref="Close"/>.</param>
    internal static void Break(ref Rendezvous rendezvous, ref Transition transition)
    {
        // TODO 10.5 (continued): a sender gets its message back
        Unwritten.Task("10.5");
    }

    /// <summary>Whether a message cannot be sent, because nobody but the sender could ever receive it.</summary>
    internal static bool IsClosedToSenders(in Rendezvous rendezvous)
    {
        // TODO 10.5 (continued): the sender's own reference is the last
        return Unwritten.Task<bool>("10.5");
    }

    /// <summary>Who runs after an operation of the thread that has the processor: changes the schedule as the transition says.</summary>
    internal static void Reschedule(ref Schedule schedule, in Transition transition)
    {
        // TODO 10.4: Change the schedule as the transition says. The thread whose wait is over
        // becomes ready at the front of the queue. A caller that waits gives the processor to the
        // front of the queue, so to that thread if there is one. A caller that does not wait goes
        // on, except that it lets the other thread run first where the transition says so: then it
        // comes right after it.
        Unwritten.Task("10.4");
    }

    // Yours to add: whatever helper task 10.1 needs.
}
