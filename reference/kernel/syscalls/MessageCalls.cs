using System.Runtime.CompilerServices;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>Sending and receiving.</summary>
internal static unsafe class MessageCalls
{
    /// <summary>As a time in microseconds: without a deadline.</summary>
    internal const ulong ForEver = ulong.MaxValue;

    /// <summary>Sends; the handle is in bits 32 to 63 of RAX, the message in RDI, RSI and RDX; bit 13 of RAX: only to somebody who waits.</summary>
    internal static void Send(Process* process, InterruptFrame* frame)
    {
        bool mayNotWait = (frame->Rax & MessageControl.OnlyToReceiver) != 0;
        ErrorCode error = Take(process, frame, mayNotWait, out ushort number, out Message message);
        if (error != ErrorCode.None)
        {
            frame->Rax = (ulong)error;
            return;
        }

        Exchange.Send(ref RendezvousTable.At(number)->Machine, (ushort)Dispatcher.RunningNumber, message, out Transition transition);
        if (Trace.IsOn(Subsystem.Ipc))
            Report("ipc.send", number, message, transition);
        Delivery.CarryOut(number, WaitKind.Rendezvous, ref transition);
    }

    /// <summary>Sends, and receives the reply.</summary>
    internal static void SendReceive(Process* process, InterruptFrame* frame)
    {
        ErrorCode error = Take(process, frame, mayNotWait: false, out ushort number, out Message message);
        if (error != ErrorCode.None)
        {
            frame->Rax = (ulong)error;
            return;
        }

        Exchange.SendReceive(ref RendezvousTable.At(number)->Machine, (ushort)Dispatcher.RunningNumber, message, out Transition transition);
        if (Trace.IsOn(Subsystem.Ipc))
            Report("ipc.call", number, message, transition);
        Delivery.CarryOut(number, WaitKind.Rendezvous, ref transition);
    }

    /// <summary>Receives.</summary>
    /// <param name="process">The caller's process.</param>
    /// <param name="frame">The caller's registers.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="microseconds">How long to wait at the most; 0 takes what is there.</param>
    /// <param name="kind">What the caller waits for if it waits.</param>
    internal static void Receive(Process* process, InterruptFrame* frame, ulong handle, ulong microseconds, WaitKind kind)
    {
        if (!HandleTable.TryGet(process->Handles, handle, out ushort number))
        {
            frame->Rax = (ulong)ErrorCode.InvalidHandle;
            return;
        }

        RendezvousEntry* entry = RendezvousTable.At(number);
        if (IsHopeless(entry))
        {
            frame->Rax = (ulong)ErrorCode.Closed;
            return;
        }

        if (entry->Machine.State == RendezvousState.Empty && microseconds == 0)
        {
            HandleTable.MarkReceiver(process->Handles, handle);
            frame->Rax = (ulong)ErrorCode.TimedOut;
            return;
        }

        Receive(process, handle, number, kind);
        if (microseconds != ForEver && Dispatcher.Running->Wait == kind)
            Deadlines.Set(Dispatcher.RunningNumber, Clock.After(microseconds));
    }

    /// <summary>Receives from a rendezvous through a handle, which is a receiver's from now on.</summary>
    internal static void Receive(Process* process, ulong handle, ushort number, WaitKind kind)
    {
        RendezvousEntry* entry = RendezvousTable.At(number);
        Exchange.Receive(ref entry->Machine, (ushort)Dispatcher.RunningNumber, out Transition transition);
        if (transition.Caller != Answer.Fails)
        {
            HandleTable.MarkReceiver(process->Handles, handle);
            ForgetDebt(entry);
        }

        if (Trace.IsOn(Subsystem.Ipc))
            Report("ipc.receive", number, transition.Message, transition);
        Delivery.CarryOut(number, kind, ref transition);
    }

    /// <summary>The running thread owes nobody a reply here any more. Without this a reply to a client that is gone would wait for a receiver.</summary>
    /// <returns>Whether it owed one to somebody who is gone.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool ForgetDebt(RendezvousEntry* entry)
    {
        if (entry->Debtor != Dispatcher.RunningNumber)
            return false;
        entry->Debtor = 0;
        return true;
    }

    /// <summary>
    /// Whether nothing will ever come: the receiver's reference is the only one, or the end of a process, for which it stands, has been told.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsHopeless(RendezvousEntry* entry) => entry->Machine.State == RendezvousState.Empty
        && (entry->IsProcessEnd ? entry->EndOf == 0 : entry->Machine.Handles + entry->Machine.Mounts <= 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ErrorCode Take(Process* process, InterruptFrame* frame, bool mayNotWait, out ushort number, out Message message)
    {
        message = default;
        if (!HandleTable.TryGet(process->Handles, frame->Rax >> MessageControl.HandleShift, out number))
            return ErrorCode.InvalidHandle;
        RendezvousEntry* entry = RendezvousTable.At(number);
        if (entry->IsProcessEnd)
            return ErrorCode.Denied;
        if (entry->IsOrphaned || Exchange.IsClosedToSenders(entry->Machine) || ForgetDebt(entry))
            return ErrorCode.Closed;
        if (mayNotWait && entry->Machine.State == RendezvousState.Empty)
            return ErrorCode.TimedOut;
        return MessageCodec.Take(process, frame, out message);
    }

    private static void Report(string name, ushort number, in Message message, in Transition transition) =>
        Trace.Event(name).Number("thread", Dispatcher.Running->Id).Number("rendezvous", number).Hexadecimal("tag", message.Tag)
            .Word("answer", AnswerNames.Of(transition.Caller)).Number("error", (ulong)transition.CallerError)
            .Number("peer", transition.Peer == Rendezvous.Nobody ? 0 : Threads.At(transition.Peer)->Id).End();
}
