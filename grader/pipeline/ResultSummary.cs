using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Pipeline;

/// <summary>A lab's result in one line.</summary>
internal static class ResultSummary
{
    /// <summary>All well; else what went wrong in all when that is one thing; else how much did.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="results">The checks.</param>
    /// <param name="ending">How the first boot ended that did not end well, or null.</param>
    public static string Of(LabDefinition lab, IReadOnlyList<CheckResult> results, string? ending)
    {
        var failed = results.Where(check => check.Outcome == Outcome.Failed).ToList();
        var skipped = results.Count(check => check.Outcome == Outcome.Skipped);
        if (failed.Count == 0 && skipped == 0)
            return $"all {results.Count} checks passed";

        var reasons = failed.Select(check => check.Reason).Distinct().ToList();
        var unwritten = lab.Tasks
            .Where(task => reasons.Any(reason => reason.Contains($"task {task.Id} is not written yet", StringComparison.Ordinal)))
            .Select(task => task.Id)
            .ToList();
        if (unwritten.Count > 0 && unwritten.Count >= reasons.Count)
            return $"not written yet: {string.Join(", ", unwritten)}";

        if (ending is not null)
            return ending;

        return reasons.Count == 1 && results.All(check => check.Outcome != Outcome.Passed)
            ? reasons[0]
            : $"{results.Count - failed.Count - skipped} of {results.Count} checks passed, {failed.Count} failed, {skipped} not judged";
    }
}
