namespace Euralios.Grader.Lab;

/// <summary>The programs that a lab about programs boots with, by name and by the file that a build leaves of each.</summary>
public static class LabPrograms
{
    /// <summary>The name that the kernel starts.</summary>
    public const string First = "init";

    private const string ProjectEnding = ".csproj";

    /// <summary>The name of a lab's image as a program: its project's.</summary>
    public static string NameOfImage(LabDefinition lab)
    {
        ArgumentNullException.ThrowIfNull(lab);
        return NameOf(lab.Image);
    }

    /// <summary>The programs that are given, the first one first: all but the image.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="reference">The folder of the reference's programs.</param>
    public static IReadOnlyList<(string Name, string File)> Given(LabDefinition lab, string reference)
    {
        ArgumentNullException.ThrowIfNull(lab);
        return
        [
            (First, Built(Path.Combine(lab.Folder, lab.Init!))),
            .. lab.Programs.Select(program => IsProject(program)
                ? (NameOf(program), Built(Path.Combine(lab.Folder, program)))
                : (program, Built(Path.Combine(reference, program, program + ProjectEnding)))),
        ];
    }

    /// <summary>An entry of <c>programs</c> is a project of the lab's own, and not a name of the reference's.</summary>
    internal static bool IsProject(string program) => program.EndsWith(ProjectEnding, StringComparison.Ordinal);

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project);

    private static string Built(string project) => Path.Combine(Path.GetDirectoryName(project)!, "bin", NameOf(project));
}
