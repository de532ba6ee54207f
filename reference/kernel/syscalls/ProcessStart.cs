using System;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>How a process comes to be: made without anything of anybody's, and then either started or abandoned without a trace.</summary>
internal static unsafe class ProcessStart
{
    private const byte ArgumentSeparator = 3;

    /// <summary>Makes a process of an ELF file, with a thread that is not scheduled yet, an empty handle table, and no mounts.</summary>
    /// <param name="file">The file.</param>
    /// <param name="arguments">Its arguments, separated by bytes of 3; the first names it.</param>
    /// <param name="environment">Its environment, separated likewise.</param>
    /// <param name="number">The process.</param>
    /// <returns>Why there is none.</returns>
    internal static ErrorCode TryCreate(ReadOnlySpan<byte> file, ReadOnlySpan<byte> arguments, ReadOnlySpan<byte> environment, out int number)
    {
        if (!Processes.TryCreate(out number))
            return ErrorCode.Memory;
        Process* process = Processes.At(number);
        ErrorCode error = Fill(number, file, arguments, environment);
        if (error != ErrorCode.None)
        {
            Abandon(number);
            return error;
        }

        int name = 0;
        while (name < arguments.Length && arguments[name] != ArgumentSeparator)
            name++;
        Processes.Name(process, arguments.Slice(0, name));
        process->Id = Threads.At(process->FirstThread)->Id;
        return ErrorCode.None;
    }

    /// <summary>The process runs next.</summary>
    internal static void Start(int number)
    {
        Process* process = Processes.At(number);
        Scheduler.AddFirst(ref Dispatcher.Schedule, process->FirstThread);
        if (Trace.IsOn(Subsystem.Process))
        {
            Trace.Event("process.start").Number("process", process->Id).Number("parent", process->Parent)
                .Text("name", Process.NameBytes.Of(process->Name)).Number("frames", process->Space.Frames)
                .Hexadecimal("space", process->Space.Root).Hexadecimal("handles", process->Handles).End();
        }
    }

    /// <summary>Gives back a process that has not started: its handles and mounts are seen to by whoever gave it some.</summary>
    internal static void Abandon(int number)
    {
        Process* process = Processes.At(number);
        if (process->FirstThread != 0)
            Processes.RemoveThread(process->FirstThread);
        if (process->Handles != 0)
            HandleTable.Free(process->Handles);
        process->Space.Release(int.MaxValue);
        Processes.Free(number);
    }

    private static ErrorCode Fill(int number, ReadOnlySpan<byte> file, ReadOnlySpan<byte> arguments, ReadOnlySpan<byte> environment)
    {
        Process* process = Processes.At(number);
        ErrorCode error = ProgramLoader.Load(ref process->Space, file, out ulong entry);
        if (error != ErrorCode.None)
            return error;
        if (!HandleTable.TryCreate(out process->Handles) || !Processes.TryAddThread(number, out int thread))
            return ErrorCode.Memory;

        ulong stack = UserLayout.StackTop(Threads.At(thread)->StackSlot);
        ulong argumentBlock = 0;
        ulong environmentBlock = 0;
        if (!arguments.IsEmpty)
        {
            if (!ProgramLoader.TryPush(ref process->Space, arguments, ref stack))
                return ErrorCode.Memory;
            argumentBlock = stack;
        }

        if (!environment.IsEmpty)
        {
            if (!ProgramLoader.TryPush(ref process->Space, environment, ref stack))
                return ErrorCode.Memory;
            environmentBlock = stack;
        }

        InterruptFrame* frame = Threads.PrepareProgram(Threads.At(thread), entry, stack);
        frame->Rax = UserLayout.HeapStart;
        frame->Rcx = UserLayout.HeapSize;
        frame->Rdx = argumentBlock;
        frame->Rdi = environmentBlock;
        return ErrorCode.None;
    }
}
