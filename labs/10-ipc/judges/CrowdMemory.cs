using System.Buffers.Binary;
using System.Globalization;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Merriwig.Lab;

namespace Euralios.Labs.Ipc;

/// <summary>
/// What the rendezvous and the schedule are in the guest's memory, read from outside while it stood still: exactly those wait whose wait the
/// events have not ended, where they wait, with every word of their messages.
/// </summary>
public sealed class CrowdMemory : IJudge
{
    private const uint ScheduleEntries = 4;
    private const uint ScheduleCurrent = 5;
    private const uint RendezvousTable = 6;

    private const int Inspections = 10;
    private const int Places = 5;
    private const int Threads = 8;
    private const int RendezvousSize = 48;
    private const int ThreadSize = 6;

    private static readonly string[] States = ["empty", "sending", "receiving", "send-receiving"];
    private static readonly string[] ThreadWords = ["free", "blocked", "ready", "running"];

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var crowd = new Crowd();
        int inspected = 0;
        int running = 0;
        foreach (Operation operation in Meeting.Of(record))
        {
            crowd.Apply(operation);
            running = operation.Order is [var first, ..] ? first : running;
            if (operation.Kind != "inspect")
                continue;
            if (inspected == record.Snapshots.Count)
                return Verdict.Fail($"memory was read {inspected} times, one more was announced");
            if (Wrong(record.Snapshots[inspected++], crowd, running) is { } wrong)
                return Verdict.Fail(wrong, $"after step {operation.Event["step"]} of the crowd");
        }

        return inspected == Inspections ? Verdict.Pass : Verdict.Fail($"memory was read {inspected} times, expected {Inspections}");
    }

    private static string? Wrong(Snapshot snapshot, Crowd crowd, int running)
    {
        byte[]? table = snapshot.Regions.FirstOrDefault(region => region.Type == RendezvousTable)?.Bytes;
        byte[]? threads = snapshot.Regions.FirstOrDefault(region => region.Type == ScheduleEntries)?.Bytes;
        byte[]? current = snapshot.Regions.FirstOrDefault(region => region.Type == ScheduleCurrent)?.Bytes;
        if (table is not { Length: Places * RendezvousSize } || threads is not { Length: Threads * ThreadSize } || current is not { Length: sizeof(int) })
            return "the rendezvous or the schedule are not published";
        for (int at = 0; at < Places; at++)
        {
            if (WrongPlace(table.AsSpan(at * RendezvousSize, RendezvousSize), crowd.Waits.GetValueOrDefault(at)) is { } wrong)
                return $"rendezvous {at} {wrong}";
        }

        for (int thread = 1; thread < Threads; thread++)
        {
            int state = threads[(thread * ThreadSize) + 4];
            if (crowd.IsWaiting(thread) != (state == 1))
                return $"thread {thread} is {Word(ThreadWords, state)}, by the events it {(crowd.IsWaiting(thread) ? "waits" : "does not wait")}";
        }

        int runs = BinaryPrimitives.ReadInt32LittleEndian(current);
        return runs == running ? null : $"thread {runs} has the processor, by the events it is thread {running}";
    }

    private static string? WrongPlace(ReadOnlySpan<byte> place, Wait? wait)
    {
        int state = place[32];
        int expected = wait?.Kind switch { null => 0, WaitKind.Send => 1, WaitKind.Call => 3, _ => 2 };
        if (state != expected)
            return $"is {Word(States, state)}, by the events it is {States[expected]}";
        if (wait is null)
            return null;
        if (Half(place, 34) != wait.Thread)
            return $"is where thread {Half(place, 34)} waits, by the events it is thread {wait.Thread} (0 nobody)";
        if (!wait.HasMessage)
            return Half(place, 36) == wait.From ? null : $"has the partner {Half(place, 36)}, by the events it is {wait.From} (0 anybody)";

        // The scenario's messages: all else follows from the tag.
        ulong tag = ulong.Parse(wait.Message.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var words = new RandomSource(tag);
        return BinaryPrimitives.ReadUInt64LittleEndian(place) == tag &&
            BinaryPrimitives.ReadUInt64LittleEndian(place[8..]) == words.Next() &&
            BinaryPrimitives.ReadUInt64LittleEndian(place[16..]) == words.Next() &&
            place[24] == words.Below(3) && place[25] == words.Below(3)
                ? null
                : $"does not hold the message {wait.Message} as it was sent";
    }

    private static int Half(ReadOnlySpan<byte> place, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(place[offset..]);

    private static string Word(string[] words, int number) => number < words.Length ? words[number] : $"in state {number}";
}
