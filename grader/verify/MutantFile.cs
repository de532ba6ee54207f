using Euralios.Grader.Collect;
using Euralios.Grader.Lab;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Euralios.Grader.Verify;

/// <summary>Reads <c>mutants.yaml</c>: every mutant changes exactly one place of a file that exists, and names checks that exist.</summary>
public static class MutantFile
{
    /// <summary>The file's name.</summary>
    public const string FileName = "mutants.yaml";

    private static readonly Mark FirstLine = new(0, 1, 1);

    /// <summary>Reads a lab's mutants; none when the lab has no such file.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="solution">The reference's files, which the mutants change.</param>
    /// <exception cref="LabFormatException">The file is wrong; the message lists all of its problems with their lines.</exception>
    public static IReadOnlyList<Mutant> Read(LabDefinition lab, Submission solution)
    {
        var path = Path.Combine(lab.Folder, FileName);
        if (!File.Exists(path))
            return [];

        var problems = new Problems(path);
        var mutants = new List<Mutant>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Sections(File.ReadAllText(path), problems))
        {
            var mutant = ReadMutant(section);
            if (mutant.Id.Length > 0 && !seen.Add(mutant.Id))
                section.Problem("id", $"expected an id of its own, found `{mutant.Id}` again");

            Check(mutant, section, lab, solution);
            mutants.Add(mutant);
        }

        return problems.Any ? throw problems.ToException() : mutants;
    }

    /// <summary>The submission that a mutant is.</summary>
    public static Submission Apply(Mutant mutant, Submission solution) => solution with
    {
        Name = mutant.Id,
        Files =
        [
            .. solution.Files.Select(file => file.Skeleton == mutant.File
                ? file with { Text = file.Text.Replace(mutant.Find, mutant.Replace, StringComparison.Ordinal) }
                : file),
        ],
    };

    private static List<YamlSection> Sections(string text, Problems problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException malformed)
        {
            problems.Add(malformed.Start, "well-formed YAML", $"this: {(malformed.InnerException ?? malformed).Message}");
            return [];
        }

        if (stream.Documents is not [{ RootNode: YamlSequenceNode list }])
        {
            problems.Add(FirstLine, "a list of mutants", "something else");
            return [];
        }

        var sections = new List<YamlSection>();
        foreach (var item in list)
        {
            if (item is YamlMappingNode mapping)
                sections.Add(new(mapping, "mutant", problems));
            else
                problems.Add(item.Start, "keys and values", "something else");
        }

        return sections;
    }

    private static Mutant ReadMutant(YamlSection section)
    {
        var mutant = new Mutant(
            section.Text("id"),
            section.Text("file"),
            section.Text("find"),
            section.OptionalText("replace") ?? "",
            section.Texts("fails", required: true),
            section.Text("because"));
        section.Close();
        return mutant;
    }

    private static void Check(Mutant mutant, YamlSection section, LabDefinition lab, Submission solution)
    {
        var file = solution.Files.FirstOrDefault(candidate => candidate.Skeleton == mutant.File);
        if (file is null)
        {
            var known = string.Join(", ", solution.Files.Select(candidate => candidate.Skeleton));
            section.Problem("file", $"expected one of {known}, found `{mutant.File}`");
        }
        else if (mutant.Find.Length > 0 && Count(file.Text, mutant.Find) is var count and not 1)
        {
            section.Problem("find", $"expected text that occurs once in {file.Replaces}, found it {count} times");
        }

        foreach (var id in mutant.Fails.Where(id => !lab.Checks.Any(check => check.Id == id && check.Kind != CheckKind.Host)))
            section.Problem("fails", $"expected the id of a check that boots, found `{id}`");
    }

    private static int Count(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
            count++;

        return count;
    }
}
