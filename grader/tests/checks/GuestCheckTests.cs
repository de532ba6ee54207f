using Euralios.Grader.Boot;
using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Tests.Checks;

/// <summary>The guest's table of cases: what counts as a pass, and everything that must not.</summary>
[TestFixture]
public sealed class GuestCheckTests
{
    private const string Pass = "case.begin name=a-1|case.pass name=a-1";
    private const string Fail = "case.begin name=a-2|case.fail name=a-2 at=Cases.cs:9 expected=0x0 actual=0x1 input=\"7 frames\"";
    private const string Unwritten = "case.begin name=a-3|lab.unwritten task=6.1|case.fail name=a-3 because=\"task 6.1 is not written yet\"";

    [TestCase("a-1", Pass)]
    [TestCase("a-*", Pass + "|case.begin name=a-9|case.pass name=a-9")]
    [TestCase("a-1", Pass + "|" + Fail)]
    [TestCase("a-1", Pass + "|" + Unwritten)]
    public void It_passes(string cases, string trace) => Assert.That(Run(cases, FakeLab.Table(trace)), Is.EqualTo((Outcome.Passed, "")));

    [TestCase("a-2", Fail, "a-2: expected 0x0, actual 0x1 (Cases.cs:9)")]
    [TestCase("a-*", Pass + "|" + Fail, "a-2: expected 0x0, actual 0x1 (Cases.cs:9)")]
    [TestCase("a-*", Fail + "|case.begin name=a-4|case.fail name=a-4 because=\"too slow\"", "a-2: expected 0x0, actual 0x1 (Cases.cs:9) (and 1 more)")]
    [TestCase("a-4", "case.begin name=a-4|case.fail name=a-4 because=\"too slow\"", "a-4: too slow")]
    [TestCase("a-3", Unwritten, "task 6.1 is not written yet")]
    [TestCase("a-*", Fail + "|" + Unwritten, "task 6.1 is not written yet")]
    [TestCase("b-*", Pass, "b-*: no case of the guest's table has this name")]
    [TestCase("a", Pass, "a: no case of the guest's table has this name")]
    [TestCase("a-1 b-1", Pass, "b-1: no case of the guest's table has this name")]
    public void It_fails(string cases, string trace, string reason) => Assert.That(Run(cases, FakeLab.Table(trace)), Is.EqualTo((Outcome.Failed, reason)));

    [TestCase("case.table count=1|case.pass name=a-1|case.end passed=1 failed=0")]
    [TestCase("case.table count=1|" + Pass + "|case.end passed=2 failed=0")]
    [TestCase("case.table count=1|" + Pass + "|case.end passed=1 failed=1")]
    [TestCase("case.table count=2|" + Pass + "|case.end passed=1 failed=0")]
    [TestCase("case.table count=1|" + Pass + "|case.end passed=1 failed=0|case.pass name=a-1")]
    [TestCase("case.table count=1|" + Pass + "|case.end passed=1 failed=0|case.end passed=1 failed=0")]
    [TestCase("case.table count=1|case.table count=1|" + Pass + "|case.end passed=1 failed=0")]
    [TestCase("case.table count=1|case.begin name=a-1|lab.unwritten task=6.1|case.pass name=a-1|case.end passed=1 failed=0")]
    [TestCase("case.table count=2|" + Pass + "|" + Pass + "|case.end passed=2 failed=0")]
    [TestCase("case.table count=1|" + Pass + "|case.pass name=a-1|case.end passed=1 failed=0")]
    [TestCase("case.table count=1|case.begin name=a-1|case.fail name=a-1|case.pass name=a-1|case.end passed=1 failed=0")]
    [TestCase("case.table count=1|case.begin name=a-1|case.end passed=0 failed=1")]
    [TestCase("case.table count=2|case.begin name=a-1|case.begin name=a-2|case.pass name=a-1|case.pass name=a-2|case.end passed=2 failed=0")]
    [TestCase("case.table count=1|" + Pass)]
    [TestCase(Pass)]
    [TestCase("")]
    public void Contradictory_or_missing_events_never_pass(string trace) => Assert.That(Run("a-1", trace).Outcome, Is.EqualTo(Outcome.Failed));

    [TestCase("a-1", "case.table count=3|" + Pass + "|case.begin name=a-2", Outcome.Passed, "")]
    [TestCase("a-2", "case.table count=3|" + Pass + "|case.begin name=a-2", Outcome.Failed, "a-2: the kernel loops in Kernel.Method1: stopped after 1,000 instructions")]
    [TestCase("a-*", "case.table count=3|" + Pass + "|case.begin name=a-2", Outcome.Failed, "a-2: the kernel loops in Kernel.Method1: stopped after 1,000 instructions")]
    [TestCase("a-*", "case.table count=3|" + Pass, Outcome.Failed, "a-*: only 1 of 3 cases ran; the kernel loops in Kernel.Method1: stopped after 1,000 instructions")]
    [TestCase("a-7", "case.table count=3|" + Pass, Outcome.Failed, "a-7: only 1 of 3 cases ran; the kernel loops in Kernel.Method1: stopped after 1,000 instructions")]
    [TestCase("a-*", "case.table count=1|" + Pass, Outcome.Passed, "")]
    [TestCase("a-*", "case.table count=2 names=a-1,b-1|" + Pass + "|case.begin name=b-1", Outcome.Passed, "")]
    [TestCase("b-*", "case.table count=2 names=a-1,b-1|" + Pass, Outcome.Failed, "b-1: did not run; the kernel loops in Kernel.Method1: stopped after 1,000 instructions")]
    [TestCase("a-1", "", Outcome.Failed, "the kernel loops in Kernel.Method1: stopped after 1,000 instructions")]
    public void Cases_that_completed_before_a_hang_count(string cases, string trace, Outcome outcome, string reason)
    {
        var stuck = new Stuck(0x1029, Halted: false, InterruptsEnabled: true, []);
        var boot = FakeLab.Boot(trace, Ending.InstructionLimit, stuck, console: "hello");
        var result = FakeLab.Run(FakeLab.Check(CheckKind.Guest, arguments: ("cases", cases)), boot);
        Assert.That((result.Outcome, result.Reason), Is.EqualTo((outcome, reason)));
    }

    [Test]
    public void A_failure_shows_the_input_and_expected_beside_actual()
    {
        var result = FakeLab.Run(FakeLab.Check(CheckKind.Guest, arguments: ("cases", "a-*")), FakeLab.Boot(FakeLab.Table(Pass + "|" + Fail)));
        Assert.That(result.Details, Is.EqualTo(new[] { "case a-2 (Cases.cs:9)", "  input:    7 frames", "  expected: 0x0", "  actual:   0x1" }));
    }

    private static (Outcome Outcome, string Reason) Run(string cases, string trace)
    {
        var result = FakeLab.Run(FakeLab.Check(CheckKind.Guest, arguments: ("cases", cases)), FakeLab.Boot(trace));
        return (result.Outcome, result.Reason);
    }
}
