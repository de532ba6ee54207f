using System.Text;
using Euralios.Grader.Checks;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Pipeline;

/// <summary>The verdicts of a host run by the case's name: the host program writes the same events as the guest's table of cases.</summary>
internal static class HostCases
{
    public static IReadOnlyDictionary<string, Verdict> Read(HostRun run, IEnumerable<CheckDefinition> hostChecks)
    {
        var table = CaseTable.Read(Tracing.Trace.Parse(Encoding.UTF8.GetBytes(run.Output)));
        var verdicts = table.Cases.ToDictionary(entry => entry.Name, entry => Judge(entry, run), StringComparer.Ordinal);
        if (run.Problem is null)
            return verdicts;

        // What the program never came to has the program's end as its reason, under the name that the check asks for.
        foreach (var pattern in hostChecks.SelectMany(check => check.Arguments.GetValueOrDefault("cases", [])))
        {
            if (!verdicts.Keys.Any(name => NamePattern.Matches(pattern, name)))
                verdicts.Add(pattern.TrimEnd('*'), Ended(run));
        }

        return verdicts;
    }

    private static Verdict Judge(GuestCase entry, HostRun run) => entry switch
    {
        { Outcome: CaseOutcome.Passed } => Verdict.Pass,
        { Unwritten: { } task } => Verdict.Fail($"task {task} is not written yet"),
        { Failure: { } failure } =>
            Verdict.Fail(failure["because"] ?? $"expected {failure["expected"]}, actual {failure["actual"]}", Values(failure)),
        { Forgery: { } forgery } => Verdict.Fail(forgery),
        _ => Ended(run),
    };

    private static List<string> Values(TraceEvent failure) =>
        [.. failure.Values.Where(value => value.Key != "name").Select(value => $"{value.Key + ":",-10}{value.Value}")];

    private static Verdict Ended(HostRun run) => Verdict.Fail($"the host program {run.Problem ?? "has no result for it"}", run.Details);
}
