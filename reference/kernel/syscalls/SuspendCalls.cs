using System;
using System.Runtime.InteropServices;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>
/// One thread of a process stops the others and sees their registers: what a collector of unused memory needs. Nothing but the schedule
/// changes for them: their waits go on, and an answer that comes is there when they are resumed.
/// </summary>
internal static unsafe class SuspendCalls
{
    /// <summary>Suspends the other threads. RDI: where their contexts go; RSI: room for how many. RDI is afterwards how many there are.</summary>
    internal static ErrorCode Suspend(Process* process, InterruptFrame* frame)
    {
        ulong others = (ulong)process->Threads - 1;
        ulong room = frame->Rsi;
        ulong address = frame->Rdi;
        frame->Rdi = others;
        if (others > room || !UserMemory.TryWrite(ref process->Space, address, others * (ulong)sizeof(Record), out _))
            return ErrorCode.Parameter;
        process->Suspender = (ushort)Dispatcher.RunningNumber;
        Record* record = (Record*)address;
        for (int number = process->FirstThread; number != 0; number = Threads.At(number)->Next)
        {
            if (number == Dispatcher.RunningNumber)
                continue;
            Suspend(number);
            Thread* thread = Threads.At(number);
            record->Thread = thread->Id;
            record->StackTop = UserLayout.StackTop(thread->StackSlot);
            record->Registers = *Thread.Frame(thread);
            MemoryMarshal.CreateReadOnlySpan(ref Thread.SseState(thread)[Record.SseRegistersAt], Record.SseRegistersSize)
                .CopyTo(MemoryMarshal.CreateSpan(ref record->SseRegisters[0], Record.SseRegistersSize));
            record++;
        }

        if (Trace.IsOn(Subsystem.Process))
            Trace.Event("process.suspend").Number("process", process->Id).Number("thread", Dispatcher.Running->Id).Number("others", others).End();
        return ErrorCode.None;
    }

    /// <summary>Resumes the threads that were suspended; those that are ready run in turn.</summary>
    internal static ErrorCode Resume(Process* process)
    {
        process->Suspender = 0;
        for (int number = process->FirstThread; number != 0; number = Threads.At(number)->Next)
        {
            Thread* thread = Threads.At(number);
            if (!thread->Suspended)
                continue;
            thread->Suspended = false;
            if (thread->ReadyOnResume)
                Scheduler.AddLast(ref Dispatcher.Schedule, number);
            thread->ReadyOnResume = false;
        }

        if (Trace.IsOn(Subsystem.Process))
            Trace.Event("process.resume").Number("process", process->Id).End();
        return ErrorCode.None;
    }

    private static void Suspend(int number)
    {
        Thread* thread = Threads.At(number);
        if (thread->Suspended)
            return;
        thread->Suspended = true;
        thread->ReadyOnResume = Dispatcher.Schedule.Entries[number].State == ThreadState.Ready;
        if (thread->ReadyOnResume)
            Scheduler.Remove(ref Dispatcher.Schedule, number);
    }

    /// <summary>A context as programs see it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Record
    {
        // XMM0 to XMM15 in the format of FXSAVE (SDM volume 1, table 10-2).
        internal const int SseRegistersAt = 160;
        internal const int SseRegistersSize = 256;

        internal ulong Thread;
        internal ulong StackTop;
        internal InterruptFrame Registers;
        internal fixed byte SseRegisters[SseRegistersSize];
    }
}
