using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Scheduler;

/// <summary>
/// By property alone: who has the processor was ready, the idle thread has it only when nobody else is, who waits gives it up, a wake finds
/// exactly those that wait, and nobody who is ready is passed over more often than others came before it.
/// </summary>
public sealed class LoadOracle : IJudge
{
    private const int FewestTicks = 260;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var state = new ScheduleEvents();
        int ticks = 0;
        foreach (TraceEvent traced in ScheduleEvents.Of(record))
        {
            if (state.Apply(traced) is { } wrong)
                return Verdict.Fail(wrong, $"at line {traced.Line} of the trace: {traced.Text}");
            if (traced.Name == "sched.tick")
                ticks++;
        }

        return ticks < FewestTicks ? Verdict.Fail($"only {ticks} ticks: the scenario did not come to its end") : Verdict.Pass;
    }
}
