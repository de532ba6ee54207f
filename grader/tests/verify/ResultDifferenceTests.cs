using Euralios.Grader.Lab;
using Euralios.Grader.Result;
using Euralios.Grader.Verify;
using Euralios.Sdk.Build;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Verify;

/// <summary>When a repetition counts as another result. In lab 19 <c>loss</c> is a check of the wire, and <c>read</c> is none.</summary>
internal sealed class ResultDifferenceTests
{
    private static readonly LabDefinition Lab = LabReader.Read(Path.Combine(Toolchain.RepositoryRoot, "labs", "19-tcp-glue"));

    [Test]
    public void The_same_is_the_same() => Assert.That(ResultDifference.Find(Lab, Result("read", "a"), Result("read", "a")), Is.Null);

    [Test]
    public void How_far_a_failed_wire_came_may_differ() => Assert.That(ResultDifference.Find(Lab, Result("loss", "14600 bytes"), Result("loss", "4380 bytes")), Is.Null);

    [Test]
    public void Other_words_may_not() =>
        Assert.That(ResultDifference.Find(Lab, Result("read", "14600 bytes"), Result("read", "4380 bytes")), Does.Contain("14600").And.Contain("4380"));

    [TestCase("read")]
    [TestCase("loss")]
    public void An_outcome_may_not(string check)
    {
        var failed = Result(check, "14600 bytes");
        var passed = failed with { Checks = [failed.Checks[0] with { Outcome = Outcome.Passed, Points = 8, Reason = "", Details = [] }] };
        var skipped = failed with { Checks = [failed.Checks[0] with { Outcome = Outcome.Skipped }] };

        Assert.That(ResultDifference.Find(Lab, failed, passed), Is.Not.Null);
        Assert.That(ResultDifference.Find(Lab, failed, skipped), Is.Not.Null);
    }

    private static LabResult Result(string check, string reason) => new(
        "19-tcp-glue", "mutant", "00", 0, 100, reason,
        [new(check, "19.4", "title", Outcome.Failed, 0, 8, reason, [reason], null, null)]);
}
