using System;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;
using Merriwig.Vfs;

namespace Merriwig.Syscalls;

/// <summary>The mounts of the caller's process.</summary>
internal static unsafe class FileCalls
{
    private const ulong LongestPath = 4096;

    /// <summary>A handle to what is mounted at the beginning of a path (RDI, RSI): RDI; and how many bytes of the path that is: RSI.</summary>
    internal static ErrorCode Open(Process* process, InterruptFrame* frame)
    {
        ErrorCode error = ReadPath(process, frame->Rdi, frame->Rsi, out ReadOnlySpan<byte> path);
        if (error == ErrorCode.None)
            error = Open(process, frame, path);
        if (Trace.IsOn(Subsystem.Vfs))
            Trace.Event("vfs.open").Number("process", process->Id).Text("path", path).Number("error", (ulong)error).End();
        return error;
    }

    private static ErrorCode Open(Process* process, InterruptFrame* frame, ReadOnlySpan<byte> path)
    {
        if (!MountTables.TryFind(process->Mounts, path, out ushort rendezvous, out int matched))
            return ErrorCode.NotFound;
        if (!HandleTable.TryAdd(process->Handles, rendezvous, out uint handle))
            return ErrorCode.NoMemorySlots;
        RendezvousTable.AddHandle(rendezvous);
        frame->Rdi = handle;
        frame->Rsi = (ulong)matched;
        return ErrorCode.None;
    }

    /// <summary>Mounts the handle in bits 32 to 63 of RAX at a path (RDI, RSI).</summary>
    internal static ErrorCode Mount(Process* process, InterruptFrame* frame)
    {
        ulong handle = frame->Rax >> MessageControl.HandleShift;
        if (!HandleTable.TryGet(process->Handles, handle, out ushort rendezvous))
            return ErrorCode.InvalidHandle;
        ErrorCode error = ReadPath(process, frame->Rdi, frame->Rsi, out ReadOnlySpan<byte> path);
        if (error == ErrorCode.None)
            error = MountTables.Add(process->Mounts, path, rendezvous);
        if (error != ErrorCode.None)
            return error;
        RendezvousTable.ReleaseHandle(HandleTable.Remove(process->Handles, handle));
        return ErrorCode.None;
    }

    /// <summary>Takes the mount at a path away.</summary>
    internal static ErrorCode Umount(Process* process, InterruptFrame* frame)
    {
        ErrorCode error = ReadPath(process, frame->Rdi, frame->Rsi, out ReadOnlySpan<byte> path);
        return error == ErrorCode.None ? MountTables.Remove(process->Mounts, path) : error;
    }

    /// <summary>The mounts as JSON, in a chunk: RDI its address, RSI the text's length.</summary>
    internal static ErrorCode ListMounts(Process* process, InterruptFrame* frame)
    {
        int length = MountTables.Write(process->Mounts, default);
        ulong pages = ((ulong)length + FrameMap.FrameSize - 1) / FrameMap.FrameSize;
        ErrorCode error = Chunks.CreateOnDemand(ref process->Space, pages, out ulong address);
        if (error != ErrorCode.None)
            return error;
        if (!UserMemory.TryWrite(ref process->Space, address, (ulong)length, out Span<byte> text))
        {
            MemoryCalls.Free(process, address);
            return ErrorCode.Memory;
        }

        MountTables.Write(process->Mounts, text);
        frame->Rdi = address;
        frame->Rsi = (ulong)length;
        return ErrorCode.None;
    }

    private static ErrorCode ReadPath(Process* process, ulong address, ulong length, out ReadOnlySpan<byte> path)
    {
        path = default;
        if (length is 0 or > LongestPath || !UserMemory.TryRead(ref process->Space, address, length, out path))
            return ErrorCode.Parameter;
        return Utf8.IsValid(path) ? ErrorCode.None : ErrorCode.Utf8;
    }
}
