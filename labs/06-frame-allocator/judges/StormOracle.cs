using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.FrameAllocator;

/// <summary>
/// By property alone: a frame has one owner at a time, is one of the managed ones, and comes back; a refusal is right only when nothing fits.
/// </summary>
public sealed class StormOracle : IJudge
{
    private const int FewestEvents = 900;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var state = new StormEvents();
        int steps = 0;
        foreach (TraceEvent traced in StormEvents.Of(record))
        {
            steps++;
            if (state.Apply(traced) is { } wrong)
                return Verdict.Fail(wrong, $"at line {traced.Line} of the trace: {traced.Text}");
        }

        return steps < FewestEvents ? Verdict.Fail($"only {steps} events: the scenario did not come to its end") : Verdict.Pass;
    }
}
