using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Euralios.Grader.Soak;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit soak</c>: two users at work for an hour of the guest's time, and nothing may grow.</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var minutes = CommonOptions.Positive(
            "--minutes", "How long, in minutes that the guest's processor of 4 million instructions a second is at work; time in which it waits is not counted", 60);
        var seed = new Option<int>("--seed") { Description = "What the users' choices start from", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "soak",
            "Boots the reference and lets two users work, one at the serial terminal and one at keyboard and screen, with commands drawn from a seed; at quiet "
            + "points it compares what the system uses: nothing may grow. An hour takes some 10 minutes.")
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
        try
        {
            return await WorkAsync(image, archive, length, seed, cancellation);
        }
        catch (SoakException exception)
        {
            return Fail(
                seed, [exception.Message], exception.Since, $"The serial terminal:\n{Indent(exception.Serial)}\nThe screen:\n{Indent(exception.Screen)}\n");
        }
    }

    private static async Task<int> WorkAsync(string image, string archive, TimeSpan length, int seed, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        QuietPoint? first = null;
        await using var run = await SoakRun.StartAsync(image, archive, seed, cancellation);
        for (var round = 0; ; round++)
        {
            var point = await run.RoundAsync(round, cancellation);
            Show(point);
            if (round == SoakRun.WarmUpRounds - 1)
                first = point;
            if (first is not null && Growth.Between(first.Figures, point.Figures) is { Count: > 0 } grown)
                return Fail(seed, grown, run.Since, shown: "");

            run.Forget();
            if (point.ProcessorTime < length || first is null || first == point)
                continue;
            Summarize(first, point, seed, watch.Elapsed);
            return ExitCode.Good;
        }
    }

    private static void Show(QuietPoint point) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $@"{point.ProcessorTime:hh\:mm\:ss}  round {point.Round}, {point.Entered} lines entered: {point.Figures}"));

    private static void Summarize(QuietPoint first, QuietPoint last, int seed, TimeSpan elapsed) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Two users entered {last.Entered} lines in {last.ProcessorTime.TotalMinutes:0} minutes of the processor's work and {last.ClockTime.TotalHours:0.0} hours on the guest's clock ({last.Instructions:#,0} instructions; {elapsed.TotalMinutes:0.0} minutes here).
        After the warm-up: {first.Figures}
        At the end:        {last.Figures}
        Nothing has grown. Seed {seed}.
        """));

    private static int Fail(int seed, IReadOnlyList<string> reasons, IReadOnlyList<string> since, string shown)
    {
        Console.WriteLine($"""
            {string.Join('\n', reasons)}
            What was entered since the last good quiet point:
            {Indent(string.Join('\n', since))}
            {shown}FAILED. ./kit soak --seed {seed.ToString(CultureInfo.InvariantCulture)} repeats it.
            """);
        return ExitCode.Failed;
    }

    private static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
