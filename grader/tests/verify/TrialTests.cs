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

    [TestCase("06-frame-allocator")]
    [TestCase("17-rtl8139")]
    [TestCase("19-tcp-glue")]
    public void An_intruder_hands_in_all_of_a_labs_files_with_his_own_among_them(string folder)
    {
        var lab = LabReader.Read(Path.Combine(Root, "labs", folder));
        var intruders = Trial.Of(Root, lab).Where(trial => trial.Kind == TrialKind.RedTeam).Select(trial => trial.Submission).ToList();

        Assert.That(intruders, Is.Not.Empty);
        foreach (var intruder in intruders)
        {
            var own = Directory.GetFiles(Path.Combine(lab.Folder, "redteam", intruder.Name)).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
            Assert.That(intruder.Problems, Is.Empty);
            Assert.That(intruder.Files.Select(file => file.Skeleton), Is.EqualTo(lab.Submit.Select(file => file.Skeleton)));
            Assert.That(own.Keys, Is.SubsetOf(lab.Submit.Select(file => file.Skeleton)));
            Assert.That(intruder.Files.Where(file => own.ContainsKey(file.Skeleton)).ToDictionary(file => file.Skeleton, file => file.Text), Is.EqualTo(own));
        }
    }

    private static bool IsMutant(Trial trial) => trial.Kind == TrialKind.Mutant;
}
