using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Ipc;

/// <summary>Carries out what a transition says: answers go to registers, messages with what they carry to processes, and the schedule changes.</summary>
internal static unsafe class Delivery
{
    /// <summary>Carries out a transition whose caller is the running thread, which made a system call.</summary>
    /// <param name="number">The rendezvous.</param>
    /// <param name="kind">What the running thread waits for if it waits.</param>
    /// <param name="transition">What to carry out.</param>
    internal static void CarryOut(ushort number, WaitKind kind, ref Transition transition)
    {
        Thread* caller = Dispatcher.Running;
        if (transition.Caller == Answer.Waits)
        {
            caller->Wait = kind;
            caller->Awaited = number;
        }
        else
        {
            Respond(caller, kind, transition.Caller, transition.CallerError, transition.Message);
        }

        AnswerPeer(number, ref transition);
        Exchange.Reschedule(ref Dispatcher.Schedule, transition);
    }

    /// <summary>Carries out a transition that no system call's answer depends on: the kernel posted something, or a reference went away.</summary>
    internal static void Conclude(ushort number, ref Transition transition)
    {
        if (transition.Peer == Rendezvous.Nobody)
            return;
        AnswerPeer(number, ref transition);
        transition.Caller = Answer.Done;
        Exchange.Reschedule(ref Dispatcher.Schedule, transition);
    }

    /// <summary>Ends a thread's wait at every rendezvous where it waits, without an answer.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="except">A rendezvous that is seen to already; 0 for none.</param>
    internal static void Withdraw(int thread, ushort except)
    {
        Thread* waiter = Threads.At(thread);
        if (waiter->Wait is WaitKind.Rendezvous or WaitKind.ProcessEnd)
        {
            WithdrawFrom(waiter->Awaited, except);
            return;
        }

        if (waiter->Wait != WaitKind.AnyRendezvous)
            return;
        for (int i = 0; i < waiter->AwaitedCount; i++)
            WithdrawFrom(waiter->AwaitedList[i], except);
    }

    private static void WithdrawFrom(ushort number, ushort except)
    {
        if (number == except)
            return;
        ref Rendezvous machine = ref RendezvousTable.At(number)->Machine;
        if (machine.State is RendezvousState.Sending or RendezvousState.SendReceiving)
            RendezvousTable.Drop(machine.Message);
        machine.State = RendezvousState.Empty;
    }

    private static void AnswerPeer(ushort number, ref Transition transition)
    {
        if (transition.Peer == Rendezvous.Nobody)
            return;
        int peer = transition.Peer;
        Thread* thread = Threads.At(peer);
        InterruptFrame* frame = Thread.Frame(thread);
        Respond(thread, thread->Wait, transition.PeerAnswer, transition.PeerError, transition.Message);
        if (thread->Wait == WaitKind.AnyRendezvous)
        {
            int index = 0;
            while (thread->AwaitedList[index] != number)
                index++;
            frame->R8 = (ulong)index;
            Withdraw(peer, number);
        }

        thread->Wait = WaitKind.None;
        Deadlines.Cancel(peer);
        if (!thread->Suspended)
            return;

        // It has its answer, and runs when it is resumed.
        thread->ReadyOnResume = true;
        transition.Peer = Rendezvous.Nobody;
    }

    /// <summary>Puts an answer into a thread's registers.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="kind">What its call waits for, or would have if it had had to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="error">Why, where the call failed.</param>
    /// <param name="message">The message that comes with the answer.</param>
    private static void Respond(Thread* thread, WaitKind kind, Answer answer, ErrorCode error, in Message message)
    {
        InterruptFrame* frame = Thread.Frame(thread);
        switch (answer)
        {
            case Answer.Receives when kind == WaitKind.ProcessEnd:
                AnswerProcessEnd(frame, message);
                break;
            case Answer.Receives:
                frame->Rax = MessageCodec.Give(Processes.At(thread->Process), frame, message);
                break;
            case Answer.Returned:
                frame->Rax = (ulong)error | MessageControl.ContainsMessage | MessageCodec.Give(Processes.At(thread->Process), frame, message);
                break;
            default:
                frame->Rax = (ulong)error;
                break;
        }
    }

    /// <summary>A process has ended, and a thread waited for that: registers of the call <c>wait</c>.</summary>
    private static void AnswerProcessEnd(InterruptFrame* frame, in Message message)
    {
        frame->Rax = 0;
        frame->Rdi = message.First;
        frame->Rsi = message.Second & 0xFF;
        frame->Rdx = message.Second >> 8;
    }
}
