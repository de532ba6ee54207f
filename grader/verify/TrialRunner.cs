using System.Text;
using Euralios.Grader.Checks;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Result;

namespace Euralios.Grader.Verify;

/// <summary>Runs trials. Seeds are the same every time, so a verification that fails can be repeated.</summary>
/// <param name="session">Where they are graded.</param>
/// <param name="judges">Each lab's judges, by its id.</param>
/// <param name="seed">The seed of every run, or null for a seed for each trial.</param>
/// <param name="jobs">How many trials are under way at once.</param>
public sealed class TrialRunner(
    GradingSession session, IReadOnlyDictionary<string, IJudgeSource> judges, RunSeed? seed, int jobs)
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("verify");

    /// <summary>Whether a mutant is held only against the checks that it names, and those that they depend on: most boots are for others.</summary>
    public bool OnlyNamedChecks { get; init; }

    /// <summary>Grades one trial's submission.</summary>
    public Task<LabResult> RunAsync(Trial trial, CancellationToken cancellation) => session.GradeAsync(
        new(
            trial.Lab, trial.Submission, judges[trial.Lab.Id],
            seed ?? RunSeed.ForSubmission(Key, trial.Submission.Name, trial.Lab.Id))
        {
            // Mutants that loop would only wait for the host program's limit, and the red team's code stays in the guest.
            HostChecks = trial.Lab.Host is not null && trial.Kind is (TrialKind.Reference or TrialKind.Skeleton),
            Solution = trial.Kind == TrialKind.Reference,
            Checks = OnlyNamedChecks && trial.NamedChecks.Count > 0 ? trial.NamedChecks : null,
            Reference = trial.Reference,
        },
        cancellation);

    /// <summary>Runs all once, several at a time. The results are in the trials' order.</summary>
    public async Task<IReadOnlyList<LabResult>> RunAllAsync(
        IReadOnlyList<Trial> trials, Action<Trial, LabResult> finished, CancellationToken cancellation)
    {
        var results = new LabResult[trials.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, trials.Count), Options(cancellation), async (index, stop) =>
        {
            results[index] = await RunAsync(trials[index], stop).ConfigureAwait(false);
            finished(trials[index], results[index]);
        }).ConfigureAwait(false);
        return results;
    }

    /// <summary>
    /// Repeats trials round robin while <paramref name="more"/> says so, and compares every result with the first one.
    /// </summary>
    public Task RepeatAsync(
        IReadOnlyList<(Trial Trial, LabResult First)> known, Func<bool> more, Action<Trial, string> changed, CancellationToken cancellation) =>
        Parallel.ForEachAsync(RoundRobin(known, more), Options(cancellation), async (pair, stop) =>
        {
            var again = await RunAsync(pair.Trial, stop).ConfigureAwait(false);
            if (ResultDifference.Find(pair.Trial.Lab, pair.First, again) is { } difference)
                changed(pair.Trial, difference);
        });

    private ParallelOptions Options(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = jobs + 1, CancellationToken = cancellation };

    private static IEnumerable<T> RoundRobin<T>(IReadOnlyList<T> items, Func<bool> more)
    {
        for (var index = 0; more(); index++)
            yield return items[index % items.Count];
    }
}
