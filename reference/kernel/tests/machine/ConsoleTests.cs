namespace Merriwig.Machine.Tests;

/// <summary>What arrives on the console of what a program writes there: the trial itself cannot see it.</summary>
internal sealed class ConsoleTests
{
    [Test]
    public async Task Text_arrives_as_it_is_and_nothing_of_what_was_refused()
    {
        TrialBoot boot = await TrialBoot.RunAsync("calls-debug-write");
        string[] lines = boot.LinesOf("calls-debug-write").Split('\n');
        Assert.That(
            lines[..4],
            Is.EqualTo(new[] { "trial.begin calls-debug-write", "trial.text [ä€😀]", new string('.', 4095), "trial.pass calls-debug-write" }));
    }

    [Test]
    public async Task Malformed_text_writes_nothing()
    {
        TrialBoot boot = await TrialBoot.RunAsync("calls-debug-write-malformed");
        Assert.That(
            boot.LinesOf("calls-debug-write-malformed").Split('\n')[..2],
            Is.EqualTo(new[] { "trial.begin calls-debug-write-malformed", "trial.pass calls-debug-write-malformed" }));
    }
}
