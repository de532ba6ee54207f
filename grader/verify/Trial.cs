using Euralios.Grader.Collect;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Result;

namespace Euralios.Grader.Verify;

/// <summary>One submission whose result is known beforehand: a grader that says otherwise is wrong.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Name">Its name in the table, for instance <c>mutant off-by-one</c>.</param>
/// <param name="Submission">The submission.</param>
/// <param name="Reference">The lab's solution, for checks that compare with it.</param>
/// <param name="Objection">What is wrong with a result, in one line; null when it is as it must be.</param>
public sealed record Trial(LabDefinition Lab, string Name, Submission Submission, Submission Reference, Func<LabResult, string?> Objection)
{
    /// <summary>The name of the reference's trial.</summary>
    public const string ReferenceName = "reference";

    /// <summary>The name of the untouched skeleton's trial.</summary>
    public const string SkeletonName = "skeletons";

    private const string RedTeamFolder = "redteam";

    /// <summary>The files were written by somebody who is not trusted: nothing of them runs outside of a guest.</summary>
    public bool Hostile { get; init; }

    /// <summary>
    /// A lab's trials: the reference gets everything, the untouched skeleton its floor, each mutant is noticed for the reason that it
    /// names, and who only pretends gains nothing.
    /// </summary>
    public static IReadOnlyList<Trial> Of(string root, LabDefinition lab)
    {
        var solution = OwnSubmission.Solution(root, lab);
        var redTeam = Path.Combine(lab.Folder, RedTeamFolder);
        return
        [
            new(lab, ReferenceName, solution, solution, PassesEverything),
            new(lab, SkeletonName, OwnSubmission.Skeletons(root, lab), solution, result => Gets(result, lab.Floor)),
            .. MutantFile.Read(lab, solution).Select(mutant =>
                new Trial(lab, $"mutant {mutant.Id}", MutantFile.Apply(mutant, solution), solution, result => Notices(result, mutant))),
            .. (Directory.Exists(redTeam) ? Directory.GetDirectories(redTeam) : []).Order(StringComparer.Ordinal).Select(folder =>
                new Trial(lab, $"red team {Path.GetFileName(folder)}", Collector.Collect(folder, lab), solution, result => GainsNothing(result, lab.Floor))
                {
                    Hostile = true,
                }),
        ];
    }

    /// <summary>Every check passes.</summary>
    public static string? PassesEverything(LabResult result)
    {
        var first = result.Checks.FirstOrDefault(check => check.Outcome != Outcome.Passed);
        return first is not null ? $"{first.Check}: {first.Reason}"
            : result.Points != 100 ? $"gets {result.Points} of 100 points"
            : null;
    }

    /// <summary>The mutant's checks fail, one of them for the reason that the mutant names.</summary>
    public static string? Notices(LabResult result, Mutant mutant)
    {
        var named = result.Checks.Where(check => mutant.Fails.Contains(check.Check)).ToList();
        if (named.FirstOrDefault(check => check.Outcome != Outcome.Failed) is { } other)
        {
            return other.Outcome == Outcome.Passed
                ? $"survives: {other.Check} passes"
                : $"survives: {other.Check} is not judged ({other.Reason})";
        }

        return named.Any(check => check.Details.Prepend(check.Reason).Any(line => line.Contains(mutant.Because, StringComparison.Ordinal)))
            ? null
            : $"fails for another reason than \"{mutant.Because}\": {named[0].Reason}";
    }

    private static string? Gets(LabResult result, int points) =>
        result.Points == points ? null : $"gets {result.Points} points, not {points}: {result.Summary}";

    private static string? GainsNothing(LabResult result, int floor) =>
        result.Points <= floor ? null : $"gains {result.Points - floor} points with {string.Join(", ", result.Checks.Where(check => check.Points > 0).Select(check => check.Check))}";
}
