using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Tasks;

namespace Merriwig.Syscalls;

/// <summary>Making, copying and closing handles.</summary>
internal static unsafe class HandleCalls
{
    /// <summary>A new rendezvous, and two handles to it: RDI and RSI.</summary>
    internal static ErrorCode New(Process* process, InterruptFrame* frame)
    {
        if (!RendezvousTable.TryCreate(2, out ushort number))
            return ErrorCode.Memory;
        if (!HandleTable.TryAdd(process->Handles, number, out uint first))
        {
            RendezvousTable.ReleaseHandle(number);
            RendezvousTable.ReleaseHandle(number);
            return ErrorCode.NoMemorySlots;
        }

        if (!HandleTable.TryAdd(process->Handles, number, out uint second))
        {
            HandleTable.Remove(process->Handles, first);
            RendezvousTable.ReleaseHandle(number);
            RendezvousTable.ReleaseHandle(number);
            return ErrorCode.NoMemorySlots;
        }

        frame->Rdi = first;
        frame->Rsi = second;
        return ErrorCode.None;
    }

    /// <summary>Another handle to the rendezvous behind a handle: RDI.</summary>
    internal static ErrorCode Copy(Process* process, InterruptFrame* frame)
    {
        if (!HandleTable.TryGet(process->Handles, frame->Rdi, out ushort number))
            return ErrorCode.InvalidHandle;
        if (!HandleTable.TryAdd(process->Handles, number, out uint copy))
            return ErrorCode.NoMemorySlots;
        RendezvousTable.AddHandle(number);
        if (HandleTable.IsReceiver(process->Handles, frame->Rdi))
            HandleTable.MarkReceiver(process->Handles, copy);
        frame->Rdi = copy;
        return ErrorCode.None;
    }

    /// <summary>Closes a handle; if there is none nothing happens.</summary>
    internal static ErrorCode Close(Process* process, ulong handle)
    {
        if (HandleTable.TryGet(process->Handles, handle, out _))
            HandleTable.Close(process->Handles, handle);
        return ErrorCode.None;
    }
}
