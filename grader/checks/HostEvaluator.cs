using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Checks;

/// <summary>Judges cases of the pure part's table, which ran under ordinary .NET.</summary>
internal static class HostEvaluator
{
    public static Verdict Judge(CheckDefinition check, IReadOnlyDictionary<string, Verdict> cases)
    {
        var bad = new List<(string Name, string Reason, IReadOnlyList<string> Details)>();
        foreach (var pattern in check.Arguments.GetValueOrDefault("cases", []))
        {
            var found = cases.Where(entry => NamePattern.Matches(pattern, entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
            if (found.Count == 0)
            {
                bad.Add((pattern, "no host case has this name", []));
            }

            bad.AddRange(found.Where(entry => entry.Value.Outcome != Outcome.Passed)
                .Select(entry => (entry.Key, entry.Value.Reason, entry.Value.Details)));
        }

        return bad.Count == 0
            ? Verdict.Pass
            : Verdict.Fail(
                $"{bad[0].Name}: {bad[0].Reason}",
                [.. bad.SelectMany(entry => entry.Details.Prepend($"case {entry.Name}: {entry.Reason}"))]);
    }
}
