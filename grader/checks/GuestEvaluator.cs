using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Checks;

/// <summary>
/// Judges cases of the guest's table. A case that came to its result before the boot ended badly keeps it: a hang in a later task's case does
/// not take back what an earlier one showed. A pattern with <c>*</c> needs the whole table (or its announced names), because nobody knows
/// which cases would still have come.
/// </summary>
internal static class GuestEvaluator
{
    private static readonly string[] ShownValues = ["input", "expected", "actual", "because"];

    public static Verdict Judge(Evaluation evaluation)
    {
        var table = CaseTable.Read(evaluation.Trace);
        if (table.Forgery is { } forgery)
        {
            return Verdict.Fail($"the guest's table of cases contradicts itself: {forgery}");
        }

        if (table.Announced is null)
        {
            return Verdict.Fail(evaluation.Finished ? "the guest ran no table of cases" : evaluation.EndingWords);
        }

        if (evaluation.Finished && !table.Ended)
        {
            return Verdict.Fail("the guest's table of cases contradicts itself: the kernel finished, the table did not");
        }

        var selected = new List<GuestCase>();
        var missing = new List<string>();
        foreach (var pattern in evaluation.Arguments("cases"))
        {
            var found = table.Cases.Where(entry => NamePattern.Matches(pattern, entry.Name)).Except(selected).ToList();
            selected.AddRange(found);
            missing.AddRange(Missing(pattern, found, table, evaluation));
        }

        var bad = selected.Where(entry => entry.Outcome != CaseOutcome.Passed).ToList();
        if (bad.Count + missing.Count == 0)
        {
            return Verdict.Pass;
        }

        if (bad.Select(entry => entry.Unwritten).FirstOrDefault(task => task is not null) is { } unwritten)
        {
            return Verdict.Fail(
                CheckRunner.NotWritten(unwritten),
                [.. bad.Where(entry => entry.Unwritten is null).SelectMany(entry => Details(entry, evaluation))]);
        }

        var reasons = bad.Select(entry => $"{entry.Name}: {Reason(entry, evaluation)}").Concat(missing).ToList();
        var more = reasons.Count > 1 ? $" (and {reasons.Count - 1} more)" : "";
        return Verdict.Fail(
            Printable.Line(reasons[0], CheckRunner.MaximumLineLength - more.Length) + more,
            [.. bad.SelectMany(entry => Details(entry, evaluation)), .. missing]);
    }

    private static IEnumerable<string> Missing(string pattern, List<GuestCase> found, CaseTable table, Evaluation evaluation)
    {
        if (table.AnnouncedNames is { } names)
        {
            var awaited = names.Where(name => NamePattern.Matches(pattern, name)).ToList();
            if (awaited.Count > 0)
            {
                return awaited.Where(name => table.Cases.All(entry => entry.Name != name))
                    .Select(name => $"{name}: did not run; {evaluation.EndingWords}");
            }
        }
        else if (!table.Complete && (NamePattern.IsOpen(pattern) || found.Count == 0))
        {
            // An open pattern whose last case is the one that hangs has its reason there already.
            return found.Any(entry => entry.Outcome == CaseOutcome.Open)
                ? []
                : [$"{pattern}: only {table.Cases.Count} of {table.Announced} cases ran; {evaluation.EndingWords}"];
        }

        return found.Count > 0 ? [] : [$"{pattern}: no case of the guest's table has this name"];
    }

    private static string Reason(GuestCase entry, Evaluation evaluation) => entry switch
    {
        { Outcome: CaseOutcome.Forged } => $"contradictory events: {entry.Forgery}",
        { Failure: { } failure } when failure["because"] is { } because => because,
        { Failure: { } failure } when failure["expected"] is { } expected => $"expected {expected}, actual {failure["actual"]}{Place(failure)}",
        { Failure: { } } when Fault(entry, evaluation) is { } fault => $"{fault.What}{(fault.Frames is [var frame, ..] ? $" at {frame}" : "")}",
        { Failure: { } failure } => $"failed{Place(failure)}",
        _ => evaluation.Finished ? "has no result" : evaluation.EndingWords,
    };

    private static ProgramFault? Fault(GuestCase entry, Evaluation evaluation) => entry.FaultedProcess is { } process
        ? evaluation.Faults.FirstOrDefault(fault => fault.Process == process)
        : null;

    private static string Place(TraceEvent failure) => failure["at"] is { } place ? $" ({place})" : "";

    private static IEnumerable<string> Details(GuestCase entry, Evaluation evaluation)
    {
        if (entry.Failure is not { } failure)
        {
            return [$"case {entry.Name}: {Reason(entry, evaluation)}"];
        }

        return
        [
            $"case {entry.Name}{Place(failure)}",
            .. from key in ShownValues
               where failure[key] is not null
               select $"  {key + ":",-10}{failure[key]}",
            .. Fault(entry, evaluation)?.Lines().Select(line => "  " + line) ?? [],
        ];
    }
}
