using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Cli;

/// <summary>The reference's programs, built when they changed.</summary>
internal static class ReferencePrograms
{
    private static readonly string[] Parts = ["corelib", "sdk", "std", "net", "programs"];

    /// <summary>The path of their archive.</summary>
    /// <exception cref="UsageException">They do not build. The compiler's messages were shown.</exception>
    public static string Build(string root)
    {
        var folder = Folder(root);
        ProjectBuild.EnsureBuilt(
            Path.Combine(folder, "Programs.csproj"),
            "The reference's programs",
            [
                .. Parts.SelectMany(part => ProjectBuild.Sources(Path.Combine(root, "reference", part))),
                .. Directory.GetFiles(root),
            ]);
        return Path.Combine(folder, "bin", "boot.tar");
    }

    /// <summary>From a program's name to its C#; null for a name that none of them has. Each is read once.</summary>
    public static Func<string, Symbolizer?> Symbols(string root)
    {
        var known = new Dictionary<string, Symbolizer>();
        return name =>
        {
            // The name comes from the guest: only that of a folder here leads to a file.
            if (known.TryGetValue(name, out var symbols))
                return symbols;
            if (!Directory.GetDirectories(Folder(root)).Select(Path.GetFileName).Contains(name))
                return null;
            var image = Path.Combine(Folder(root), name, "bin", name);
            return File.Exists(image) ? known[name] = Symbolizer.Load(image) : null;
        };
    }

    /// <summary>The folders of what programs are built with.</summary>
    public static IEnumerable<string> Libraries(string root) =>
        Parts.Where(part => part is not ("programs" or "net")).Select(part => Path.Combine(root, "reference", part));

    private static string Folder(string root) => Path.Combine(root, "reference", "programs");
}
