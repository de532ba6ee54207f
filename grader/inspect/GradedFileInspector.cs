using Euralios.Sdk.Build;
using Microsoft.CodeAnalysis;

namespace Euralios.Grader.Inspect;

/// <summary>
/// Refuses graded files that are not safe C#, or that name anything but themselves, the core's public members and what the lab hands out.
/// Syntax shows what is written; the semantic model and its operations show what is meant, so no alias, operator, pattern or implicit call
/// reaches a thing that its name could not.
/// </summary>
public static class GradedFileInspector
{
    /// <summary>Characters in a graded file.</summary>
    public const int MaximumLength = 128 * 1024;

    /// <summary>Levels of nesting in a file's syntax: more would only strain whoever walks it.</summary>
    public const int MaximumDepth = 250;

    /// <summary>Inspects the graded files of a compilation.</summary>
    /// <param name="compilation">The image's compilation, with the submission's files in place.</param>
    /// <param name="gradedPaths">The paths of the graded files' syntax trees.</param>
    /// <param name="uses">Simple or qualified names of the image's types that graded files may name.</param>
    /// <param name="coreAssemblyName">The assembly whose public members everybody may use.</param>
    /// <param name="referenceTexts">The reference's text of each graded file, by tree path. A graded file may declare the types that the
    /// reference declares there; without its text it may not declare parts of other files' types.</param>
    /// <returns>What is refused, by file, line and column; empty when all is well.</returns>
    public static IReadOnlyList<BuildMessage> Inspect(
        Compilation compilation,
        IReadOnlyList<string> gradedPaths,
        IReadOnlyCollection<string> uses,
        string coreAssemblyName,
        IReadOnlyDictionary<string, string>? referenceTexts = null)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        var paths = gradedPaths.ToHashSet(StringComparer.Ordinal);
        var trees = compilation.SyntaxTrees.Where(tree => paths.Contains(tree.FilePath)).ToHashSet();
        foreach (var path in paths)
        {
            // Two would make a file of the kit a graded one, which may do more.
            if (trees.Count(tree => tree.FilePath == path) != 1)
            {
                throw new ArgumentException($"Expected one file {path} in the compilation.", nameof(gradedPaths));
            }
        }

        var findings = new Findings();
        var reach = new Reach(compilation, trees, uses, coreAssemblyName);
        foreach (var tree in trees)
        {
            if (IsTooLarge(tree, findings))
            {
                continue;
            }

            var model = compilation.GetSemanticModel(tree);
            var root = tree.GetRoot();
            new SyntaxRules(model, reach.IsProgram, findings).Check(root);
            new DeclarationRules(model, reach, findings).Check(root, referenceTexts?.GetValueOrDefault(tree.FilePath));
            new NameRules(model, reach, findings).Check(root);
            new OperationRules(model, reach, findings).Check(root);
        }

        return findings.Messages;
    }

    private static bool IsTooLarge(SyntaxTree tree, Findings findings)
    {
        var start = Location.Create(tree, default);
        if (tree.Length > MaximumLength)
        {
            findings.Add(start, Rule.Size, $"this file has {tree.Length} characters, more than the {MaximumLength} allowed; make it shorter");
            return true;
        }

        var pending = new Stack<(SyntaxNode Node, int Depth)>([(tree.GetRoot(), 0)]);
        while (pending.TryPop(out var item))
        {
            if (item.Depth > MaximumDepth)
            {
                findings.Add(item.Node, Rule.Size, $"this is nested more than {MaximumDepth} levels deep; split it into smaller pieces");
                return true;
            }

            foreach (var child in item.Node.ChildNodes())
            {
                pending.Push((child, item.Depth + 1));
            }
        }

        return false;
    }
}
