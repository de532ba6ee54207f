using System.Text.RegularExpressions;
using Euralios.Sdk.Build;

namespace Merriwig.Machine.Tests;

/// <summary>The trials as their source names them: what must have run.</summary>
internal static partial class TrialSource
{
    private static readonly string Folder = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "tests", "trials");

    /// <summary>The names of all trials, in the order of files and lines.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => TableLine().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)),
    ];

    /// <summary>The groups, which are the first words of the names.</summary>
    public static IEnumerable<string> Groups => Names.Select(GroupOf).Distinct();

    /// <summary>The group of a trial.</summary>
    public static string GroupOf(string name) => name[..name.IndexOf('-', StringComparison.Ordinal)];

    [GeneratedRegex("""^\s*new\("([a-z0-9]+-[a-z0-9-]+)", &""", RegexOptions.Multiline)]
    private static partial Regex TableLine();
}
