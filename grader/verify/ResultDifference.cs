using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Verify;

/// <summary>
/// Whether two results of one submission are the same, byte for byte. What happens on a wire happens in the host's time: of a check of the wire that fails the
/// outcome must be the same, and how far it came until then may differ; so may the summary that is made of it.
/// </summary>
public static class ResultDifference
{
    /// <summary>The first line of the results' text that differs, from both; null if none does.</summary>
    public static string? Find(LabDefinition lab, LabResult first, LabResult second)
    {
        var (one, other) = (Text(lab, first), Text(lab, second));
        if (one == other)
            return null;
        var pair = one.Split('\n').Zip(other.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
        return pair.First is null ? "one result has more lines than the other" : $"{pair.First.Trim()} became {pair.Second.Trim()}";
    }

    private static string Text(LabDefinition lab, LabResult result)
    {
        var wires = lab.Checks.Where(check => check.Kind == CheckKind.Wire).Select(check => check.Id).ToHashSet(StringComparer.Ordinal);
        bool IsFailedWire(CheckResult check) => check.Outcome == Outcome.Failed && wires.Contains(check.Check);
        return ResultsFile.Text(result with
        {
            Summary = result.Checks.Any(IsFailedWire) ? "" : result.Summary,
            Checks = [.. result.Checks.Select(check => IsFailedWire(check) ? check with { Reason = "", Details = [] } : check)],
        });
    }
}
