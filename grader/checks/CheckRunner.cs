using Euralios.Grader.Lab;
using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Checks;

/// <summary>
/// Judges a lab's checks and explains them. Checks form a graph: one whose <c>after</c> did not pass is skipped, which is not failed.
/// Points are all or nothing.
/// </summary>
public sealed class CheckRunner
{
    /// <summary>No reason and no detail is longer.</summary>
    public const int MaximumLineLength = 200;

    /// <summary>No check has more details.</summary>
    public const int MaximumDetails = 40;

    private readonly CheckInputs _inputs;
    private readonly Dictionary<string, CheckDefinition> _checks;
    private readonly Dictionary<string, CheckResult> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Trace> _traces = new(StringComparer.Ordinal);

    private CheckRunner(CheckInputs inputs)
    {
        _inputs = inputs;
        _checks = inputs.Lab.Checks.ToDictionary(check => check.Id, StringComparer.Ordinal);
    }

    /// <summary>Judges the checks, in the lab's order.</summary>
    public static IReadOnlyList<CheckResult> Run(CheckInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var runner = new CheckRunner(inputs);
        return [.. inputs.Lab.Checks.Where(check => inputs.Only?.Contains(check.Id) ?? true).Select(runner.Result)];
    }

    /// <summary>A check together with those that it waits for: what must be judged to repeat just this one.</summary>
    public static IReadOnlySet<string> Needed(LabDefinition lab, string check)
    {
        ArgumentNullException.ThrowIfNull(lab);
        var checks = lab.Checks.ToDictionary(definition => definition.Id, StringComparer.Ordinal);
        var needed = new HashSet<string>(StringComparer.Ordinal);
        Add(check);
        return needed;

        void Add(string id)
        {
            if (needed.Add(id))
            {
                foreach (var earlier in checks[id].After)
                {
                    Add(earlier);
                }
            }
        }
    }

    internal static string NotWritten(string task) => $"task {task} is not written yet";

    private CheckResult Result(CheckDefinition check)
    {
        if (!_results.TryGetValue(check.Id, out var result))
        {
            result = Explain(check, Evaluate(check));
            _results.Add(check.Id, result);
        }

        return result;
    }

    private Verdict Evaluate(CheckDefinition check)
    {
        if (check.After.Select(id => Result(_checks[id])).FirstOrDefault(earlier => earlier.Outcome != Outcome.Passed) is { } blocking)
        {
            return Skip($"waits for {blocking.Title}");
        }

        if (check.Kind == CheckKind.Host)
        {
            return _inputs.HostCases is null ? Skip("host checks do not run here") : HostEvaluator.Judge(check, _inputs.HostCases);
        }

        if (!_inputs.Records.TryGetValue(check.Boot!, out var record))
        {
            return Skip($"boot {check.Boot} was not run");
        }

        if (check.Visibility == Visibility.Instructor && !HasMaterial(check))
        {
            return Skip("only the instructor can judge this");
        }

        if (!_traces.TryGetValue(check.Boot!, out var trace))
        {
            _traces[check.Boot!] = trace = Trace.Parse(record.Trace);
        }

        var evaluation = new Evaluation(_inputs, check, record, trace);
        var verdict = Judge(evaluation);
        if (check.Kind != CheckKind.Guest)
        {
            verdict = WithFaults(WithEnding(verdict, evaluation), evaluation);
        }

        return verdict.Outcome == Outcome.Failed && UnwrittenTask(evaluation) is { } task ? verdict with { Reason = NotWritten(task) } : verdict;
    }

    /// <summary>Models, differentials and their expectations are not in a student's copy.</summary>
    private bool HasMaterial(CheckDefinition check) => check.Kind switch
    {
        CheckKind.Trace or CheckKind.Console => File.Exists(Path.Combine(_inputs.Lab.Folder, CheckReader.ExpectedFile(check))),
        CheckKind.Oracle or CheckKind.Memory or CheckKind.Wire => _inputs.Judges.Find(check.Arguments["judge"][0]) is not null,
        CheckKind.Differential => _inputs.ReferenceRecords?.ContainsKey(check.Boot!) ?? false,
        _ => true,
    };

    private Verdict Judge(Evaluation evaluation) => evaluation.Check.Kind switch
    {
        CheckKind.Trace or CheckKind.Console => PatternEvaluator.Judge(evaluation),
        CheckKind.Guest => GuestEvaluator.Judge(evaluation),
        CheckKind.Oracle or CheckKind.Memory or CheckKind.Wire => JudgeEvaluator.Judge(evaluation),
        CheckKind.Budget => BudgetEvaluator.Judge(evaluation),
        CheckKind.Differential => DifferentialEvaluator.Judge(evaluation, _inputs.ReferenceRecords![evaluation.Check.Boot!]),
        var kind => throw new ArgumentOutOfRangeException(nameof(evaluation), kind, "a kind without an evaluator"),
    };

    /// <summary>
    /// A boot that did not finish fails every check that judges the whole of it, even where what it left behind looks right: nobody knows what
    /// would have come. The reason is the ending; the check's own evidence follows.
    /// </summary>
    private static Verdict WithEnding(Verdict verdict, Evaluation evaluation)
    {
        if (evaluation.Finished)
        {
            return verdict;
        }

        IEnumerable<string> evidence = verdict.Outcome == Outcome.Passed ? [] : verdict.Details.Prepend(verdict.Reason);
        return Verdict.Fail(evaluation.EndingWords, [.. EndingText.Exceptions(evaluation.Record, evaluation.Inputs.Symbolize), .. evidence]);
    }

    /// <summary>A program that ended by an exception explains most of what failed after it.</summary>
    private static Verdict WithFaults(Verdict verdict, Evaluation evaluation) => verdict.Outcome != Outcome.Failed
        ? verdict
        : verdict with { Details = [.. verdict.Details, .. evaluation.Faults.SelectMany(fault => fault.Lines())] };

    /// <summary>
    /// The unwritten task that explains a failure: the check's own, or in a boot that did not finish the one it ran into last. A table of cases
    /// knows for each case.
    /// </summary>
    private static string? UnwrittenTask(Evaluation evaluation)
    {
        var unwritten = evaluation.Trace.Events.Where(line => line.Name == "lab.unwritten").Select(line => line["task"]).OfType<string>().ToList();
        if (evaluation.Check.Kind == CheckKind.Guest)
        {
            return null;
        }

        return unwritten.Contains(evaluation.Check.Task) ? evaluation.Check.Task : evaluation.Finished ? null : unwritten.LastOrDefault();
    }

    private CheckResult Explain(CheckDefinition check, Verdict verdict)
    {
        var passed = verdict.Outcome == Outcome.Passed;
        var failed = verdict.Outcome == Outcome.Failed;
        var details = verdict.Details.Select(line => Printable.Line(line, MaximumLineLength)).ToList();
        if (details.Count > MaximumDetails)
        {
            details = [.. details.Take(MaximumDetails - 1), $"... and {details.Count - MaximumDetails + 1} more lines"];
        }

        return new CheckResult(
            check.Id,
            check.Task,
            check.Title,
            verdict.Outcome,
            passed ? check.Points : 0,
            check.Points,
            Printable.Line(verdict.Reason, MaximumLineLength),
            details,
            failed ? _inputs.Lab.Tasks.First(task => task.Id == check.Task).Hints[check.Hint - 1] : null,
            failed ? Commands.Repeat(_inputs.Lab, check.Id, _inputs.Seed, _inputs.Solution) : null);
    }

    private static Verdict Skip(string reason) => new(Outcome.Skipped, reason, []);
}
