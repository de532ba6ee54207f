using System.Text;
using Euralios.Grader.Boot;

namespace Merriwig.Machine.Tests.Stress;

/// <summary>A thousand processes one after the other, and two at once.</summary>
internal sealed class LivesTests
{
    private static readonly Lazy<Task<BootRecord>> Boot = new(() => ProgramBoot.RunAsync("lives", [], icountShift: 3));

    [Test]
    public async Task After_a_thousand_lives_the_system_uses_what_it_used_before() =>
        Assert.That(await ConsoleAsync(), Does.Contain("lives.end lives=1000 usage=same\n"));

    [Test]
    public async Task Two_programs_at_the_same_addresses_see_their_own_memory() =>
        Assert.That(await ConsoleAsync(), Does.Contain("lives.neighbours addresses=same values=kept\n"));

    private static async Task<string> ConsoleAsync() => Encoding.UTF8.GetString((await Boot.Value).Console).Replace("\r", "", StringComparison.Ordinal);
}
