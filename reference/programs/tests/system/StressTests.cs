using Euralios.Grader.Boot;

namespace Euralios.Whole.Tests;

/// <summary>The system's programs with heaps that are collected all the time; <c>kit test programs --gc-stress N</c> is the same for all tests of programs.</summary>
internal sealed class StressTests
{
    [Test]
    public async Task Servers_shell_and_editor_lose_nothing_that_lives()
    {
        await using AttendedMachine machine = await Sitting.StartAsync([], [GuestEnvironment.OfStress("20")]);
        SerialTerminal terminal = machine.Serial;
        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.LogInAsync("user");
        Assert.That(await Run("env | grep STRESS"), Is.EqualTo("GC_STRESS=20\n"));
        await Run("mkdir -p d/e; echo one two >d/e/f; echo three >>d/e/f");
        Assert.That(await Run("cat d/e/f | sort | head -n 1"), Is.EqualTo("one two\n"));
        Assert.That(await Run("ls d; rm -r d; ls d"), Does.StartWith("e\n").And.Contain("Not found"));
        await terminal.TypeAsync("edit story\r");
        await terminal.WaitAsync("^S Save");
        await terminal.TypeAsync("Once upon a time\x13");
        await terminal.WaitAsync("saved");
        await terminal.TypeAsync("\x11");
        await terminal.WaitAsync(Sitting.UserPrompt);
        Assert.That(await Run("cat story"), Is.EqualTo("Once upon a time"));

        Task<string> Run(string line) => terminal.EnterAsync(line, Sitting.UserPrompt);
    }
}
