using System.CommandLine;
using Euralios.Grader.Lab;
using Euralios.Grader.Skeletons;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit skeletons</c>: generates what students receive from the reference, or says whether it is up to date.</summary>
internal static class SkeletonsCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a skeleton is not what the reference gives" };
        var command = new Command(
            "skeletons", "Generates skeletons/ from the reference's solution regions.") { check };
        command.SetAction(parsed =>
        {
            var root = parsed.RepositoryRoot();
            var labs = LabCatalog.All(root);
            return parsed.GetValue(check) ? Compare(root, labs) : Generate(root, labs);
        });
        return command.WithExamples("./kit skeletons", "./kit skeletons --check");
    }

    private static int Generate(string root, IReadOnlyList<LabDefinition> labs)
    {
        foreach (var file in SkeletonGenerator.WriteAll(root, labs))
            Console.WriteLine($"wrote {file}");

        return ExitCode.Good;
    }

    private static int Compare(string root, IReadOnlyList<LabDefinition> labs)
    {
        var differences = SkeletonGenerator.CheckAll(root, labs);
        foreach (var difference in differences)
            Console.Error.WriteLine(difference);

        if (differences.Count == 0)
            return ExitCode.Good;

        Console.Error.WriteLine("The skeletons are not what the reference gives. To generate them: ./kit skeletons");
        return ExitCode.Failed;
    }
}
