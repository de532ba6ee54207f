using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;

namespace Euralios.Grader.Cli;

/// <summary>
/// Builds a lab's projects, which leaves what grading needs: the response file of its image and the assembly with its judges. A stamp in
/// the lab's <c>obj</c> remembers the names, sizes and times of all that went in, so that nothing is started when nothing changed.
/// </summary>
internal static class LabPreparation
{
    /// <summary>Sees to it that the labs are built.</summary>
    /// <exception cref="UsageException">One does not build. The compiler's messages were shown.</exception>
    public static void EnsureBuilt(string root, IEnumerable<LabDefinition> labs)
    {
        foreach (var lab in labs)
        {
            var stamp = Path.Combine(lab.Folder, "obj", "prepared.stamp");
            if (File.Exists(stamp) && File.ReadAllText(stamp) == Inputs(root, lab))
                continue;

            Build(lab);

            // After the build, because it may restore or generate files that are inputs too.
            File.WriteAllText(stamp, Inputs(root, lab));
        }
    }

    private static void Build(LabDefinition lab)
    {
        var project = Path.Combine(lab.Folder, lab.Id + ".csproj");
        if (!File.Exists(project))
            throw new UsageException($"The lab {lab.Id} has no project {project}.");

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

        throw new UsageException($"The lab {lab.Id} does not build; the messages are above.");
    }

    private static string Inputs(string root, LabDefinition lab)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = new[] { Path.Combine(root, "reference"), Path.Combine(root, "grader") }
            .Concat(Directory.GetDirectories(Path.Combine(root, "labs")).Where(folder => folder == lab.Folder || !LabCatalog.IsLab(folder)))
            .SelectMany(Sources)
            .Concat(Directory.GetFiles(root))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var about = new FileInfo(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}|{about.Length}|{about.LastWriteTimeUtc.Ticks}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.GetFiles(folder).Concat(
            Directory.GetDirectories(folder)
                .Where(child => Path.GetFileName(child) is not ("bin" or "obj" or "tests"))
                .SelectMany(Sources));
}
