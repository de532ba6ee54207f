namespace Euralios.Grader.Cli;

/// <summary>The reference's kernel, built when it changed.</summary>
internal static class ReferenceKernel
{
    private static readonly string[] Parts = ["corelib", "sdk", "kernel"];

    /// <summary>The path of its image.</summary>
    /// <exception cref="UsageException">It does not build. The compiler's messages were shown.</exception>
    public static string Build(string root)
    {
        var folder = Path.Combine(root, "reference", "kernel");
        ProjectBuild.EnsureBuilt(
            Path.Combine(folder, "Kernel.csproj"),
            "The reference's kernel",
            [
                .. Parts.SelectMany(part => ProjectBuild.Sources(Path.Combine(root, "reference", part))),
                .. Directory.GetFiles(root),
            ]);
        return Path.Combine(folder, "bin", "merriwig.elf");
    }
}
