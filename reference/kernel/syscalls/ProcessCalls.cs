using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Tasks;

namespace Merriwig.Syscalls;

/// <summary>What one process does to another. The right to it is a process handle, which exec returns and which can be passed on.</summary>
internal static unsafe class ProcessCalls
{
    /// <summary>In the place of a handle: the calling process.</summary>
    private const ulong Self = ulong.MaxValue;

    /// <summary>Ends a process with a status.</summary>
    internal static ErrorCode Kill(Process* process, InterruptFrame* frame)
    {
        if (frame->Rdi == Self)
        {
            ProcessEnd.End(Dispatcher.Running->Process, EndReason.Killed, frame->Rsi, 0);
            return ErrorCode.None;
        }

        if (!HandleTable.TryGet(process->Handles, frame->Rdi, out ushort number))
            return ErrorCode.InvalidHandle;
        RendezvousEntry* entry = RendezvousTable.At(number);
        if (!entry->IsProcessEnd)
            return ErrorCode.Parameter;
        if (entry->EndOf == 0)
            return ErrorCode.Closed;
        ProcessEnd.End(entry->EndOf, EndReason.Killed, frame->Rsi, 0);
        return ErrorCode.None;
    }

    /// <summary>Waits for the end of a process.</summary>
    internal static void Wait(Process* process, InterruptFrame* frame)
    {
        if (!HandleTable.TryGet(process->Handles, frame->Rdi, out ushort number))
        {
            frame->Rax = (ulong)ErrorCode.InvalidHandle;
            return;
        }

        RendezvousEntry* entry = RendezvousTable.At(number);
        if (!entry->IsProcessEnd)
        {
            frame->Rax = (ulong)ErrorCode.Parameter;
            return;
        }

        // An end that is past was posted: it is received at once, as a message, of which the call tells no tag.
        bool isPast = entry->Machine.State == RendezvousState.Sending;
        Message end = entry->Machine.Message;
        MessageCalls.Receive(process, frame, frame->Rdi, frame->Rsi, WaitKind.ProcessEnd);
        if (isPast)
            Delivery.AnswerProcessEnd(frame, end);
    }
}
