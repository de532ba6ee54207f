using Euralios.Grader.Checks;
using Euralios.Grader.Collect;
using Euralios.Grader.Lab;

namespace Euralios.Grader.Pipeline;

/// <summary>What is to be graded, and how.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Submission">The submission.</param>
/// <param name="Judges">The lab's own judges.</param>
/// <param name="Seed">The run's seed.</param>
public sealed record GradingRequest(LabDefinition Lab, Submission Submission, IJudgeSource Judges, RunSeed Seed)
{
    /// <summary>Only these checks, and those that they depend on; null for all.</summary>
    public IReadOnlyList<string>? Checks { get; init; }

    /// <summary>Also runs the submission's pure part under ordinary .NET. Never in a graded run: it is a stranger's code.</summary>
    public bool HostChecks { get; init; }

    /// <summary>The reference, for checks that compare with it; null where there is none.</summary>
    public Submission? Reference { get; init; }

    /// <summary>The submission is the reference, so the commands in reports say <c>--solution</c>.</summary>
    public bool Solution { get; init; }

    /// <summary>A folder that keeps the image and the transcripts, or null.</summary>
    public string? Keep { get; init; }
}
