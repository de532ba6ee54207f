using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Euralios.Grader.Boot;
using Euralios.Grader.Soak;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit soak</c>: two users at work for an hour of the guest's time, and nothing may grow.</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var minutes = CommonOptions.Positive("--minutes", "How long, in the guest's time", 60);
        var seed = new Option<int>("--seed") { Description = "What the users' choices start from", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "soak",
            "Boots the reference and lets two users work, one at the serial terminal and one at keyboard and screen, with commands drawn from a seed; at quiet "
            + "points what the system uses is compared: nothing may grow.")
        {
            minutes, seed,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.RepositoryRoot(), TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed), cancellation));
        return command.WithExamples("./kit soak", "./kit soak --minutes 5 --seed 7");
    }

    private static async Task<int> RunAsync(string root, TimeSpan length, int seed, CancellationToken cancellation)
    {
        var (image, archive) = (ReferenceKernel.Build(root), ReferencePrograms.Build(root));
        var watch = Stopwatch.StartNew();
        await using var run = await SoakRun.StartAsync(image, archive, seed, cancellation);
        for (int round = 0; ; round++)
        {
            var point = await run.RoundAsync(round, cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{point.Round} {point.Time} {watch.Elapsed.TotalSeconds:0.0}s {point.Instructions / 1000000}M {point.Entered} {point.Figures}"));
            foreach (var process in point.Figures.List)
                Console.Write($" {process.Number}:{process.Name}:{process.Frames}/{process.Threads}");
            Console.WriteLine();
            run.Forget();
            if (point.Time >= length)
                return 0;
        }
    }
}
