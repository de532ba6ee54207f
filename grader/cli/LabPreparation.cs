using Euralios.Grader.Lab;

namespace Euralios.Grader.Cli;

/// <summary>Builds a lab's projects, which leaves what grading needs: the response file of its image and the assembly with its judges.</summary>
internal static class LabPreparation
{
    /// <summary>Sees to it that the labs are built.</summary>
    /// <exception cref="UsageException">One does not build. The compiler's messages were shown.</exception>
    public static void EnsureBuilt(string root, IEnumerable<LabDefinition> labs)
    {
        foreach (var lab in labs)
            ProjectBuild.EnsureBuilt(Path.Combine(lab.Folder, lab.Id + ".csproj"), $"The lab {lab.Id}", Inputs(root, lab));
    }

    private static IEnumerable<string> Inputs(string root, LabDefinition lab) =>
        new[] { Path.Combine(root, "reference"), Path.Combine(root, "grader") }
            .Concat(Directory.GetDirectories(Path.Combine(root, "labs")).Where(folder => folder == lab.Folder || !LabCatalog.IsLab(folder)))
            .SelectMany(ProjectBuild.Sources)
            .Concat(Directory.GetFiles(root));
}
