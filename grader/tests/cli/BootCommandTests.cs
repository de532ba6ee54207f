using Euralios.Grader.Cli;

namespace Euralios.Grader.Tests.Cli;

/// <summary>The reference on a machine of its own, with nobody at the keyboard: as CI boots it.</summary>
internal sealed class BootCommandTests
{
    [Test]
    public void Without_a_terminal_it_logs_in_and_powers_off()
    {
        var (code, output, errors) = CommandLine.Run("boot", "--memory", "64");

        Assert.That(errors, Is.Empty);
        Assert.That(output, Does.StartWith("Merriwig, the kernel of EuraliOS"));
        Assert.That(output, Does.Contain("-0x00000004000000] Usable"), "64 MiB end at 0x4000000");
        Assert.That(output, Does.Contain("Frames: 16384 "));
        Assert.That(output, Does.Contain("login: root"));
        Assert.That(output.TrimEnd(), Does.EndWith("Powering off."));
        Assert.That(code, Is.EqualTo(ExitCode.Good));
    }

    [Test]
    public void Events_go_to_the_standard_error()
    {
        var (code, output, errors) = CommandLine.Run("boot", "--trace", "boot");

        Assert.That(errors, Does.StartWith("boot.ready frames="));
        Assert.That(output, Does.Not.Contain("boot.ready"));
        Assert.That(code, Is.EqualTo(ExitCode.Good));
    }
}
