using System.Text.Json.Serialization;

namespace Euralios.Grader.Result;

/// <summary>A check's outcome.</summary>
public enum Outcome
{
    /// <summary>It holds: the points are earned.</summary>
    Passed,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>It was not judged, because a check that it depends on did not pass.</summary>
    Skipped,
}

/// <summary>What a judge says: nothing more than this leaves a check.</summary>
/// <param name="Outcome">Passed or failed (the graph alone skips).</param>
/// <param name="Reason">One line: what is wrong, with the values; empty when passed.</param>
/// <param name="Details">Further lines: the input, expected beside actual. At most 40.</param>
public sealed record Verdict(Outcome Outcome, string Reason, IReadOnlyList<string> Details)
{
    /// <summary>The check holds.</summary>
    public static Verdict Pass { get; } = new(Outcome.Passed, "", []);

    /// <summary>The check does not hold.</summary>
    public static Verdict Fail(string reason, params IReadOnlyList<string> details) => new(Outcome.Failed, reason, details);
}

/// <summary>A check's result, explained.</summary>
/// <param name="Check">The check's id.</param>
/// <param name="Task">The task's id.</param>
/// <param name="Title">What was checked.</param>
/// <param name="Outcome">Passed, failed or skipped.</param>
/// <param name="Points">Points earned: all or nothing.</param>
/// <param name="MaximumPoints">Points for passing.</param>
/// <param name="Reason">Why it failed or was skipped, in one line.</param>
/// <param name="Details">Expected beside actual, the input, a stack trace with C# file and line.</param>
/// <param name="Hint">The hint that fits, for a failure.</param>
/// <param name="Repeat">The one-line command that repeats just this, with the seed.</param>
public sealed record CheckResult(
    string Check,
    string Task,
    string Title,
    Outcome Outcome,
    int Points,
    int MaximumPoints,
    string Reason,
    IReadOnlyList<string> Details,
    string? Hint,
    string? Repeat);

/// <summary>A submission's result in one lab. No durations: the same submission gives the same bytes.</summary>
/// <param name="Lab">The lab's id.</param>
/// <param name="Submission">The submission's name (its folder), <c>reference</c> or <c>skeletons</c>.</param>
/// <param name="Seed">The seed of the run, hexadecimal.</param>
/// <param name="Points">The sum of the checks' points.</param>
/// <param name="MaximumPoints">100.</param>
/// <param name="Summary">One line: what happened in all, for instance <c>does not compile</c> or <c>loops at Uart.Transmit (Uart.cs:41)</c>.</param>
/// <param name="Checks">The checks.</param>
public sealed record LabResult(
    string Lab,
    string Submission,
    string Seed,
    int Points,
    int MaximumPoints,
    string Summary,
    IReadOnlyList<CheckResult> Checks);

/// <summary>The versioned document that is written for a submission: <c>results.json</c>.</summary>
/// <param name="Schema"><c>euralios-labs/results/v1</c>; the schema stands beside this file as <c>results-v1.schema.json</c>.</param>
/// <param name="Submission">The submission's name.</param>
/// <param name="Tools">Versions of what decided the verdicts: grader, qemu, ilc, compiler, linker.</param>
/// <param name="Labs">One result for each lab that was graded.</param>
public sealed record ResultsDocument(
    [property: JsonPropertyName("$schema")] string Schema,
    string Submission,
    IReadOnlyDictionary<string, string> Tools,
    IReadOnlyList<LabResult> Labs);
