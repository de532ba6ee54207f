using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>What one process does to another. The right to it is a process handle, which exec returns and which can be passed on.</summary>
internal static unsafe class ProcessCalls
{
    /// <summary>In the place of a handle: the calling process.</summary>
    private const ulong Self = ulong.MaxValue;

    /// <summary>Ends a process with a status.</summary>
    internal static ErrorCode Kill(Process* process, InterruptFrame* frame)
    {
        ErrorCode error = Find(process, frame->Rdi, out ushort victim);
        if (error != ErrorCode.None)
            return error;
        if (Trace.IsOn(Subsystem.Process))
            Trace.Event("process.kill").Number("process", Processes.At(victim)->Id).Number("by", process->Id).Number("status", frame->Rsi).End();
        ProcessEnd.End(victim, EndReason.Killed, frame->Rsi, 0);
        return ErrorCode.None;
    }

    private static ErrorCode Find(Process* process, ulong handle, out ushort victim)
    {
        victim = Dispatcher.Running->Process;
        if (handle == Self)
            return ErrorCode.None;
        if (!HandleTable.TryGet(process->Handles, handle, out ushort number))
            return ErrorCode.InvalidHandle;
        RendezvousEntry* entry = RendezvousTable.At(number);
        if (!entry->IsProcessEnd)
            return ErrorCode.Parameter;
        victim = entry->EndOf;
        return victim == 0 ? ErrorCode.Closed : ErrorCode.None;
    }

    /// <summary>Waits for the end of a process.</summary>
    internal static void Wait(Process* process, InterruptFrame* frame)
    {
        if (!HandleTable.TryGet(process->Handles, frame->Rdi, out ushort number))
            frame->Rax = (ulong)ErrorCode.InvalidHandle;
        else if (!RendezvousTable.At(number)->IsProcessEnd)
            frame->Rax = (ulong)ErrorCode.Parameter;
        else
            MessageCalls.Receive(process, frame, frame->Rdi, frame->Rsi, WaitKind.ProcessEnd);
    }
}
