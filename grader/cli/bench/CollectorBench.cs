using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Elf;

namespace Euralios.Grader.Cli.Bench;

/// <summary>
/// The programs' collector at length: 10 GiB in all within a live set of 4 MiB, each object checked when it is given up
/// (<c>reference/std/tests/guest/collector</c>). The tests do the same with less.
/// </summary>
internal static partial class CollectorBench
{
    private const string Group = "collector", Runner = "runner", Program = "collector";
    private const int Mebibytes = 10 * 1024;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string root, CancellationToken cancellation)
    {
        var kernel = ReferenceKernel.Build(root);
        var archive = Path.GetTempFileName();
        try
        {
            using (var file = File.Create(archive))
            {
                var line = string.Create(CultureInfo.InvariantCulture, $"{Program} churn {Mebibytes}\n");
                BootArchive.Write(file, [("init", Build(root, Runner)), (Program, Build(root, Program)), ("run", Encoding.UTF8.GetBytes(line))]);
            }

            var limits = new Limits(4_000_000_000_000, TimeSpan.FromHours(10), 1 << 20, 1 << 20, TimeSpan.FromHours(1));
            var start = Stopwatch.GetTimestamp();
            var record = await BootRunner.RunAsync(new(kernel, "", new(128, IcountShift: 0), limits, new byte[16], archive), cancellation);
            var console = Encoding.UTF8.GetString(record.Console);
            var end = EndLine().Match(console);
            if (record.Ending != Ending.Finished || !end.Success)
                throw new UsageException($"The collector's program did not end: {record.Ending}. The console's end:\n{console[^Math.Min(console.Length, 2000)..]}");
            return
            [
                new(Group, "10 GiB in all within 4 MiB: objects that were wrong", double.Parse(end.Groups[1].Value, CultureInfo.InvariantCulture), "objects", 0),
                new(Group, "instructions for each MiB that was allocated", (double)record.Instructions / Mebibytes, "instructions"),
                new(Group, "all of it, wall clock", Stopwatch.GetElapsedTime(start).TotalSeconds, "s"),
            ];
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static byte[] Build(string root, string program)
    {
        var folder = Path.Combine(root, "reference", "std", "tests", "guest", program);
        ProjectBuild.EnsureBuilt(
            Path.Combine(folder, program + ".csproj"),
            program,
            [.. ReferencePrograms.Libraries(root).SelectMany(ProjectBuild.Sources), .. ProjectBuild.Sources(folder), .. Directory.GetFiles(root)]);
        var image = Path.Combine(folder, "bin", program);
        return LoadableImage.Of(program, File.ReadAllBytes(image));
    }

    [GeneratedRegex(@"^\[collector\] churn: (\d+) wrong, collected\r?$", RegexOptions.Multiline)]
    private static partial Regex EndLine();
}
