using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Tests;

/// <summary>What the system uses, but for the memory of the first process, which looks: that comes and goes by what it does itself.</summary>
internal readonly unsafe struct Usage
{
    private const int MostProcesses = 256;

    // Memory that reading does not change.
    private static Buffer buffer;

    private Usage(in SystemStatistics all, ulong own)
    {
        Frames = all.FramesAvailable + own;
        Threads = all.Threads;
        Handles = all.Handles;
        Rendezvous = all.Rendezvous;
        Processes = all.Processes;
    }

    /// <summary>Frames that are available, and those of the first process.</summary>
    internal ulong Frames { get; }

    internal ulong Threads { get; }

    internal ulong Handles { get; }

    internal ulong Rendezvous { get; }

    internal ulong Processes { get; }

    /// <summary>What is used now. For the first process alone.</summary>
    internal static Usage Now()
    {
        fixed (Buffer* memory = &buffer)
        {
            var call = new SystemCallRegisters { Rax = (ulong)SystemCallNumber.Statistics, Rdi = (ulong)memory, Rsi = (ulong)sizeof(Buffer) };
            SystemCall.Raw(ref call);
            Expect.Equal(call.Rax, 0);
            var header = (SystemStatistics*)memory;
            var records = new ReadOnlySpan<ProcessStatistics>(header + 1, (int)header->Records);
            ulong own = 0;
            foreach (ref readonly ProcessStatistics record in records)
                own += record.Parent == 0 ? record.Frames : 0;
            return new Usage(*header, own);
        }
    }

    /// <summary>What differs from an earlier reading; <c>same</c> where nothing does.</summary>
    internal string Against(in Usage before)
    {
        string text = "";
        Add(ref text, "frames", Frames, before.Frames);
        Add(ref text, "threads", Threads, before.Threads);
        Add(ref text, "handles", Handles, before.Handles);
        Add(ref text, "rendezvous", Rendezvous, before.Rendezvous);
        Add(ref text, "processes", Processes, before.Processes);
        return text.Length == 0 ? "same" : text;
    }

    private static void Add(ref string text, string what, ulong now, ulong before)
    {
        if (now != before)
            text = $"{text}{(text.Length > 0 ? "," : "")}{what}:{before}>{now}";
    }

    [InlineArray(8 * (1 + MostProcesses))]
    private struct Buffer
    {
        private ulong first;
    }
}
