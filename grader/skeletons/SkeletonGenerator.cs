using Euralios.Grader.Lab;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Euralios.Grader.Skeletons;

/// <summary>
/// Makes the files that students edit out of the reference's: what lies in <c>#region Solution 6.1: words</c> becomes the task's text and a
/// call that fails the task's checks. Nothing else changes, so reference and skeleton cannot drift apart.
/// </summary>
public static class SkeletonGenerator
{
    /// <summary>The skeleton of one reference file.</summary>
    /// <param name="path">The reference file's path, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="lab">The lab whose tasks it solves.</param>
    /// <exception cref="SkeletonException">The regions are not balanced, name no task, or cut a statement or a member in two.</exception>
    public static string Generate(string path, string text, LabDefinition lab) => Generate(path, text, lab, out _);

    /// <summary>Compares a skeleton with what is on disk.</summary>
    /// <param name="path">The skeleton's path, for the message.</param>
    /// <param name="generated">What the reference gives.</param>
    /// <param name="onDisk">What is there; null for no file.</param>
    /// <returns>Null when they are the same; else the first line that differs.</returns>
    public static string? Check(string path, string generated, string? onDisk)
    {
        if (onDisk is null)
        {
            return SolutionRegion.Problem(path, 0, "there is no such skeleton yet");
        }

        if (onDisk == generated)
        {
            return null;
        }

        var (expected, actual) = (generated.Split('\n'), onDisk.Split('\n'));
        var line = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return SolutionRegion.Problem(path, line, $"the reference gives {Quote(expected, line)}, here is {Quote(actual, line)}");
    }

    /// <summary>Writes all skeletons.</summary>
    /// <returns>The files that changed, relative to the root.</returns>
    public static IReadOnlyList<string> WriteAll(string repositoryRoot, IEnumerable<LabDefinition> labs)
    {
        var changed = new List<string>();
        foreach (var (path, generated) in GenerateAll(repositoryRoot, labs))
        {
            var file = Path.Combine(repositoryRoot, path);
            if (Read(file) != generated)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, generated);
                changed.Add(path);
            }
        }

        return changed;
    }

    /// <summary>Compares all skeletons with what is on disk, and looks for files that are nobody's skeleton.</summary>
    /// <returns>A line for each difference.</returns>
    public static IReadOnlyList<string> CheckAll(string repositoryRoot, IEnumerable<LabDefinition> labs)
    {
        var all = labs.ToList();
        var files = GenerateAll(repositoryRoot, all).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var differences = files.Select(file => Check(file.Key, file.Value, Read(Path.Combine(repositoryRoot, file.Key)))).OfType<string>().ToList();
        var folders = all.Select(lab => Path.Combine(repositoryRoot, "skeletons", lab.Id)).Where(Directory.Exists);
        differences.AddRange(folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(repositoryRoot, file).Replace('\\', '/'))
            .Where(file => !files.ContainsKey(file) && !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(file => SolutionRegion.Problem(file, 0, "no lab hands out this file")));
        return differences;
    }

    private static List<(string Path, string Text)> GenerateAll(string root, IEnumerable<LabDefinition> labs)
    {
        var files = new List<(string, string)>();
        var problems = new List<string>();
        foreach (var lab in labs)
        {
            var solved = new HashSet<string>(StringComparer.Ordinal);
            foreach (var file in lab.Submit)
            {
                if (Read(Path.Combine(root, file.Replaces)) is not { } text)
                {
                    problems.Add(SolutionRegion.Problem(file.Replaces, 0, $"lab {lab.Id} hands out this file, and there is none"));
                    continue;
                }

                try
                {
                    files.Add(($"skeletons/{lab.Id}/{file.Skeleton}", Generate(file.Replaces, text, lab, out var tasks)));
                    solved.UnionWith(tasks);
                }
                catch (SkeletonException exception)
                {
                    problems.AddRange(exception.Problems);
                    solved.UnionWith(lab.Tasks.Select(task => task.Id));
                }
            }

            problems.AddRange(lab.Tasks.Where(task => !solved.Contains(task.Id)).Select(task => SolutionRegion.Problem(
                $"labs/{lab.Id}/{LabReader.FileName}",
                LineOf(lab, task),
                $"task {task.Id} has no `#region Solution {task.Id}: ...` inside a method of the lab's files")));
        }

        return problems.Count == 0 ? files : throw new SkeletonException(problems);
    }

    /// <summary>Generates, and says for which tasks a student finds the place to write.</summary>
    private static string Generate(string path, string text, LabDefinition lab, out HashSet<string> tasks)
    {
        var source = SourceText.From(text);
        var lines = source.Lines.Select(line => line.ToString()).ToList();
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        var problems = new List<string>();
        var result = new List<string>();
        var next = 0;
        tasks = new HashSet<string>(StringComparer.Ordinal);
        foreach (var region in SolutionRegion.Find(path, lines))
        {
            result.AddRange(lines.Take(region.FirstLine).Skip(next));
            next = region.LastLine + 1;
            if (lab.Tasks.FirstOrDefault(task => task.Id == region.Task) is not { } task)
            {
                problems.Add(SolutionRegion.Problem(path, region.FirstLine, $"lab {lab.Id} has no task {region.Task}"));
            }
            else if (RegionPlace.Of(root, source, region) is { } place)
            {
                var indent = lines[region.FirstLine][..^lines[region.FirstLine].TrimStart().Length];
                result.AddRange(Replacement(place, region, task, indent, isFirst: place is not RegionPlace.Members && tasks.Add(region.Task)));
            }
            else
            {
                problems.Add(SolutionRegion.Problem(
                    path, region.FirstLine, "a solution region holds whole statements, whole members, or the expression after `=>`"));
            }
        }

        result.AddRange(lines.Skip(next));
        return problems.Count == 0 ? string.Join('\n', result).TrimEnd() + "\n" : throw new SkeletonException(problems);
    }

    private static IEnumerable<string> Replacement(RegionPlace place, SolutionRegion region, LabTask task, string indent, bool isFirst)
    {
        if (place is RegionPlace.Members)
        {
            return [$"{indent}// Yours to add: whatever helper task {task.Id} needs."];
        }

        var comment = TaskComment.Lines(indent, isFirst ? $"TODO {task.Id}: {task.Text}" : $"TODO {task.Id} (continued): {region.Words}");
        return
        [
            .. comment,
            .. place switch
            {
                RegionPlace.Expression expression => [$"{indent}{Call(expression.Type)}{(expression.WithSemicolon ? ";" : "")}"],
                RegionPlace.Statements statements =>
                [
                    .. statements.OutParameters.Select(name => $"{indent}{name} = default;"),
                    $"{indent}{(statements.ReturnType is null ? "" : "return ")}{Call(statements.ReturnType)};",
                ],
                _ => Array.Empty<string>(),
            },
        ];

        string Call(string? type) => $"Unwritten.Task{(type is null ? "" : $"<{type}>")}(\"{task.Id}\")";
    }

    private static int LineOf(LabDefinition lab, LabTask task)
    {
        var lines = Read(Path.Combine(lab.Folder, LabReader.FileName))?.Split('\n') ?? [];
        var line = Array.FindIndex(lines, line => line.Contains("id:", StringComparison.Ordinal) && line.Contains(task.Id, StringComparison.Ordinal));
        return Math.Max(0, line);
    }

    private static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;

    private static string Quote(string[] lines, int line) => line < lines.Length ? $"`{lines[line]}`" : "nothing";
}
