using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Euralios.Grader.Cli.Bench;
using Euralios.Grader.Report;
using Spectre.Console;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit bench</c>: measures. Never a test: a slow machine is nobody's mistake.</summary>
internal static class BenchCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Dictionary<string, Func<string, CancellationToken, Task<IReadOnlyList<Figure>>>> Groups = new(StringComparer.Ordinal)
    {
        ["kernel"] = KernelBench.RunAsync,
        ["frames"] = FramesBench.RunAsync,
        ["grading"] = GradingBench.RunAsync,
        ["boot"] = BootBench.RunAsync,
        ["loop"] = LoopBench.RunAsync,
        ["net"] = NetBench.RunAsync,
        ["collector"] = CollectorBench.RunAsync,
    };

    public static Command Create()
    {
        var groups = new Argument<string[]>("what") { Description = "Which of kernel, frames, grading, boot, loop, net and collector (10 GiB: some minutes); without it all but the last", HelpName = "WHAT" };
        groups.AcceptOnlyFromAmong([.. Groups.Keys]);
        var file = new Option<string?>("--json") { Description = "Also write the figures here", HelpName = "FILE" };
        var command = new Command("bench", "Measures the reference and the kit itself, beside what is aimed at.") { groups, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var wanted = parsed.GetValue(groups) is { Length: > 0 } some ? some : [.. Groups.Keys.Where(group => group != "collector")];
            var figures = new List<Figure>();
            foreach (var group in wanted.Distinct())
                figures.AddRange(await Groups[group](parsed.RepositoryRoot(), cancellation));

            Show(ReportConsole.Standard(), figures);
            if (parsed.GetValue(file) is { } path)
                await File.WriteAllTextAsync(path, JsonSerializer.Serialize(figures, Json) + "\n", cancellation);

            return ExitCode.Good;
        });
        return command.WithExamples("./kit bench", "./kit bench kernel", "./kit bench frames boot", "./kit bench collector", "./kit bench --json figures.json");
    }

    private static void Show(IAnsiConsole console, IEnumerable<Figure> figures)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("", "what", "measured", "unit", "goal", "original (Rust)", "xv6 (C)");
        table.Columns[2].RightAligned();
        table.Columns[4].RightAligned();
        table.Columns[5].RightAligned();
        table.Columns[6].RightAligned();
        foreach (var figure in figures)
        {
            table.AddRow(
                new Text(figure.Group), new Text(figure.What), new Text(Number(figure.Value)), new Text(figure.Unit),
                new Text(figure.Goal is { } goal ? "<= " + Number(goal) : ""), new Text(figure.Peer ?? ""), new Text(figure.Xv6 ?? ""));
        }

        console.Write(table);
    }

    /// <summary>Three digits where there are so many, and all of a large number.</summary>
    private static string Number(double value) => value.ToString(
        value switch { >= 100 => "#,0", >= 10 => "0.#", >= 1 => "0.0#", _ => "0.000" }, CultureInfo.InvariantCulture);
}
