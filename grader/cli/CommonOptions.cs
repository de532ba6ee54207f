using System.CommandLine;
using Euralios.Grader.Pipeline;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Cli;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>The repository.</summary>
    public static Option<string> Root { get; } = new("--root")
    {
        Description = "The repository with labs, reference and skeletons",
        DefaultValueFactory = _ => Toolchain.RepositoryRoot,
        Recursive = true,
    };

    /// <summary>How many builds and boots run at once.</summary>
    public static Option<int> Jobs() => Positive("--jobs", "Builds and boots that run at once", Environment.ProcessorCount);

    /// <summary>A number from 1 up.</summary>
    public static Option<int> Positive(string name, string description, int standard)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value < 1)
                result.AddError($"{name} must be 1 or more.");
        });
        return option;
    }

    /// <summary>The seed of a run.</summary>
    public static Option<RunSeed?> Seed() => new("--seed")
    {
        Description = "Repeats a run: the 32 hexadecimal digits from its report",
        HelpName = "HEX",
        CustomParser = result =>
        {
            if (RunSeed.TryParse(result.Tokens.Single().Value, out var seed))
                return seed;

            result.AddError("--seed takes 32 hexadecimal digits.");
            return null;
        },
    };

    /// <summary>The repository's path of a parsed command, checked.</summary>
    public static string RepositoryRoot(this ParseResult parsed)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(Root)));
        return Directory.Exists(Path.Combine(root, "labs"))
            ? root
            : throw new UsageException($"{root} is not the kit's repository: it has no folder labs.");
    }
}
