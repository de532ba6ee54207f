using System;
using System.Runtime.CompilerServices;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>What the kernel itself does for programs: its console, and its clock.</summary>
internal static unsafe class DebugCalls
{
    /// <summary>The longest text of one call: interrupts are off while it is written.</summary>
    internal const ulong LongestText = 4096;

    /// <summary>In RAX: the text is for the trace line. Whoever may use ports could write there anyway, but not whole lines among the kernel's.</summary>
    private const ulong FlagTrace = 1 << 8;

    /// <summary>Writes text, UTF-8, to the kernel's console, or to the trace line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ErrorCode Write(Process* process, ulong address, ulong length, ulong flags) =>
        length == 0 ? ErrorCode.None : WriteText(process, address, length, flags);

    private static ErrorCode WriteText(Process* process, ulong address, ulong length, ulong flags)
    {
        if ((flags & FlagTrace) != 0 && !process->HasPorts)
            return ErrorCode.Denied;
        if (length > LongestText || !UserMemory.TryRead(ref process->Space, address, length, out ReadOnlySpan<byte> text))
            return ErrorCode.Parameter;
        if (!Utf8.IsValid(text))
            return ErrorCode.Utf8;
        if ((flags & FlagTrace) == 0)
            Devices.Console.Write(text);
        else
            Trace.Write(text);
        return ErrorCode.None;
    }

    /// <summary>Seconds since the beginning of 1970, by the clock of the machine: RDI.</summary>
    internal static ErrorCode Date(InterruptFrame* frame)
    {
        frame->Rdi = Clock.Date();
        return ErrorCode.None;
    }
}
