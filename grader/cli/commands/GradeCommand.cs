using System.CommandLine;
using Euralios.Grader.Cli.Classes;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Report;
using Euralios.Grader.Result;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit grade DIR</c>: grades a folder of submissions.</summary>
internal static class GradeCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("dir") { Description = "The folder; each folder in it is a submission", HelpName = "DIR" };
        var labs = new Option<string?>("--labs") { Description = "The labs, for instance 01,06; without it all", HelpName = "NN,NN" };
        var output = new Option<string>("--out") { Description = "Where the results go", HelpName = "DIR", Required = true };
        var key = new Option<string?>("--key") { Description = "A file with the course's secret, from which seeds are made", HelpName = "FILE" };
        var jobs = CommonOptions.Jobs();
        var command = new Command(
            "grade",
            "Grades a class: OUT/NAME/results.json for each submission, OUT/results.csv for all.")
        {
            folder, labs, output, key, jobs,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = parsed.RepositoryRoot();
            var definitions = LabCatalog.Select(root, parsed.GetValue(labs));
            var submissions = Submissions(parsed.GetRequiredValue(folder));
            var secret = Secret(parsed.GetValue(key));
            var destination = Directory.CreateDirectory(parsed.GetRequiredValue(output)).FullName;
            LabPreparation.EnsureBuilt(root, definitions);

            var parallel = parsed.GetValue(jobs);
            await using var session = GradingSession.Local(root, WorkerCommand.Pool(parallel), parallel);
            var console = ReportConsole.Standard();
            var documents = await new ClassGrading(root, session, definitions, secret, parallel).RunAsync(submissions, console, cancellation);
            Write(destination, definitions, documents);
            console.WriteLineOf($"{documents.Count} submissions graded: {Path.Combine(parsed.GetRequiredValue(output), "results.csv")}");
            return ExitCode.Good;
        });
        return command.WithExamples("./kit grade hand-ins --labs 01,06 --out graded --key course.key");
    }

    private static IReadOnlyList<string> Submissions(string folder)
    {
        if (!Directory.Exists(folder))
            throw new UsageException($"There is no folder {folder}.");

        IReadOnlyList<string> submissions =
            [.. Directory.GetDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal)];
        return submissions.Count > 0 ? submissions : throw new UsageException($"{folder} has no folders: each submission is one.");
    }

    private static byte[] Secret(string? file)
    {
        if (file is null)
        {
            Console.Error.WriteLine("No course key (--key FILE): the seeds of this run are predictable.");
            return [];
        }

        if (!File.Exists(file))
            throw new UsageException($"There is no key file {file}. To make one: head -c 32 /dev/urandom > {file}");

        var secret = File.ReadAllBytes(file);
        return secret.Length >= 16 ? secret : throw new UsageException($"The key in {file} is shorter than 16 bytes, so it can be guessed.");
    }

    private static void Write(string folder, IReadOnlyList<LabDefinition> labs, IReadOnlyList<ResultsDocument> documents)
    {
        foreach (var document in documents)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, document.Submission)).FullName;
            ResultsFile.WriteAtomically(Path.Combine(own, "results.json"), ResultsFile.Text(document));
        }

        ResultsFile.WriteAtomically(
            Path.Combine(folder, "results.csv"), ClassTable.Text([.. labs.Select(lab => lab.Id)], documents));
    }
}
