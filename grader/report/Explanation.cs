using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Report;

/// <summary>A failed check in words: what is wrong, expected beside actual, and the commands that help. Escaped; at most 60 lines.</summary>
public static class Explanation
{
    private const int MaximumDetails = 40;

    /// <summary>Reason and details.</summary>
    public static IReadOnlyList<string> What(CheckResult check) =>
        [ShownText.Line(check.Reason), .. check.Details.Take(MaximumDetails).Select(line => "  | " + ShownText.Line(line))];

    /// <summary>The commands: the hint that fits, and the one that repeats just this.</summary>
    public static IReadOnlyList<string> Help(LabDefinition lab, CheckResult check)
    {
        var lines = new List<string>();
        if (check.Hint is not null && lab.Checks.FirstOrDefault(definition => definition.Id == check.Check) is { } definition)
            lines.Add("hint:   " + Commands.Hint(lab, definition));
        if (check.Repeat is not null)
            lines.Add("repeat: " + check.Repeat);

        return lines;
    }
}
