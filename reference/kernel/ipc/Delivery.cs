using System.Runtime.CompilerServices;
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
    /// <param name="kind">What the running thread waits for, if it must.</param>
    /// <param name="transition">What to carry out.</param>
    internal static void CarryOut(ushort number, WaitKind kind, ref Transition transition)
    {
        // An answer that is there at once is given in the same form as one that is waited for.
        Thread* caller = Dispatcher.Running;
        caller->Wait = kind;
        if (transition.Caller == Answer.Waits)
        {
            caller->Awaited = number;
        }
        else
        {
            Respond(caller, transition.Caller, transition.CallerError, transition.Message);
            caller->Wait = WaitKind.None;
        }

        AnswerPeer(number, ref transition);
        Exchange.Reschedule(ref Dispatcher.Schedule, transition);
    }

    /// <summary>Carries out a transition that no system call's answer depends on: the kernel posted something, or a reference went away.</summary>
    internal static void Conclude(ushort number, ref Transition transition)
    {
        if (transition.Peer == Rendezvous.Nobody)
            return;
        if (Trace.IsOn(Subsystem.Ipc))
            Report(number, transition);
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
        else if (machine.State == RendezvousState.Receiving)
            RendezvousTable.At(number)->Debtor = machine.Partner;
        machine.State = RendezvousState.Empty;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AnswerPeer(ushort number, ref Transition transition)
    {
        int peer = transition.Peer;
        if (peer == Rendezvous.Nobody)
            return;
        Thread* thread = Threads.At(peer);
        Respond(thread, transition.PeerAnswer, transition.PeerError, transition.Message);
        if (thread->Wait == WaitKind.AnyRendezvous)
            ChooseAwaited(peer, number);
        thread->Wait = WaitKind.None;
        Deadlines.Cancel(peer);
        if (!thread->Suspended)
            return;

        // It has its answer, and runs when it is resumed.
        thread->ReadyOnResume = true;
        transition.Peer = Rendezvous.Nobody;
    }

    private static void Report(ushort number, in Transition transition) =>
        Trace.Event("ipc.conclude").Number("rendezvous", number).Number("thread", Threads.At(transition.Peer)->Id)
            .Word("answer", AnswerNames.Of(transition.PeerAnswer)).Number("error", (ulong)transition.PeerError).End();

    /// <summary>A thread waited at several rendezvous, and one of them ended its wait.</summary>
    private static void ChooseAwaited(int thread, ushort number)
    {
        Thread* waiter = Threads.At(thread);
        int index = 0;
        while (waiter->AwaitedList[index] != number)
            index++;
        Thread.Frame(waiter)->R8 = (ulong)index;
        Withdraw(thread, number);
    }

    /// <summary>Puts an answer into a thread's registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Respond(Thread* thread, Answer answer, ErrorCode error, in Message message)
    {
        InterruptFrame* frame = Thread.Frame(thread);
        if (answer == Answer.Done)
            frame->Rax = 0;
        else if (answer == Answer.Receives && thread->Wait != WaitKind.ProcessEnd)
            frame->Rax = MessageCodec.Give(Processes.At(thread->Process), frame, message);
        else
            RespondOtherwise(thread, answer, error, message);
    }

    private static void RespondOtherwise(Thread* thread, Answer answer, ErrorCode error, in Message message)
    {
        InterruptFrame* frame = Thread.Frame(thread);
        frame->Rax = (ulong)error;
        if (answer == Answer.Returned)
            frame->Rax |= MessageControl.ContainsMessage | MessageCodec.Give(Processes.At(thread->Process), frame, message);
        else if (answer == Answer.Receives)
            AnswerProcessEnd(frame, message);
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
