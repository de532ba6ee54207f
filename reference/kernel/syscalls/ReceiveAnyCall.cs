using System;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>Receiving from whichever of several handles has something first.</summary>
internal static unsafe class ReceiveAnyCall
{
    /// <summary>RDI: address of the handles, 32 bits each; RSI: how many; RDX: microseconds. R8 tells afterwards which one it was.</summary>
    internal static void Receive(Process* process, InterruptFrame* frame)
    {
        ErrorCode error = Read(process, frame->Rdi, frame->Rsi);
        if (error == ErrorCode.None)
            error = Receive(process, frame, frame->Rdx);
        if (error != ErrorCode.None)
            frame->Rax = (ulong)error;
    }

    /// <summary>Reads the handles, and remembers their rendezvous with the thread.</summary>
    private static ErrorCode Read(Process* process, ulong address, ulong count)
    {
        if (count is 0 or > Thread.MostAwaited || !UserMemory.TryRead(ref process->Space, address, count * sizeof(uint), out _))
            return ErrorCode.Parameter;
        Thread* thread = Dispatcher.Running;
        for (int i = 0; i < (int)count; i++)
        {
            if (!HandleTable.TryGet(process->Handles, ((uint*)address)[i], out ushort number))
                return ErrorCode.InvalidHandle;
            thread->AwaitedList[i] = number;
        }

        thread->AwaitedCount = (byte)count;
        return ErrorCode.None;
    }

    private static ErrorCode Receive(Process* process, InterruptFrame* frame, ulong microseconds)
    {
        uint* handles = (uint*)frame->Rdi;
        Thread* thread = Dispatcher.Running;
        int hopeless = 0;
        for (int i = 0; i < thread->AwaitedCount; i++)
        {
            RendezvousEntry* entry = RendezvousTable.At(thread->AwaitedList[i]);
            if (entry->Machine.State is RendezvousState.Sending or RendezvousState.SendReceiving)
            {
                MessageCalls.Receive(process, handles[i], thread->AwaitedList[i], WaitKind.Rendezvous);
                frame->R8 = (ulong)i;
                return ErrorCode.None;
            }

            if (entry->Machine.State == RendezvousState.Receiving)
                return ErrorCode.ReceiveBlocking;
            if (MessageCalls.IsHopeless(entry))
                hopeless++;
        }

        if (hopeless == thread->AwaitedCount)
            return ErrorCode.Closed;
        for (int i = 0; i < thread->AwaitedCount; i++)
            HandleTable.MarkReceiver(process->Handles, handles[i]);
        if (microseconds == 0)
            return ErrorCode.TimedOut;
        return Wait(microseconds);
    }

    private static ErrorCode Wait(ulong microseconds)
    {
        Thread* thread = Dispatcher.Running;
        ushort number = (ushort)Dispatcher.RunningNumber;
        for (int i = 0; i < thread->AwaitedCount; i++)
        {
            RendezvousEntry* entry = RendezvousTable.At(thread->AwaitedList[i]);

            // A handle that stands twice in the list leads to a rendezvous where the thread waits already.
            if (entry->Machine.State != RendezvousState.Empty)
                continue;
            MessageCalls.ForgetDebt(entry);
            Exchange.Receive(ref entry->Machine, number, out _);
        }

        if (Trace.IsOn(Subsystem.Ipc))
            Trace.Event("ipc.wait-any").Number("thread", thread->Id).Number("count", thread->AwaitedCount).End();
        Dispatcher.Wait(WaitKind.AnyRendezvous, 0);
        if (microseconds != MessageCalls.ForEver)
            Deadlines.Set(number, Clock.After(microseconds));
        return ErrorCode.None;
    }
}
