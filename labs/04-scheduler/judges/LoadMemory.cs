using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Scheduler;

/// <summary>
/// What the schedule's own memory says, read from outside while the machine stood still: the ring is whole in both directions, and who stands in
/// it, runs, waits or does not exist is what the events say.
/// </summary>
public sealed class LoadMemory : IJudge
{
    private const int Inspections = 13;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var state = new ScheduleEvents();
        int inspected = 0;
        foreach (TraceEvent traced in ScheduleEvents.Of(record))
        {
            state.Apply(traced);
            if (traced.Name != "sched.inspect")
                continue;
            if (inspected == record.Snapshots.Count)
                return Verdict.Fail($"memory was read {inspected} times, one more was announced");
            string? wrong = ScheduleImage.Read(record.Snapshots[inspected++]) is { } image
                ? Ring(image) ?? States(image, state)
                : "the schedule is not published";
            if (wrong is not null)
                return Verdict.Fail(wrong, $"after tick {traced["at"]}");
        }

        return inspected == Inspections ? Verdict.Pass : Verdict.Fail($"memory was read {inspected} times, expected {Inspections}");
    }

    private static string? Ring(ScheduleImage image)
    {
        int at = 0;
        for (int steps = 0; steps <= image.Entries.Count; steps++)
        {
            int next = image.Entries[at].Next;
            if (next >= image.Entries.Count)
                return $"behind thread {at} comes thread {next}, and there are {image.Entries.Count}";
            if (image.Entries[next].Previous != at)
                return $"behind thread {at} comes thread {next}, but before thread {next} comes thread {image.Entries[next].Previous}";
            if (next == 0)
                return null;
            at = next;
        }

        return "the ring does not come back to the idle thread";
    }

    private static string? States(ScheduleImage image, ScheduleEvents events)
    {
        if (image.Current != events.Current)
            return $"thread {image.Current} has the processor in the schedule, by the events it is thread {events.Current}";
        HashSet<int> queue = [.. image.Queue()];
        for (int thread = 0; thread < image.Entries.Count; thread++)
        {
            SeenState expected = thread == events.Current ? SeenState.Running
                : thread == ScheduleEvents.Idle || events.Ready.Contains(thread) ? SeenState.Ready
                : events.Blocked.Contains(thread) ? SeenState.Blocked : SeenState.Free;
            if (image.Entries[thread].State != expected)
                return $"thread {thread} is {Name(image.Entries[thread].State)}, by the events it is {Name(expected)}";
            if (thread != ScheduleEvents.Idle && queue.Contains(thread) != (expected == SeenState.Ready))
                return $"thread {thread} {(queue.Contains(thread) ? "stands" : "does not stand")} in the queue, and is {Name(expected)}";
        }

        return null;
    }

    private static string Name(SeenState state) => state switch
    {
        SeenState.Free => "free",
        SeenState.Blocked => "blocked",
        SeenState.Ready => "ready",
        SeenState.Running => "running",
        _ => $"in state {(byte)state}",
    };
}
