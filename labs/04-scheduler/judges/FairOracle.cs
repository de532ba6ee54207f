using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Scheduler;

/// <summary>
/// Threads that only compute: between two changes of who there is, the numbers of turns of any two threads differ by at most one at every
/// moment, every tick switches, and the idle thread has nothing to do.
/// </summary>
public sealed class FairOracle : IJudge
{
    private const int FewestTicks = 160;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var state = new ScheduleEvents();
        var turns = new SortedDictionary<int, int>();
        int ticks = 0;
        foreach (TraceEvent traced in ScheduleEvents.Of(record))
        {
            string? wrong = state.Apply(traced);
            switch (traced.Name)
            {
                case "sched.tick":
                    ticks++;
                    break;
                case "sched.fork":
                    turns[ScheduleEvents.Value(traced, "child")] = 0;
                    Restart(turns);
                    break;
                case "sched.exit":
                    turns.Remove(ScheduleEvents.Value(traced, "thread"));
                    Restart(turns);
                    break;
                case "sched.switch":
                    wrong = Turn(turns, ScheduleEvents.Value(traced, "to")) ?? wrong;
                    break;
            }

            if (wrong is not null)
                return Verdict.Fail(wrong, $"at line {traced.Line} of the trace: {traced.Text}");
        }

        return ticks < FewestTicks ? Verdict.Fail($"only {ticks} ticks: the scenario did not come to its end") : Verdict.Pass;
    }

    private static void Restart(SortedDictionary<int, int> turns)
    {
        foreach (int thread in turns.Keys.ToList())
            turns[thread] = 0;
    }

    private static string? Turn(SortedDictionary<int, int> turns, int thread)
    {
        if (!turns.TryGetValue(thread, out int before))
            return $"thread {thread} got the processor, which {(thread == ScheduleEvents.Idle ? "is the idle one" : "does not exist")}";
        turns[thread] = before + 1;
        (int least, int fewest) = turns.MinBy(turn => turn.Value);
        return before + 1 - fewest <= 1
            ? null
            : $"thread {thread} had {before + 1} turns since the last thread came or went, thread {least} only {fewest}";
    }
}
