using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Euralios.Grader.Verify;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit test [AREA]</c>: every test of the kit, then every lab against the reference's solution.</summary>
internal static class TestCommand
{
    private const string LabsArea = "labs";

    /// <summary>All that is about the network, wherever it is: the stack, the drivers, and the programs.</summary>
    private const string NetworkArea = "net";

    // What is longer is no figure.
    private const int LongestFigure = 200, MostLines = 2;

    private static readonly string[] NetworkFolders = ["net", "programs/nic", "programs/tests/network"];

    /// <summary>Its folders are areas by their own names.</summary>
    private const string ReferenceFolder = "reference";

    public static Command Create()
    {
        var area = new Argument<string?>("area")
        {
            Description = "Only the tests under this folder, for instance grader, reference/sdk or, for short, sdk; labs for the labs' solutions alone; "
                + "net for all of the network's, with what they counted",
            HelpName = "AREA",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var stress = new Option<int?>("--gc-stress")
        {
            Description = "Programs on the machine collect their heaps at every Nth allocation: references that the collector does not find show",
            HelpName = "N",
        };
        stress.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value < 1)
                result.AddError("--gc-stress must be 1 or more.");
        });
        var command = new Command("test", "Runs every test, and every lab against its solution.") { area, stress };
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = parsed.RepositoryRoot();
            var wanted = parsed.GetValue(area)?.TrimEnd('/');
            var count = new Count(0, 0);
            if (parsed.GetValue(stress) is { } interval)
                Environment.SetEnvironmentVariable(GuestEnvironment.StressVariable, interval.ToString(CultureInfo.InvariantCulture));
            var figures = new List<string>();
            foreach (var target in Targets(root, wanted))
                count += RunTests(target, figures);

            if (wanted == NetworkArea)
                Console.WriteLine($"What the network's tests counted:\n{string.Concat(figures.Select(figure => $"  {figure}\n"))}");

            if (wanted is null or LabsArea)
                count += await RunSolutionsAsync(root, cancellation);

            Console.WriteLine($"{count.Passed} passed, {count.Failed} failed");
            return count.Failed == 0 ? ExitCode.Good : ExitCode.Failed;
        });
        return command.WithExamples("./kit test", "./kit test grader", "./kit test kernel", "./kit test net", "./kit test labs", "./kit test programs --gc-stress 200");
    }

    private static IReadOnlyList<string> Targets(string root, string? area)
    {
        if (area is null)
            return [Path.Combine(root, "Labs.sln")];

        if (area == LabsArea)
            return [];

        if (area == NetworkArea)
            return [.. NetworkFolders.SelectMany(folder => TestProjects(Path.Combine(root, ReferenceFolder, folder)))];

        var projects = TestProjects(Path.Combine(root, area));
        if (projects.Count == 0)
            projects = TestProjects(Path.Combine(root, ReferenceFolder, area));
        return projects.Count > 0
            ? projects
            : throw new UsageException($"There are no tests in {area}; labs, grader, and reference with its folders (kernel, sdk) have some.");
    }

    private static IReadOnlyList<string> TestProjects(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*.Tests.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Runs the tests of a project.</summary>
    /// <param name="target">The project, or the solution.</param>
    /// <param name="figures">Receives what tests have counted: what each wrote, where that was short.</param>
    private static Count RunTests(string target, List<string> figures)
    {
        var results = Directory.CreateTempSubdirectory("tests-").FullName;
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                DotNet.Program, ["test", target, "--nologo", "--logger", "trx", "--results-directory", results]))!;
            process.WaitForExit();
            var files = Directory.GetFiles(results, "*.trx", SearchOption.AllDirectories);
            var count = files.Select(ReadCount).Aggregate(new Count(0, 0), (sum, one) => sum + one);
            figures.AddRange(files.SelectMany(ReadFigures));

            // A project that does not build, or a test host that dies, has no result to count.
            return process.ExitCode != 0 && count.Failed == 0 ? count with { Failed = 1 } : count;
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    private static IEnumerable<string> ReadFigures(string file) =>
        from result in XDocument.Load(file).Descendants()
        where result.Name.LocalName == "UnitTestResult" && (string?)result.Attribute("outcome") == "Passed"
        let output = result.Descendants().FirstOrDefault(element => element.Name.LocalName == "StdOut")?.Value.Trim().Split('\n')
        where output is { Length: <= MostLines } && output.Sum(line => line.Length) is > 0 and <= LongestFigure
        let name = (string?)result.Attribute("testName")
        orderby name
        select $"{name}: {string.Join("; ", output)}";

    private static Count ReadCount(string file)
    {
        var counters = XDocument.Load(file).Descendants().Single(element => element.Name.LocalName == "Counters");
        return new(
            (int?)counters.Attribute("passed") ?? 0,
            ((int?)counters.Attribute("failed") ?? 0) + ((int?)counters.Attribute("error") ?? 0));
    }

    private static async Task<Count> RunSolutionsAsync(string root, CancellationToken cancellation)
    {
        var labs = LabCatalog.All(root);
        LabPreparation.EnsureBuilt(root, labs);
        var judges = labs.ToDictionary(lab => lab.Id, lab => (IJudgeSource)AssemblyJudges.OfLab(lab.Folder), StringComparer.Ordinal);
        await using var session = GradingSession.Local(root, new InProcessImages(), Environment.ProcessorCount);
        var runner = new TrialRunner(session, judges, seed: null, Environment.ProcessorCount);
        var console = ReportConsole.Standard();
        var count = new Count(0, 0);
        foreach (var lab in labs)
        {
            var result = await runner.RunAsync(Trial.OfReference(root, lab), cancellation);
            new TerminalReport(console).Write(lab, result);
            var passed = result.Checks.Count(check => check.Outcome == Outcome.Passed);
            count += new Count(passed, result.Checks.Count - passed);
        }

        return count;
    }

    private readonly record struct Count(int Passed, int Failed)
    {
        public static Count operator +(Count one, Count other) => new(one.Passed + other.Passed, one.Failed + other.Failed);
    }
}
