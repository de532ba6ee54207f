using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Tests.Checks;

/// <summary>The other kinds of check, the graph, and what a result says.</summary>
[TestFixture]
public sealed class CheckRunnerTests
{
    [TestCase("budget.measure name=pair instructions=400 count=10", Outcome.Passed, "")]
    [TestCase("budget.measure name=pair instructions=401 count=10", Outcome.Failed, "pair: 40.1 instructions each, at most 40 allowed (401 for 10)")]
    [TestCase("budget.measure name=other instructions=1 count=1", Outcome.Failed, "pair was not measured")]
    [TestCase("budget.measure name=pair instructions=1 count=1|budget.measure name=pair instructions=1 count=1", Outcome.Failed, "pair was measured 2 times, where once is expected")]
    [TestCase("budget.measure name=pair instructions=1 count=0", Outcome.Failed, "pair was measured, but its numbers make no sense: budget.measure name=pair instructions=1 count=0")]
    [TestCase("budget.measure name=pair instructions=18446744073709551615 count=1", Outcome.Failed, "pair: 18446744073709551615 instructions each, at most 40 allowed (18446744073709551615 for 1)")]
    [TestCase("budget.measure name=pair instructions=40 count=18446744073709551615", Outcome.Passed, "")]
    [TestCase("lab.unwritten task=6.1", Outcome.Failed, "task 6.1 is not written yet")]
    [TestCase("lab.unwritten task=6.2", Outcome.Failed, "pair was not measured")]
    public void Budgets(string trace, Outcome outcome, string reason)
    {
        var result = FakeLab.Run(Budget("c"), FakeLab.Boot(trace));
        Assert.That((result.Outcome, result.Reason), Is.EqualTo((outcome, reason)));
    }

    [Test]
    public void A_passed_budget_shows_both_numbers() =>
        Assert.That(FakeLab.Run(Budget("c"), FakeLab.Boot("budget.measure name=pair instructions=400 count=10")).Details, Is.EqualTo(new[] { "pair: 40 instructions each, at most 40 allowed (400 for 10)" }));

    [Test]
    public void A_boot_that_did_not_finish_fails_what_looks_right()
    {
        var result = FakeLab.Run(Budget("c"), FakeLab.Boot("budget.measure name=pair instructions=400 count=10", Ending.TraceFlood));
        Assert.That((result.Outcome, result.Reason, result.Points), Is.EqualTo((Outcome.Failed, "the kernel writes trace events without end", 0)));
    }

    [Test]
    public void A_boot_that_did_not_finish_gives_its_evidence_as_details()
    {
        var result = FakeLab.Run(Budget("c"), FakeLab.Boot("a.b", Ending.TraceFlood));
        Assert.That(result.Details, Is.EqualTo(new[] { "pair was not measured" }));
    }

    [Test]
    public void A_boot_that_ended_in_an_unwritten_task_says_so() =>
        Assert.That(FakeLab.Run(Budget("c"), FakeLab.Boot("lab.unwritten task=6.2", Ending.Dead)).Reason, Is.EqualTo("task 6.2 is not written yet"));

