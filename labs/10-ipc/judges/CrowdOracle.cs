using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;

namespace Euralios.Labs.Ipc;

/// <summary>By property alone: every message goes to one thread that may have it, once, undamaged, and every wait ends by what it waited for.</summary>
public sealed class CrowdOracle : IJudge
{
    private const int FewestOperations = 400;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var crowd = new Crowd();
        int operations = 0;
        foreach (Operation operation in Meeting.Of(record))
        {
            operations++;
            if (crowd.Apply(operation) is { } wrong)
                return Verdict.Fail(wrong, $"at line {operation.Event.Line} of the trace: {operation.Event.Text}");
        }

        return operations < FewestOperations ? Verdict.Fail($"only {operations} operations: the scenario did not come to its end") : Verdict.Pass;
    }
}
