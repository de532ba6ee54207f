using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Euralios.Grader.Image;

namespace Euralios.Grader.Cli;

/// <summary>
/// Builds a project when something that goes into it changed. A stamp in its <c>obj</c> remembers the names, sizes and times of all that
/// went in, so that nothing is started when nothing changed.
/// </summary>
internal static class ProjectBuild
{
    /// <summary>Sees to it that a project is built.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="name">What a message calls it.</param>
    /// <param name="inputs">Everything that goes in: <see cref="Sources"/> of folders, and single files.</param>
    /// <exception cref="UsageException">It does not build. The compiler's messages were shown.</exception>
    public static void EnsureBuilt(string project, string name, IEnumerable<string> inputs)
    {
        if (!File.Exists(project))
            throw new UsageException($"{name} has no project {project}.");

        var stamp = Path.Combine(Path.GetDirectoryName(project)!, "obj", "prepared.stamp");
        if (File.Exists(stamp) && File.ReadAllText(stamp) == Digest(inputs))
            return;

        Build(project, name);

        // After the build, because it may restore or generate files that are inputs too.
        File.WriteAllText(stamp, Digest(inputs));
    }

    /// <summary>The files under a folder, without what builds leave and without tests.</summary>
    public static IEnumerable<string> Sources(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.GetFiles(folder).Concat(
            Directory.GetDirectories(folder)
                .Where(child => Path.GetFileName(child) is not ("bin" or "obj" or "tests"))
                .SelectMany(Sources));

    private static void Build(string project, string name)
    {
        var start = new ProcessStartInfo(DotNet.Program, ["build", project, "--nologo", "-v", "quiet", "-clp:NoSummary"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return;

        foreach (var error in output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct())
            Console.Error.WriteLine(error.TrimEnd());

        throw new UsageException($"{name} does not build; the messages are above.");
    }

    private static string Digest(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var about = new FileInfo(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}|{about.Length}|{about.LastWriteTimeUtc.Ticks}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
