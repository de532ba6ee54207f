using System.CommandLine;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Euralios.Grader.Verify;
using Spectre.Console;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit verify [NN]</c>: the grader graded, by submissions whose result is known.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var lab = new Argument<string?>("lab") { Description = "One lab; without it all", HelpName = "NN", Arity = ArgumentArity.ZeroOrOne };
        var boots = CommonOptions.Positive("--boots", "Repeat reference and mutants until so many boots were made; no result may change", 0);
        var quick = new Option<bool>("--quick") { Description = "Of the mutants only as many as fail each check once" };
        var overload = new Option<bool>("--overload") { Description = "Keep the processors busy twice over meanwhile" };
        var seed = CommonOptions.Seed();
        var jobs = CommonOptions.Jobs();
        var command = new Command(
            "verify",
            "Grades what must come out a known way: reference, skeletons, mutants, red team.")
        {
            lab, quick, boots, overload, seed, jobs,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = parsed.RepositoryRoot();
            var labs = LabCatalog.Select(root, parsed.GetValue(lab));
            LabPreparation.EnsureBuilt(root, labs);
            var console = ReportConsole.Standard();
            using var burden = parsed.GetValue(overload) ? new Overload() : null;
            var trials = labs.SelectMany(lab => parsed.GetValue(quick) ? Trial.FewOf(root, lab) : Trial.Of(root, lab)).ToList();
            var failed = await RunAsync(
                root, labs, trials, parsed.GetValue(seed), parsed.GetValue(jobs), parsed.GetValue(boots), console, cancellation);
            return failed == 0 ? ExitCode.Good : ExitCode.Failed;
        });
        return command.WithExamples("./kit verify", "./kit verify 06", "./kit verify --quick", "./kit verify --boots 500 --overload");
    }

    private static async Task<int> RunAsync(
        string root, IReadOnlyList<LabDefinition> labs, IReadOnlyList<Trial> trials, RunSeed? seed, int jobs, int boots,
        IAnsiConsole console, CancellationToken cancellation)
    {
        var made = 0;
        async Task<BootRecord> Counted(BootRequest request, CancellationToken stop)
        {
            Interlocked.Increment(ref made);
            return await BootRunner.RunAsync(request, stop);
        }

        var judges = labs.ToDictionary(lab => lab.Id, lab => (IJudgeSource)AssemblyJudges.OfLab(lab.Folder), StringComparer.Ordinal);
        await using var session = GradingSession.Local(root, WorkerCommand.Pool(jobs), jobs, Counted);
        var runner = new TrialRunner(session, judges, seed, jobs) { OnlyNamedChecks = boots == 0 };

        var results = await runner.RunAllAsync(trials, static (_, _) => { }, cancellation);
        var rows = trials.Zip(results, (trial, result) => new VerifiedTrial(trial, result, trial.Objection(result))).ToList();
        VerifyTable.Write(console, rows);

        var changes = new List<string>();
        if (boots > 0)
        {
            var known = rows.Where(row => row.Trial.Kind is TrialKind.Reference or TrialKind.Mutant)
                .Select(row => (row.Trial, row.Result)).ToList();
            await runner.RepeatAsync(known, () => Volatile.Read(ref made) < boots, (trial, difference) =>
            {
                lock (changes)
                    changes.Add($"{trial.Lab.Id} {trial.Name}: {difference}");
            }, cancellation);
            console.WriteLineOf($"{made} boots, {changes.Count} results differ from the first run");
        }

        foreach (var change in changes)
            console.WriteLineOf("  " + ShownText.Line(change));

        var failed = rows.Count(row => row.Objection is not null) + changes.Count;
        console.WriteLineOf($"{rows.Count(row => row.Objection is null)} passed, {failed} failed");
        return failed;
    }
}
