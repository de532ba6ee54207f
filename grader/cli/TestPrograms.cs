using Euralios.Sdk.Archive;
using Euralios.Sdk.Elf;

namespace Euralios.Grader.Cli;

/// <summary>The programs by which the kernel is measured and tested on the machine, built when they changed.</summary>
internal static class TestPrograms
{
    private static readonly string[] Parts = ["corelib", "sdk", "std"];

    /// <summary>Writes an archive of some of them.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="archive">Where the archive goes.</param>
    /// <param name="programs">The programs; the first one is the first process.</param>
    /// <param name="files">Other files.</param>
    /// <exception cref="UsageException">They do not build. The compiler's messages were shown.</exception>
    public static void WriteArchive(string root, string archive, string[] programs, params (string Name, byte[] Contents)[] files)
    {
        var folder = Path.Combine(root, "reference", "kernel", "tests", "programs");
        ProjectBuild.EnsureBuilt(
            Path.Combine(folder, "TestPrograms.csproj"),
            "The kernel's test programs",
            [
                .. Parts.SelectMany(part => ProjectBuild.Sources(Path.Combine(root, "reference", part))),
                .. ProjectBuild.Sources(folder),
                .. Directory.GetFiles(root),
            ]);
        using var file = File.Create(archive);
        BootArchive.Write(file, [("init", Loadable(programs[0])), .. programs[1..].Select(name => (name, Loadable(name))), .. files]);

        byte[] Loadable(string name) => LoadableImage.Of(name, File.ReadAllBytes(Path.Combine(folder, name, "bin", name)));
    }
}
