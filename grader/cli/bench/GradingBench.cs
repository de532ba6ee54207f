using Euralios.Grader.Boot;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Cli.Bench;

/// <summary>Processor seconds of one grading, as it is after the first ones of a class.</summary>
internal static class GradingBench
{
    private const string Group = "grading";
    private const int WarmUp = 3, Rounds = 7;
    private const double Goal = 1.4;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string root, CancellationToken cancellation)
    {
        var labs = LabCatalog.All(root);
        LabPreparation.EnsureBuilt(root, labs);
        var figures = new List<Figure>();
        foreach (var lab in labs)
            figures.AddRange(await MeasureAsync(root, lab, cancellation));

        return figures;
    }

    private static async Task<IEnumerable<Figure>> MeasureAsync(string root, LabDefinition lab, CancellationToken cancellation)
    {
        var images = new Measured(new InProcessImages(ProcessorClock.Seconds));
        double booting = 0;
        async Task<BootRecord> Boot(BootRequest request, CancellationToken stop)
        {
            var start = ProcessorClock.Seconds();
            var record = await BootRunner.RunAsync(request, stop);
            booting += ProcessorClock.Seconds() - start;
            return record;
        }

        // One boot at a time, so that what passes meanwhile is its own.
        await using var session = GradingSession.Local(root, images, 1, Boot);
        var request = new GradingRequest(
            lab, OwnSubmission.Solution(root, lab), AssemblyJudges.OfLab(lab.Folder), RunSeed.ForSubmission([], Group, lab.Id));
        var rounds = new List<Dictionary<string, double>>();
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            booting = 0;
            var start = ProcessorClock.Seconds();
            await session.GradeAsync(request, cancellation);
            var all = ProcessorClock.Seconds() - start;
            if (round >= WarmUp)
            {
                rounds.Add(new(images.Stages, StringComparer.Ordinal)
                {
                    ["boots"] = booting,
                    ["judging and the rest"] = all - booting - images.Stages.Values.Sum(),
                    ["in all"] = all,
                });
            }
        }

        return rounds[0].Keys.Select(stage => new Figure(
            Group, $"{lab.Id}: {stage}", Figure.Median(rounds.Select(round => round[stage])), "s of processor", stage == "in all" ? Goal : null));
    }

    /// <summary>Remembers the stages of the last build.</summary>
    private sealed class Measured(IImageSource images) : IImageSource
    {
        public IReadOnlyDictionary<string, double> Stages { get; private set; } = new Dictionary<string, double>();

        public async Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation)
        {
            var build = await images.BuildAsync(request, cancellation);
            Stages = build.Stages;
            return build;
        }

        public ValueTask DisposeAsync() => images.DisposeAsync();
    }
}
