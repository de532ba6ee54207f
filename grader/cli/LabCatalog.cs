using Euralios.Grader.Lab;

namespace Euralios.Grader.Cli;

/// <summary>The labs of the repository.</summary>
internal static class LabCatalog
{
    /// <summary>All labs, in the course's order.</summary>
    public static IReadOnlyList<LabDefinition> All(string root) => [.. Folders(root).Select(LabReader.Read)];

    /// <summary>The lab that a number (<c>6</c>, <c>06</c>) or an id (<c>06-frame-allocator</c>) names.</summary>
    public static LabDefinition Find(string root, string name)
    {
        var folders = Folders(root);
        var wanted = name.Length == 1 ? "0" + name : name;
        var folder = folders.FirstOrDefault(path => Path.GetFileName(path) is var id && (id == wanted || id.Split('-')[0] == wanted))
            ?? throw new UsageException(
                $"There is no lab {name}. The labs are: {string.Join(", ", folders.Select(Path.GetFileName))}.");
        return LabReader.Read(folder);
    }

    /// <summary>The labs of a list such as <c>01,06</c>; all labs without one.</summary>
    public static IReadOnlyList<LabDefinition> Select(string root, string? list) => list is null
        ? All(root)
        : [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => Find(root, name)).DistinctBy(lab => lab.Id).OrderBy(lab => lab.Id, StringComparer.Ordinal)];

    /// <summary>The folder is a lab's; what else lies in <c>labs</c> belongs to all of them.</summary>
    public static bool IsLab(string folder) => File.Exists(Path.Combine(folder, LabReader.FileName));

    private static List<string> Folders(string root) =>
        [.. Directory.GetDirectories(Path.Combine(root, "labs"))
            .Where(IsLab)
            .Order(StringComparer.Ordinal)];
}
