using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Euralios.Grader.Tests.Pipeline;
using NUnit.Framework;
using Spectre.Console;

namespace Euralios.Grader.Tests.Report;

/// <summary>The report that a student reads.</summary>
internal sealed class TerminalReportTests
{
    private const string Seed = "000102030405060708090a0b0c0d0e0f";

    [Test]
    public void It_reads_like_this() => Assert.That(Written(Result(
        new("unique", "6.1", "Frames are unique", Outcome.Failed, 0, 60, "frame 7 is given out twice", ["expected  8", "actual    7"], "h",
            "./kit lab 06 --check unique --seed 00"),
        new("returns", "6.2", "A freed frame comes back", Outcome.Skipped, 0, 40, "waits for Frames are unique", [], null, null))), Is.EqualTo("""

        06 Frame allocator   ada, seed 000102030405060708090a0b0c0d0e0f

          6.1  Allocate  ░░░░░░░░░░░░░░░░░░░░░░░░    0/60   0 of 1
          6.2  Free      ░░░░░░░░░░░░░░░░░░░░░░░░    0/40   0 of 1

          ✗ 6.1 Frames are unique  [60 points]
            frame 7 is given out twice
              | expected  8
              | actual    7
            hint:   ./kit lab 06 --hints 6.1 --level 2
            repeat: ./kit lab 06 --check unique --seed 00

          Not judged yet:
          – 6.2 A freed frame comes back  [40 points]  waits for Frames are unique

          0 of 100 points  in all
          All hints of a task: ./kit lab 06 --hints TASK --level 3

        """.ReplaceLineEndings("\n")));

    [Test]
    public void A_bar_is_as_full_as_the_task_is_done()
    {
        var text = Written(Result(
            new("a", "6.1", "A", Outcome.Passed, 30, 30, "", [], null, null),
            new("b", "6.1", "B", Outcome.Failed, 0, 30, "r", [], null, null)));

        Assert.That(text, Does.Contain(new string('█', 12) + new string('░', 12) + "   30/60   1 of 2"));
    }

    [Test]
    public void The_same_cause_is_explained_once()
    {
        var text = Written(Result(
            new("a", "6.1", "A", Outcome.Failed, 0, 60, "does not compile", ["A.cs(1,1): error"], null, null),
            new("b", "6.2", "B", Outcome.Failed, 0, 40, "does not compile", ["A.cs(1,1): error"], null, null)));

        Assert.That(text.Split("does not compile"), Has.Length.EqualTo(2));
        Assert.That(text, Does.Contain("✗ 6.1 A").And.Contain("✗ 6.2 B"));
    }

    [Test]
    public void What_the_guest_wrote_is_shown_and_never_obeyed()
    {
        const string hostile = "::error file=x::boom \u001b[2J\u001b]0;title\u0007 [red]x[/] ##[error]y \u202e \u009b";
        var text = Written(Result(new CheckResult("a", "6.1", hostile, Outcome.Failed, 0, 60, hostile, [hostile, "a\n::error::b\r"], null, null)));

        Assert.That(text.Split('\n').Select(line => line.TrimStart()), Has.None.StartsWith("::"));
        Assert.That(text, Does.Not.Contain("##["));
        Assert.That(text.Where(character => char.IsControl(character) && character != '\n'), Is.Empty);
        Assert.That(text, Does.Not.Contain('\u202e'));
        Assert.That(text, Does.Contain("[red]x[/]").And.Contain("\\x1b[2J").And.Contain("\\u202e").And.Contain("a\\x0a::error::b\\x0d"));
    }

    [Test]
    public void A_failure_has_at_most_sixty_lines_and_none_is_endless()
    {
        var flood = Enumerable.Repeat(new string('x', 10_000), 1000).ToList();
        var text = Written(Result(new CheckResult("a", "6.1", "A", Outcome.Failed, 0, 60, "flood", flood, "h", "repeat")));

        Assert.That(text.Split('\n').SkipWhile(line => !line.Contains('✗')).TakeWhile(line => line.Length > 0).Count(), Is.LessThanOrEqualTo(60));
        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThan(500));
    }

    [Test]
    public void On_a_narrow_terminal_with_colour_it_is_wrapped_and_coloured_and_brackets_stay_brackets()
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = 60;
        new TerminalReport(console).Write(
            TestLab.Make(),
            Result(new CheckResult("a", "6.1", "A", Outcome.Failed, 0, 60, "[red]" + new string('y', 100), [], null, null)));

        Assert.That(text.ToString(), Does.Contain("\u001b[").And.Contain("[red]"));
        Assert.That(text.ToString().Split('\n').Max(line => line.Count(character => character == 'y')), Is.LessThanOrEqualTo(60));
    }

    private static LabResult Result(params CheckResult[] checks) =>
        new(TestLab.Id, "ada", Seed, checks.Sum(check => check.Points), 100, "in all", checks);

    private static string Written(LabResult result)
    {
        var text = new StringWriter();
        new TerminalReport(ReportConsole.Plain(text)).Write(TestLab.Make(), result);
        return text.ToString().ReplaceLineEndings("\n");
    }
}
