using System;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;
using Merriwig.Vfs;

namespace Merriwig.Syscalls;

/// <summary>
/// Starting a program. Everything that can fail is done first, on copies of references; only when nothing can fail any more handles leave the caller. So
/// a call that fails has changed nothing.
/// </summary>
internal static unsafe class ExecCall
{
    /// <summary>The longest program file: each of its pages is looked at with interrupts off.</summary>
    internal const ulong LongestFile = 64ul << 20;

    private const ulong FlagPorts = 1 << 8;
    private const ulong FlagProcessHandle = 1 << 9;

    /// <summary>
    /// RAX: flags in bits 8 to 15, the parameters' length from bit 16 on, the file's from bit 32 on; RDI: the file; RSI: the handles of standard input
    /// (high) and output (low); RDX: the parameters. RDI is the process afterwards, RSI a handle to it if that was asked for.
    /// </summary>
    internal static ErrorCode Exec(Process* caller, InterruptFrame* frame)
    {
        ErrorCode error = Start(caller, frame);
        if (error != ErrorCode.None && Trace.IsOn(Subsystem.Process))
            Trace.Event("process.exec-failed").Number("process", caller->Id).Number("error", (ulong)error).End();
        return error;
    }

    private static ErrorCode Start(Process* caller, InterruptFrame* frame)
    {
        ulong input = frame->Rsi >> 32;
        ulong output = frame->Rsi & 0xFFFF_FFFF;
        ulong length = frame->Rax >> 32;
        if (length is 0 or > LongestFile)
            return ErrorCode.Parameter;
        if (!UserMemory.TryRead(ref caller->Space, frame->Rdi, length, out ReadOnlySpan<byte> file)
            || !UserMemory.TryRead(ref caller->Space, frame->Rdx, frame->Rax >> 16 & 0xFFFF, out ReadOnlySpan<byte> text))
            return ErrorCode.Parameter;
        if (input == output || !HandleTable.TryGet(caller->Handles, input, out _) || !HandleTable.TryGet(caller->Handles, output, out _))
            return ErrorCode.InvalidHandle;

        var plan = new ExecPlan(caller, input, output);
        ErrorCode error = plan.Read(text);
        int number = 0;
        if (error == ErrorCode.None)
            error = ProcessStart.TryCreate(file, plan.Arguments, plan.Environment, out number);
        if (error == ErrorCode.None && (frame->Rax & FlagProcessHandle) != 0)
        {
            error = AddProcessHandle(caller, number, out ulong handle);
            if (error == ErrorCode.None)
                frame->Rsi = handle;
            else
                ProcessStart.Abandon(number);
        }

        if (error != ErrorCode.None)
        {
            plan.Abandon();
            return error;
        }

        Process* process = Processes.At(number);
        process->Parent = caller->Id;
        process->Lines = plan.Lines;
        process->HasPorts = caller->HasPorts && (frame->Rax & FlagPorts) != 0;
        process->Mounts = plan.Commit();
        Move(caller, input, process);
        Move(caller, output, process);
        ProcessStart.Start(number);
        frame->Rdi = process->Id;
        return ErrorCode.None;
    }

    /// <summary>A handle of the caller's becomes the process's next one.</summary>
    private static void Move(Process* caller, ulong handle, Process* process) =>
        HandleTable.TryAdd(process->Handles, HandleTable.Remove(caller->Handles, handle), out _);

    /// <summary>A rendezvous that stands for the process's end: one reference is the kernel's, the other a handle of the caller's.</summary>
    private static ErrorCode AddProcessHandle(Process* caller, int number, out ulong handle)
    {
        handle = 0;
        if (!RendezvousTable.TryCreate(2, out ushort rendezvous))
            return ErrorCode.Memory;
        if (!HandleTable.TryAdd(caller->Handles, rendezvous, out uint added))
        {
            RendezvousTable.ReleaseHandle(rendezvous);
            RendezvousTable.ReleaseHandle(rendezvous);
            return ErrorCode.NoMemorySlots;
        }

        RendezvousTable.At(rendezvous)->IsProcessEnd = true;
        RendezvousTable.At(rendezvous)->EndOf = (ushort)number;
        Processes.At(number)->EndRendezvous = rendezvous;
        handle = added;
        return ErrorCode.None;
    }
}
