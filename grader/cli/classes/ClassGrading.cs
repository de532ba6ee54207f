using Euralios.Grader.Collect;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Spectre.Console;

namespace Euralios.Grader.Cli.Classes;

/// <summary>A class in parallel: every submission in every lab. The order of the results is the submissions' order, whoever is done first.</summary>
internal sealed class ClassGrading(
    string root, GradingSession session, IReadOnlyList<LabDefinition> labs, byte[] courseKey, int jobs)
{
    // A submission compiles while another one boots, so a few more are under way than processors.
    private readonly int underWay = jobs + 1;

    private readonly Dictionary<string, AssemblyJudges> judges =
        labs.ToDictionary(lab => lab.Id, lab => AssemblyJudges.OfLab(lab.Folder), StringComparer.Ordinal);

    private readonly Dictionary<string, Submission> references =
        labs.ToDictionary(lab => lab.Id, lab => OwnSubmission.Solution(root, lab), StringComparer.Ordinal);

    /// <summary>Grades, and shows how far it is.</summary>
    public async Task<IReadOnlyList<ResultsDocument>> RunAsync(
        IReadOnlyList<string> folders, IAnsiConsole console, CancellationToken cancellation)
    {
        var tools = ToolVersions.Read();
        var results = new LabResult[folders.Count, labs.Count];
        await WithProgressAsync(console, folders.Count * labs.Count, async done =>
        {
            var work = Enumerable.Range(0, folders.Count * labs.Count);
            var options = new ParallelOptions { MaxDegreeOfParallelism = underWay, CancellationToken = cancellation };
            await Parallel.ForEachAsync(work, options, async (index, stop) =>
            {
                var (submission, lab) = (index / labs.Count, index % labs.Count);
                var result = await GradeAsync(folders[submission], labs[lab], stop);
                results[submission, lab] = result;
                done(result);
            });
        });
        return
        [
            .. folders.Select((folder, row) => new ResultsDocument(
                ResultsFile.Schema,
                Path.GetFileName(folder),
                tools,
                [.. labs.Select((_, column) => results[row, column])])),
        ];
    }

    private Task<LabResult> GradeAsync(string folder, LabDefinition lab, CancellationToken cancellation)
    {
        var submission = Collector.Collect(folder, lab);
        return session.GradeAsync(
            new(lab, submission, judges[lab.Id], RunSeed.ForSubmission(courseKey, submission.Name, lab.Id))
            {
                Reference = references[lab.Id],
            },
            cancellation);
    }

    private static async Task WithProgressAsync(IAnsiConsole console, int total, Func<Action<LabResult>, Task> work)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            var count = 0;
            var one = new Lock();
            await work(result =>
            {
                lock (one)
                    console.WriteLineOf($"[{++count}/{total}] {Line(result)}");
            });
            return;
        }

        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask("grading", maxValue: total);
                await work(result =>
                {
                    task.Description = Markup.Escape(ShownText.Line(result.Submission));
                    task.Increment(1);
                });
                task.Description = "graded";
            });
    }

    private static string Line(LabResult result) =>
        $"{ShownText.Line(result.Submission)}  {result.Lab}  {result.Points}/{result.MaximumPoints}  {ShownText.Line(result.Summary)}";
}
