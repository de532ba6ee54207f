using Euralios.Grader.Lab;
using Euralios.Grader.Verify;
using Euralios.Sdk.Build;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Verify;

internal sealed class TrialTests
{
    private static readonly string Root = Toolchain.RepositoryRoot;

    [TestCase("06-frame-allocator")]
    [TestCase("17-rtl8139")]
    public void A_few_mutants_fail_every_check_that_all_of_them_fail(string folder)
    {
        var lab = LabReader.Read(Path.Combine(Root, "labs", folder));
        var (all, few) = (Trial.Of(Root, lab), Trial.FewOf(Root, lab));

        Assert.That(few.SelectMany(trial => trial.NamedChecks).ToHashSet(), Is.EquivalentTo(all.SelectMany(trial => trial.NamedChecks).ToHashSet()));
        Assert.That(few.Count(IsMutant), Is.InRange(1, all.Count(IsMutant) - 1));
        Assert.That(few.Where(trial => !IsMutant(trial)).Select(trial => trial.Name), Is.EqualTo(all.Where(trial => !IsMutant(trial)).Select(trial => trial.Name)));
    }

    private static bool IsMutant(Trial trial) => trial.Kind == TrialKind.Mutant;
}
