using Euralios.Grader.Lab;
using Euralios.Grader.Result;
using Spectre.Console;

namespace Euralios.Grader.Report;

/// <summary>
/// A lab's result for a person: a line and a bar a task, every failure explained once, what waits for something else apart from what
/// failed, the total last. Nothing is passed to the console as markup, so brackets in a guest's text are only brackets.
/// </summary>
public sealed class TerminalReport(IAnsiConsole console)
{
    private static readonly Style Plain = Style.Plain;
    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Half = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);

    private bool Unicode => console.Profile.Capabilities.Unicode;

    /// <summary>The whole report.</summary>
    public void Write(LabDefinition lab, LabResult result)
    {
        WriteTasks(lab, result);
        foreach (var same in result.Checks.Where(check => check.Outcome == Outcome.Failed).GroupBy(Cause))
            WriteFailure(lab, [.. same]);

        WriteSkipped(result);
        WriteTotal(lab, result);
    }

    /// <summary>Heading, a line a task, and the total: what is shown beside a test framework's own account of the failures.</summary>
    public void WriteScore(LabDefinition lab, LabResult result)
    {
        WriteTasks(lab, result);
        WriteTotal(lab, result);
    }

    /// <summary>Checks that failed for the same reason with the same evidence are explained together.</summary>
    private static string Cause(CheckResult check) => string.Join('\n', [check.Reason, .. check.Details]);

    private void WriteTasks(LabDefinition lab, LabResult result)
    {
        Line();
        Line(($"{lab.Id.Split('-')[0]} {lab.Title}", Strong), ($"   {ShownText.Line(result.Submission)}, seed {result.Seed}", Faint));
        Line();

        var title = Math.Min(48, lab.Tasks.Max(task => task.Title.Length));
        var bar = Math.Clamp(console.Profile.Width - title - 30, 10, 24);
        foreach (var task in lab.Tasks)
        {
            var checks = result.Checks.Where(check => check.Task == task.Id).ToList();
            if (checks.Count == 0)
                continue;

            var points = checks.Sum(check => check.Points);
            var maximum = checks.Sum(check => check.MaximumPoints);
            var passed = checks.Count(check => check.Outcome == Outcome.Passed);
            var style = passed == checks.Count ? Good : passed == 0 ? Bad : Half;
            var full = bar * passed / checks.Count;
            Line(
                ($"  {task.Id,-5}", Strong),
                ($"{Cut(task.Title, title).PadRight(title)}  ", Plain),
                (new string(Unicode ? '█' : '#', full), style),
                (new string(Unicode ? '░' : '.', bar - full), Faint),
                ($"  {points,3}/{maximum,-3}", style),
                ($"  {passed} of {checks.Count}", Faint));
        }

        Line();
    }

    private void WriteFailure(LabDefinition lab, IReadOnlyList<CheckResult> checks)
    {
        const int named = 6;
        foreach (var check in checks.Take(named))
        {
            Line(
                (Unicode ? "  ✗ " : "  x ", Bad),
                ($"{check.Task} {ShownText.Line(check.Title)}", Strong),
                (check.MaximumPoints > 0 ? $"  [{check.MaximumPoints} points]" : "", Faint));
        }

        if (checks.Count > named)
            Line(($"    and {checks.Count - named} more, for the same reason", Faint));

        var what = Explanation.What(checks[0]);
        Line(("    " + what[0], Bad));
        foreach (var line in what.Skip(1))
            Line(("    " + line, Plain));

        foreach (var line in Explanation.Help(lab, checks[0]))
            Line(("    " + line, Faint));

        Line();
    }

    private void WriteSkipped(LabResult result)
    {
        var skipped = result.Checks.Where(check => check.Outcome == Outcome.Skipped).ToList();
        if (skipped.Count == 0)
            return;

        Line(("  Not judged yet:", Strong));
        foreach (var check in skipped)
        {
            Line(
                (Unicode ? "  – " : "  - ", Half),
                ($"{check.Task} {ShownText.Line(check.Title)}", Plain),
                (check.MaximumPoints > 0 ? $"  [{check.MaximumPoints} points]" : "", Faint),
                ($"  {ShownText.Line(check.Reason)}", Faint));
        }

        Line();
    }

    private void WriteTotal(LabDefinition lab, LabResult result)
    {
        var style = result.Points == result.MaximumPoints ? Good : result.Points == 0 ? Bad : Half;
        Line(
            ($"  {result.Points} of {result.MaximumPoints} points", style),
            ($"  {ShownText.Line(result.Summary)}", Plain));
        if (result.Checks.Any(check => check.Outcome == Outcome.Failed))
            Line(($"  All hints of a task: ./kit lab {Commands.Number(lab.Id)} --hints TASK --level 3", Faint));
    }

    private void Line(params (string Text, Style Style)[] parts)
    {
        foreach (var (text, style) in parts)
            console.Write(new Text(text, style));

        console.WriteLine();
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
