using System.Buffers.Binary;
using Euralios.Grader.Boot;

namespace Euralios.Labs.Scheduler;

/// <summary>What the inspection table calls a thread's state.</summary>
internal enum SeenState : byte
{
    Free,
    Blocked,
    Ready,
    Running,
}

/// <summary>A thread's entry as it lay in the guest's memory.</summary>
internal readonly record struct SeenEntry(int Next, int Previous, SeenState State);

/// <summary>A schedule as it was read from outside.</summary>
/// <param name="Entries">The threads' entries, by number.</param>
/// <param name="Current">Who has the processor.</param>
internal sealed record ScheduleImage(IReadOnlyList<SeenEntry> Entries, int Current)
{
    private const uint EntriesType = 4;
    private const uint CurrentType = 5;
    private const int EntrySize = 6;

    /// <summary>Reads a snapshot; null when the schedule is not in it.</summary>
    public static ScheduleImage? Read(Snapshot snapshot)
    {
        byte[]? entries = snapshot.Regions.FirstOrDefault(region => region.Type == EntriesType)?.Bytes;
        byte[]? current = snapshot.Regions.FirstOrDefault(region => region.Type == CurrentType)?.Bytes;
        if (entries is not { Length: > 0 } || entries.Length % EntrySize != 0 || current is not { Length: sizeof(int) })
            return null;
        return new ScheduleImage(
            [.. entries.Chunk(EntrySize).Select(bytes => new SeenEntry(
                BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2)), (SeenState)bytes[4]))],
            BinaryPrimitives.ReadInt32LittleEndian(current));
    }

    /// <summary>The queue from its front; what follows a link that leads nowhere, or back to a thread that was met, is left out.</summary>
    public IReadOnlyList<int> Queue()
    {
        var queue = new List<int>();
        for (int at = Entries[0].Next; at != 0 && at < Entries.Count && !queue.Contains(at); at = Entries[at].Next)
            queue.Add(at);
        return queue;
    }
}
