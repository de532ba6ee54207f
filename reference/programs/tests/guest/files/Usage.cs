using System;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>What the system uses: what a client that is gone must have left nothing of.</summary>
internal readonly struct Usage(in SystemStatistics all, ulong diskFrames)
{
    private const ulong TimeToSettle = 5_000_000;
    private const ulong Tick = 10_000;

    internal ulong Threads { get; } = all.Threads;

    internal ulong Handles { get; } = all.Handles;

    internal ulong Rendezvous { get; } = all.Rendezvous;

    internal ulong Processes { get; } = all.Processes;

    /// <summary>The disk's frames.</summary>
    internal ulong DiskFrames { get; } = diskFrames;

    /// <summary>Waits until everything but the disk's memory is as it was: a server notices in time that a client is gone, not at once.</summary>
    internal string Settle()
    {
        Usage now = Machine.Usage();
        for (ulong waited = 0; waited < TimeToSettle && !IsAs(now); waited += Tick)
        {
            SystemCall.Sleep(Tick);
            now = Machine.Usage();
        }

        return IsAs(now)
            ? ""
            : $"threads {Threads}>{now.Threads} handles {Handles}>{now.Handles} rendezvous {Rendezvous}>{now.Rendezvous} processes {Processes}>{now.Processes}";
    }

    private bool IsAs(in Usage other) =>
        Threads == other.Threads && Handles == other.Handles && Rendezvous == other.Rendezvous && Processes == other.Processes;
}

/// <summary>Reads the system's statistics.</summary>
internal sealed class SystemStatisticsReader
{
    private readonly ProcessStatistics[] records = new ProcessStatistics[256];

    internal Usage Read(ulong disk)
    {
        Expect.Done(SystemCall.TryGetStatistics(out SystemStatistics all, records, out Error error), error);
        ulong frames = 0;
        foreach (ref readonly ProcessStatistics record in new ReadOnlySpan<ProcessStatistics>(records, 0, (int)all.Records))
            frames += record.Process == disk ? record.Frames : 0;
        return new Usage(all, frames);
    }
}
