using System.CommandLine;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Spectre.Console;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit lab NN</c>: grades what is in <c>skeletons/</c>, or shows a task's hints.</summary>
internal static class LabCommand
{
    public static Command Create()
    {
        var lab = new Argument<string>("lab") { Description = "The lab's number or id", HelpName = "NN" };
        var solution = new Option<bool>("--solution") { Description = "Grade the reference's solution instead of skeletons/" };
        var check = new Option<string?>("--check") { Description = "Only this check, and those it waits for", HelpName = "ID" };
        var seed = CommonOptions.Seed();
        var hints = new Option<string?>("--hints") { Description = "Show hints of a task instead of grading", HelpName = "TASK" };
        var level = CommonOptions.Positive("--level", "How many of the three hints", 1);
        var keep = new Option<string?>("--keep") { Description = "Keep the image and the transcripts here", HelpName = "DIR" };
        var command = new Command(
            "lab", "Grades what you wrote in a lab.")
        {
            lab, solution, check, seed, hints, level, keep,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = parsed.RepositoryRoot();
            var definition = LabCatalog.Find(root, parsed.GetRequiredValue(lab));
            var console = ReportConsole.Standard();
            if (parsed.GetValue(hints) is { } task)
                return ShowHints(console, definition, task, parsed.GetValue(level));

            var only = parsed.GetValue(check);
            if (only is not null && definition.Checks.All(candidate => candidate.Id != only))
            {
                var known = string.Join(", ", definition.Checks.Select(candidate => candidate.Id));
                throw new UsageException($"{definition.Id} has no check {only}. Its checks are: {known}.");
            }

            var reference = parsed.GetValue(solution);
            LabPreparation.EnsureBuilt(root, [definition]);
            await using var session = GradingSession.Local(root, new InProcessImages(), Environment.ProcessorCount);
            var result = await session.GradeAsync(
                new(
                    definition,
                    reference ? OwnSubmission.Solution(root, definition) : OwnSubmission.Skeletons(root, definition),
                    AssemblyJudges.OfLab(definition.Folder),
                    parsed.GetValue(seed) ?? RunSeed.Random())
                {
                    Checks = only is null ? null : [only],
                    HostChecks = definition.Host is not null,
                    Solution = reference,
                    Keep = parsed.GetValue(keep),
                },
                cancellation);
            new TerminalReport(console).Write(definition, result);
            return result.Checks.All(judged => judged.Outcome == Outcome.Passed) ? ExitCode.Good : ExitCode.Failed;
        });
        return command.WithExamples("./kit lab 06", "./kit lab 06 --check ID --seed HEX", "./kit lab 06 --hints 6.2 --level 2");
    }

    private static int ShowHints(IAnsiConsole console, LabDefinition lab, string name, int level)
    {
        var task = lab.Tasks.FirstOrDefault(candidate => candidate.Id == name)
            ?? throw new UsageException(
                $"{lab.Id} has no task {name}. Its tasks are: {string.Join(", ", lab.Tasks.Select(candidate => candidate.Id))}.");
        console.WriteLineOf($"{task.Id} {task.Title}");
        foreach (var (hint, index) in task.Hints.Take(level).Select((hint, index) => (hint, index)))
        {
            console.WriteLine();
            console.WriteLineOf($"Hint {index + 1} of {task.Hints.Count}: {hint.TrimEnd()}");
        }

        if (level < task.Hints.Count)
        {
            console.WriteLine();
            console.WriteLineOf($"The next one: ./kit lab {Report.Commands.Number(lab.Id)} --hints {task.Id} --level {level + 1}");
        }

        return ExitCode.Good;
    }
}
