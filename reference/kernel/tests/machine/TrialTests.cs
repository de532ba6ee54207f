using System.Collections.Concurrent;
using Euralios.Grader.Boot;

namespace Merriwig.Machine.Tests;

/// <summary>Every trial of the kernel on the machine. The machine is booted once for each group of them.</summary>
internal sealed class TrialTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<TrialBoot>>> Boots = new(StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> Names => TrialSource.Names.Select(name => new TestCaseData(name).SetArgDisplayNames(name));

    private static IEnumerable<string> Groups => TrialSource.Groups;

    [TestCaseSource(nameof(Names))]
    public async Task Trial(string name)
    {
        TrialBoot boot = await BootOf(TrialSource.GroupOf(name));
        Assert.That(boot.OutcomeOf(name), Is.EqualTo("pass"), boot.LinesOf(name));
    }

    [TestCaseSource(nameof(Groups))]
    public async Task A_group_runs_as_many_trials_as_its_source_names_and_ends_well(string group)
    {
        TrialBoot boot = await BootOf(group);
        int named = TrialSource.Names.Count(name => TrialSource.GroupOf(name) == group);
        Assert.That(boot.Announced, Is.EqualTo(named));
        Assert.That(boot.Summary, Is.EqualTo($"trial.end passed={named} failed=0"));
        Assert.That(boot.Ending, Is.EqualTo(Ending.Finished));
    }

    [Test]
    public void No_two_trials_have_the_same_name() => Assert.That(TrialSource.Names, Is.Unique);

    private static Task<TrialBoot> BootOf(string group) =>
        Boots.GetOrAdd(group, name => new Lazy<Task<TrialBoot>>(() => TrialBoot.RunAsync(name + "-*"))).Value;
}
