using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>What a thread does with itself.</summary>
internal static unsafe class ThreadCalls
{
    /// <summary>Another thread of the process, which goes on as the caller does, but on a stack of its own and with RDI = 0.</summary>
    internal static ErrorCode Fork(InterruptFrame* frame)
    {
        Thread* parent = Dispatcher.Running;
        if (!Processes.TryAddThread(parent->Process, out int number))
            return ErrorCode.NoStack;
        Thread* child = Threads.At(number);
        InterruptFrame* copy = Thread.CopyContext(parent, child);
        copy->Rax = 0;
        copy->Rdi = 0;
        copy->Rsp = UserLayout.StackTop(child->StackSlot);
        Scheduler.AddLast(ref Dispatcher.Schedule, number);
        frame->Rdi = child->Id;
        if (Trace.IsOn(Subsystem.Process))
            Trace.Event("process.fork").Number("thread", parent->Id).Number("child", child->Id).End();
        return ErrorCode.None;
    }

    /// <summary>The caller goes to the back of the queue.</summary>
    internal static ErrorCode Yield()
    {
        Scheduler.Preempt(ref Dispatcher.Schedule);
        return ErrorCode.None;
    }

    /// <summary>The caller waits for some microseconds; for none it yields.</summary>
    internal static ErrorCode Sleep(ulong microseconds)
    {
        if (microseconds == 0)
            return Yield();
        Dispatcher.Wait(WaitKind.Sleep, 0);
        Deadlines.Set(Dispatcher.RunningNumber, Clock.After(microseconds));
        return ErrorCode.None;
    }

    /// <summary>The caller waits for an interrupt line.</summary>
    internal static ErrorCode AwaitInterrupt(Process* process, ulong line)
    {
        if (line >= InterruptLines.Count || (process->Lines & (1u << (int)line)) == 0)
            return ErrorCode.Denied;
        return InterruptLines.Await((int)line);
    }
}
