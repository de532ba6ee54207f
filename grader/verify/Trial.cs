using Euralios.Grader.Collect;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Result;

namespace Euralios.Grader.Verify;

/// <summary>What is tried.</summary>
public enum TrialKind
{
    /// <summary>The reference's solution: it gets everything.</summary>
    Reference,

    /// <summary>The untouched skeleton: it gets its floor.</summary>
    Skeleton,

    /// <summary>A wrong solution: it is noticed, for the reason that it names.</summary>
    Mutant,

    /// <summary>Who only pretends: it gains nothing.</summary>
    RedTeam,
}

/// <summary>One submission whose result is known beforehand: a grader that says otherwise is wrong.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lab">The lab.</param>
/// <param name="Name">Its name in the table, for instance <c>mutant off-by-one</c>.</param>
/// <param name="Submission">The submission.</param>
/// <param name="Reference">The lab's solution, for checks that compare with it.</param>
/// <param name="Objection">What is wrong with a result, in one line; null when it is as it must be.</param>
public sealed record Trial(
    TrialKind Kind, LabDefinition Lab, string Name, Submission Submission, Submission Reference, Func<LabResult, string?> Objection)
{
    private const string RedTeamFolder = "redteam";

    // Of several files of a lab an intruder has those that he attacks with; the others are those of who does nothing else than to say that all is well.
    private const string Pretender = "pretender";

    /// <summary>The checks that a mutant says it fails; none for others.</summary>
    public IReadOnlyList<string> NamedChecks { get; init; } = [];

    /// <summary>The trial of a lab's reference.</summary>
    public static Trial OfReference(string root, LabDefinition lab)
    {
        var solution = OwnSubmission.Solution(root, lab);
        return new(TrialKind.Reference, lab, "reference", solution, solution, PassesEverything);
    }

    /// <summary>All of a lab's trials.</summary>
    public static IReadOnlyList<Trial> Of(string root, LabDefinition lab)
    {
        var reference = OfReference(root, lab);
        var solution = reference.Submission;
        return
        [
            reference,
            new(TrialKind.Skeleton, lab, "skeletons", OwnSubmission.Skeletons(root, lab), solution, result => Gets(result, lab.Floor)),
            .. MutantFile.Read(lab, solution).Select(mutant => new Trial(
                TrialKind.Mutant, lab, $"mutant {mutant.Id}", MutantFile.Apply(mutant, solution), solution,
                result => Notices(result, mutant)) { NamedChecks = mutant.Fails }),
            .. RedTeam(lab).Select(intruder => new Trial(
                TrialKind.RedTeam, lab, $"red team {intruder.Name}", intruder, solution,
                result => (intruder.Name == Pretender ? IsTried(result) : null) ?? GainsNothing(result, lab.Floor))),
        ];
    }

    /// <summary>A lab's trials, but of the mutants only as many as fail each check that any of them names.</summary>
    public static IReadOnlyList<Trial> FewOf(string root, LabDefinition lab)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        return [.. Of(root, lab).Where(trial => trial.Kind != TrialKind.Mutant || trial.NamedChecks.Where(named.Add).ToList() is { Count: > 0 })];
    }

    private static IEnumerable<Submission> RedTeam(LabDefinition lab)
    {
        var redTeam = Path.Combine(lab.Folder, RedTeamFolder);
        if (!Directory.Exists(redTeam))
            return [];
        var pretender = Collector.Collect(Path.Combine(redTeam, Pretender), lab);
        return Directory.GetDirectories(redTeam).Order(StringComparer.Ordinal)
            .Select(folder => Collector.Collect(folder, lab))
            .Select(intruder => pretender.Problems.Count > 0 ? intruder : Complete(intruder, pretender));
    }

    private static Submission Complete(Submission intruder, Submission pretender) => intruder with
    {
        Files = [.. pretender.Files.Select(file => intruder.Files.FirstOrDefault(own => own.Skeleton == file.Skeleton) ?? file)],
        Problems = [],
    };

    /// <summary>Every check passes.</summary>
    private static string? PassesEverything(LabResult result)
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

    /// <summary>The others' files stand beside the pretender's: if those were refused nothing of the others' would ever run.</summary>
    private static string? IsTried(LabResult result) =>
        result.Checks.All(check => check.Reason == result.Summary) ? $"{result.Summary}: {string.Join("; ", result.Checks[0].Details)}" : null;

    private static string? GainsNothing(LabResult result, int floor)
    {
        var gained = result.Checks.Where(check => check.Points > 0).Select(check => check.Check);
        return result.Points <= floor ? null : $"gains {result.Points - floor} points with {string.Join(", ", gained)}";
    }
}
