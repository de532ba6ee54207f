using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Scheduler;

/// <summary>Every switch is the one that <see cref="ScheduleModel"/> makes, and where memory was read the queue has its order.</summary>
public sealed class LoadModel : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var model = new ScheduleModel();
        int running = ScheduleEvents.Idle;
        int inspected = 0;
        foreach (TraceEvent traced in ScheduleEvents.Of(record))
        {
            model.Settle(traced);
            string? wrong = null;
            if (traced.Name == "sched.switch")
            {
                running = ScheduleEvents.Value(traced, "to");
                if (running != model.Current)
                    wrong = $"thread {running} got the processor, expected thread {model.Current}";
            }
            else if (running != model.Current)
            {
                wrong = $"thread {running} keeps the processor, expected thread {model.Current}";
            }

            wrong ??= model.Apply(traced);
            if (traced.Name == "sched.inspect" && inspected < record.Snapshots.Count)
                wrong ??= Order(record.Snapshots[inspected++], model);
            if (wrong is not null)
                return Verdict.Fail(wrong, $"at line {traced.Line} of the trace: {traced.Text}");
        }

        return Verdict.Pass;
    }

    private static string? Order(Snapshot snapshot, ScheduleModel model)
    {
        if (ScheduleImage.Read(snapshot) is not { } image)
            return "the schedule is not published";
        string seen = string.Join(", ", image.Queue());
        string expected = string.Join(", ", model.Queue);
        return seen == expected ? null : $"the queue is {seen}, expected {expected}";
    }
}
