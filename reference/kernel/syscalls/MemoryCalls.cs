using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>Chunks, and memory on demand that is given back.</summary>
internal static unsafe class MemoryCalls
{
    /// <summary>The most pages that can be given back by one call.</summary>
    internal const ulong MostDecommitted = 16_384;

    /// <summary>A chunk. RDI: pages; RSI: 0 for memory on demand, else the highest physical address it may have.</summary>
    internal static ErrorCode Malloc(Process* process, InterruptFrame* frame)
    {
        ulong pages = frame->Rdi;
        ulong limit = frame->Rsi;
        ulong physical = 0;
        ErrorCode error = limit == 0
            ? Chunks.CreateOnDemand(ref process->Space, pages, out ulong address)
            : Chunks.CreateConsecutive(ref process->Space, pages, limit, out address, out physical);
        bool done = error == ErrorCode.None;
        frame->Rdi = done ? address : 0;
        frame->Rsi = done ? physical : 0;
        frame->Rdx = done ? frame->Rdx : 0;
        if (Trace.IsOn(Subsystem.Memory))
            Trace.Event("memory.malloc").Number("process", process->Id).Number("pages", pages).Hexadecimal("address", frame->Rdi).Number("error", (ulong)error).End();
        return error;
    }

    /// <summary>Gives back the chunk that an address lies in.</summary>
    internal static ErrorCode Free(Process* process, ulong address)
    {
        ErrorCode error = Chunks.Find(process->Space, address, out PageTableEntry* window);
        if (error == ErrorCode.None)
            ChunkRelease.Start(Chunks.Take(ref process->Space, window));
        if (Trace.IsOn(Subsystem.Memory))
            Trace.Event("memory.free").Number("process", process->Id).Hexadecimal("address", address).Number("error", (ulong)error).End();
        return error;
    }

    /// <summary>Gives back the frames of pages on demand.</summary>
    internal static ErrorCode Decommit(Process* process, ulong address, ulong pages)
    {
        bool done = address % FrameMap.FrameSize == 0 && address < UserLayout.End && pages is not 0 and <= MostDecommitted
            && OnDemandMemory.TryDecommit(ref process->Space, address, (uint)pages);
        ErrorCode error = done ? ErrorCode.None : ErrorCode.Parameter;
        if (Trace.IsOn(Subsystem.Memory))
            Trace.Event("memory.decommit").Number("process", process->Id).Hexadecimal("address", address).Number("pages", pages).Number("error", (ulong)error).End();
        return error;
    }
}