    [Test]
    public void Traces_and_consoles_are_held_against_their_files()
    {
        var folder = Directory.CreateTempSubdirectory("checks-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "expected"));
            File.WriteAllText(Path.Combine(folder, "expected", "x.trace"), "a.b x={x:dec} seed={seed}\nc.d x={x}\n");
            File.WriteAllText(Path.Combine(folder, "expected", "x.console"), "hello {_}\n");
            File.WriteAllText(Path.Combine(folder, "expected", "bad.trace"), "{\n");
            var lab = FakeLab.Lab(
                FakeLab.Check(CheckKind.Trace, "t", 10, ("expected", "x")),
                FakeLab.Check(CheckKind.Console, "c", 10, ("expected", "x")),
                FakeLab.Check(CheckKind.Trace, "b", 10, ("expected", "bad"))) with { Folder = folder };
            const string Seed = "000102030405060708090a0b0c0d0e0f";
            var good = CheckRunner.Run(FakeLab.Inputs(lab, FakeLab.Boot($"a.b x=1 seed={Seed}|c.d x=1", console: "hello you\r\n")));
            var bad = CheckRunner.Run(FakeLab.Inputs(lab, FakeLab.Boot($"a.b x=1 seed={Seed}|c.d x=2", console: "hello\r\n")));
            Assert.Multiple(() =>
            {
                Assert.That(good.Take(2).Select(result => (result.Outcome, result.Points)), Is.All.EqualTo((Outcome.Passed, 10)));
                Assert.That(good[2].Reason, Is.EqualTo("the expectation itself is wrong: expected/bad.trace(1): expected `}` after `{`; a literal brace is written `\\{`"));
                Assert.That(bad.Take(2).Select(result => result.Reason), Is.EqualTo(new[] { "expected `c.d x={x}`, but line 2 is `c.d x=2`", "expected `hello {_}`, but line 1 is `hello`" }));
                Assert.That(bad[0].Details, Does.Contain("where x = 1"));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void A_judge_is_asked_with_the_boots_seed()
    {
        JudgeContext? seen = null;
        var judge = new FakeJudge((_, context) =>
        {
            seen = context;
            return Verdict.Fail("not fair", "detail");
        });
        var result = FakeLab.Run(Oracle, FakeLab.Boot("a.b"), judge);
        Assert.Multiple(() =>
        {
            Assert.That((result.Outcome, result.Reason), Is.EqualTo((Outcome.Failed, "not fair")));
            Assert.That(result.Details, Is.EqualTo(new[] { "detail" }));
            Assert.That((seen!.Check.Id, seen.Seed[15]), Is.EqualTo(("c", (byte)15)));
        });
    }

    [Test]
    public void A_judge_that_fails_itself_is_the_kits_defect()
    {
        var boot = FakeLab.Boot("a.b");
        Assert.Multiple(() =>
        {
            Assert.That(FakeLab.Run(Oracle, boot, new FakeJudge((_, _) => throw new InvalidOperationException("oops"))).Reason, Is.EqualTo("the judge itself failed: InvalidOperationException: oops"));
            Assert.That(FakeLab.Run(Oracle, boot, new FakeJudge((_, _) => null!)).Reason, Is.EqualTo("the judge itself failed: it gave no verdict"));
            Assert.That(FakeLab.Run(Oracle, boot, new FakeJudge((_, _) => new Verdict(Outcome.Skipped, "", []))).Outcome, Is.EqualTo(Outcome.Failed));
            Assert.That(FakeLab.Run(Oracle, boot).Reason, Is.EqualTo("the judge itself failed: the lab's assembly has no class `J`"));
            Assert.That(FakeLab.Run(Oracle with { Visibility = Visibility.Instructor }, boot).Outcome, Is.EqualTo(Outcome.Skipped));
            Assert.That(FakeLab.Run(Oracle, boot, new FakeJudge((_, _) => Verdict.Pass)).Points, Is.EqualTo(10));
        });
    }

    [TestCase("a.b x=1|c.d|a.b x=2", "a.*", Outcome.Passed, "")]
    [TestCase("a.b x=1|a.b x=3", "a.*", Outcome.Failed, "the reference wrote `a.b x=2` here, but line 2 is `a.b x=3`")]
    [TestCase("a.b x=1", "a.b", Outcome.Failed, "the reference wrote `a.b x=2` here, but the trace ends")]
    [TestCase("a.b x=1|a.b x=2|a.b", "a.b", Outcome.Failed, "the reference wrote `the end` here, but line 3 is `a.b`")]
    public void Differentials(string trace, string events, Outcome outcome, string reason)
    {
        var check = FakeLab.Check(CheckKind.Differential, arguments: ("events", events)) with { Visibility = Visibility.Instructor };
        var inputs = FakeLab.Inputs(FakeLab.Lab(check), FakeLab.Boot(trace));
        var reference = new Dictionary<string, BootRecord> { ["b"] = FakeLab.Boot("a.b x=1|e.f|a.b x=2") };
        var result = CheckRunner.Run(inputs with { ReferenceRecords = reference })[0];
        Assert.Multiple(() =>
        {
            Assert.That((result.Outcome, result.Reason), Is.EqualTo((outcome, reason)));
            Assert.That(CheckRunner.Run(inputs)[0].Outcome, Is.EqualTo(Outcome.Skipped));
        });
    }

    [Test]
    public void Host_checks_are_judged_only_where_they_ran()
    {
        var inputs = FakeLab.Inputs(FakeLab.Lab(FakeLab.Check(CheckKind.Host, points: 0, arguments: ("cases", "a-* b"))), null);
        var good = new Dictionary<string, Verdict> { ["a-1"] = Verdict.Pass, ["a-2"] = Verdict.Pass, ["b"] = Verdict.Pass };
        Assert.Multiple(() =>
        {
            Assert.That(Host(null), Is.EqualTo((Outcome.Skipped, "host checks do not run here")));
            Assert.That(Host(good), Is.EqualTo((Outcome.Passed, "")));
            Assert.That(Host(new(good) { ["a-2"] = Verdict.Fail("is 3") }), Is.EqualTo((Outcome.Failed, "a-2: is 3")));
            Assert.That(Host([]), Is.EqualTo((Outcome.Failed, "a-*: no host case has this name")));
        });

        (Outcome, string) Host(Dictionary<string, Verdict>? cases)
        {
            var result = CheckRunner.Run(inputs with { HostCases = cases })[0];
            return (result.Outcome, result.Reason);
        }
    }

    [Test]
    public void What_waits_for_a_check_that_did_not_pass_is_skipped()
    {
        const string Trace = "budget.measure name=pair instructions=400 count=10";
        var bad = FakeLab.Check(CheckKind.Budget, "bad", 10, ("measure", "none"), ("most", "1"));
        var checks = new[] { Budget("third") with { After = ["second"] }, Budget("second") with { After = ["good", "bad"] }, Budget("good"), bad };
        var results = CheckRunner.Run(FakeLab.Inputs(FakeLab.Lab(checks), FakeLab.Boot(Trace)));
        Assert.That(results.Select(result => (result.Check, result.Outcome, result.Reason, result.Points)), Is.EqualTo(new[]
        {
            ("third", Outcome.Skipped, "waits for Title of second", 0),
            ("second", Outcome.Skipped, "waits for Title of bad", 0),
            ("good", Outcome.Passed, "", 10),
            ("bad", Outcome.Failed, "none was not measured", 0),
        }));
        Assert.That(CheckRunner.Needed(FakeLab.Lab(checks), "third"), Is.EquivalentTo(new[] { "third", "second", "good", "bad" }));
        Assert.That(CheckRunner.Run(FakeLab.Inputs(FakeLab.Lab(checks), FakeLab.Boot(Trace)) with { Only = new HashSet<string> { "good" } }), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_failure_names_hint_and_command_and_others_do_not()
    {
        var failed = FakeLab.Run(Budget("c"), FakeLab.Boot(""));
        var passed = FakeLab.Run(Budget("c"), FakeLab.Boot("budget.measure name=pair instructions=4 count=1"));
        var skipped = CheckRunner.Run(FakeLab.Inputs(FakeLab.Lab(Budget("c")), null))[0];
        Assert.Multiple(() =>
        {
            Assert.That((failed.Hint, failed.Repeat, failed.MaximumPoints), Is.EqualTo(("two", "./kit lab 06 --check c --seed 00ff", 10)));
            Assert.That((passed.Hint, passed.Repeat), Is.EqualTo(((string?)null, (string?)null)));
            Assert.That((skipped.Outcome, skipped.Reason, skipped.Hint), Is.EqualTo((Outcome.Skipped, "boot b was not run", (string?)null)));
        });
    }

    [Test]
    public void Reasons_and_details_are_escaped_and_capped()
    {
        var long200 = new string('\u001b', 300);
        var judge = new FakeJudge((_, _) => Verdict.Fail(long200, [.. Enumerable.Repeat(long200, 41)]));
        var result = FakeLab.Run(Oracle, FakeLab.Boot("a.b"), judge);
        Assert.Multiple(() =>
        {
            Assert.That(result.Reason, Has.Length.EqualTo(200).And.StartsWith("\\x1b\\x1b"));
            Assert.That(result.Details, Has.Count.EqualTo(40).And.All.Not.Contains("\u001b"));
            Assert.That(result.Details[^1], Is.EqualTo("... and 2 more lines"));
        });
    }

    private static CheckDefinition Oracle => FakeLab.Check(CheckKind.Oracle, arguments: ("judge", "J"));

    private static CheckDefinition Budget(string id) => FakeLab.Check(CheckKind.Budget, id, 10, ("measure", "pair"), ("most", "40"));
}
