using Euralios.Grader.Boot;
using Euralios.Grader.Image;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Cli.Bench;

/// <summary>The frame allocator in guest instructions: exact, and the same on every machine.</summary>
internal static class FramesBench
{
    private const string Group = "frames", Lab = "06";

    private static readonly (string Measure, string What, double Goal, string Peer)[] Measures =
    [
        ("at-once", "allocate and free at once", 40, "47"),
        ("seeded-order", "10,000 allocations, then the frees in seeded order, a pair", 60, "84 to 93"),
        ("three-consecutive", "three consecutive frames, 1,000 in use", 500, "4,439"),
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(string root, CancellationToken cancellation)
    {
        var lab = LabCatalog.Find(root, Lab);
        LabPreparation.EnsureBuilt(root, [lab]);
        await using var session = GradingSession.Local(root, new InProcessImages(), 1);
        var request = new GradingRequest(
            lab, OwnSubmission.Solution(root, lab), AssemblyJudges.OfLab(lab.Folder), RunSeed.ForSubmission([], Group, lab.Id));
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            var figures = new List<Figure>();
            foreach (var definition in lab.Boots.Where(boot => boot.Scenario == "budget"))
            {
                var (boot, messages) = await session.PrepareAsync(request, definition, folder, cancellation);
                if (boot is null)
                    throw new UsageException(string.Join('\n', messages));

                figures.AddRange(Read(await BootRunner.RunAsync(boot, cancellation)));
            }

            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Figure> Read(BootRecord record)
    {
        var trace = Tracing.Trace.Parse(record.Trace);
        foreach (var (measure, what, goal, peer) in Measures)
        {
            var line = trace.Events.SingleOrDefault(line => line.Name == "budget.measure" && line["name"] == measure)
                ?? throw new UsageException($"{measure} was not measured; the boot ended with {record.Ending}.");
            var each = (double)line.Number("instructions")!.Value / line.Number("count")!.Value;
            yield return new(Group, $"{what}, {record.Request.Machine.MemoryMiB} MiB", each, "instructions", goal, peer);
        }
    }
}
