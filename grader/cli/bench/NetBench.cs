using System.Diagnostics;
using System.Globalization;
using Euralios.Grader.Image;

namespace Euralios.Grader.Cli.Bench;

/// <summary>
/// The network: the reference with each of its cards, and at the other end of the wire the very stack on this machine, in a program of its own
/// (<c>reference/net/tests/bench</c>).
/// </summary>
internal static class NetBench
{
    private const string Group = "net";

    public static async Task<IReadOnlyList<Figure>> RunAsync(string root, CancellationToken cancellation)
    {
        string kernel = ReferenceKernel.Build(root), archive = ReferencePrograms.Build(root);
        string folder = Path.Combine(root, "reference", "net", "tests", "bench");
        ProjectBuild.EnsureBuilt(
            Path.Combine(folder, "Net.Bench.csproj"),
            "The network's bench",
            [
                .. ProjectBuild.Sources(folder),
                .. ((string[])["grader", "reference/net", "reference/corelib", "reference/std", "reference/sdk"]).SelectMany(part => ProjectBuild.Sources(Path.Combine(root, part))),
                .. Directory.GetFiles(root),
            ]);
        string program = Path.Combine(folder, "bin", "Debug", "net10.0", "net-bench.dll");
        string transfer = Path.Combine(folder, "guest", "transfer", "bin", "transfer");
        var start = new ProcessStartInfo(DotNet.Program, ["exec", program, kernel, archive, transfer]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await using var ending = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var figures = new List<Figure>();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            string[] parts = line.Split('\t');
            figures.Add(new(Group, parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]));
            Console.Error.WriteLine($"{parts[0]}: {parts[1]} {parts[2]}");
        }

        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? figures : throw new UsageException("The network's bench failed; its messages are above.");
    }
}
