using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// What the system uses, but for the memory of the process that looks: that comes and goes by what the process itself does.
/// </summary>
internal readonly unsafe struct Usage
{
    /// <summary>Room for the records of all processes, in memory that reading does not change.</summary>
    private static StatisticsBuffer buffer;

    private Usage(in SystemStatistics all, ulong own)
    {
        Frames = all.FramesAvailable + own;
        Threads = all.Threads;
        Handles = all.Handles;
        Rendezvous = all.Rendezvous;
        Processes = all.Processes;
        OwnFrames = own;
    }

    /// <summary>Frames that are available, and those of this process.</summary>
    internal ulong Frames { get; }

    internal ulong Threads { get; }

    internal ulong Handles { get; }

    internal ulong Rendezvous { get; }

    internal ulong Processes { get; }

    /// <summary>Frames of this process.</summary>
    internal ulong OwnFrames { get; }

    /// <summary>Frames that are available.</summary>
    internal ulong FramesAvailable => Frames - OwnFrames;

    /// <summary>What is used now.</summary>
    internal static Usage Now()
    {
        SystemStatistics* header = Read();
        ulong own = 0;
        foreach (ref ProcessStatistics record in Records(header))
            own = record.Process == ThisProcess ? record.Frames : own;
        return new Usage(*header, own);
    }

    /// <summary>The record of a process.</summary>
    internal static bool TryFind(ulong process, out ProcessStatistics record)
    {
        foreach (ref ProcessStatistics one in Records(Read()))
        {
            if (one.Process == process)
            {
                record = one;
                return true;
            }
        }

        record = default;
        return false;
    }

    /// <summary>The number of the calling process: its record is known by its name, which only it has.</summary>
    internal static ulong ThisProcess
    {
        get
        {
            if (field == 0)
                field = Find(Arguments.Words.Length == 0 ? "init" : Arguments.Words[0]);
            return field;
        }
    }

    /// <summary>What differs from an earlier reading; empty where nothing does.</summary>
    internal string Against(in Usage before)
    {
        string text = "";
        Add(ref text, "frames", Frames, before.Frames);
        Add(ref text, "threads", Threads, before.Threads);
        Add(ref text, "handles", Handles, before.Handles);
        Add(ref text, "rendezvous", Rendezvous, before.Rendezvous);
        Add(ref text, "processes", Processes, before.Processes);
        return text;
    }

    /// <summary>Nothing differs from an earlier reading.</summary>
    internal static void ExpectAs(in Usage before, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        string difference = Now().Against(before);
        if (difference.Length > 0)
            Expect.Fail(difference, file, line);
    }

    private static void Add(ref string text, string what, ulong now, ulong before)
    {
        if (now != before)
            text = $"{text}{(text.Length > 0 ? ", " : "")}{what} {now}, before {before}";
    }

    private static SystemStatistics* Read()
    {
        fixed (StatisticsBuffer* memory = &buffer)
        {
            Call.Done(SystemCallNumber.Statistics, (ulong)memory, (ulong)sizeof(StatisticsBuffer));
            return (SystemStatistics*)memory;
        }
    }

    private static Span<ProcessStatistics> Records(SystemStatistics* header) => new(header + 1, (int)header->Records);

    private static ulong Find(string name)
    {
        byte[] wanted = Text.ToUtf8(name);
        foreach (ref ProcessStatistics record in Records(Read()))
        {
            ReadOnlySpan<byte> bytes = record.Name;
            if (bytes.StartsWith(wanted.AsSpan(0, System.Math.Min(wanted.Length, bytes.Length))))
                return record.Process;
        }

        return 0;
    }

    [InlineArray(8 + (256 * 8))]
    private struct StatisticsBuffer
    {
        private ulong first;
    }
}
