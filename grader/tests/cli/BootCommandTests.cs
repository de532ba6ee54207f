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
    public void A_network_is_described_in_the_first_line()
    {
        var (code, output, _) = CommandLine.Run("boot", "--net", "--card", "virtio");

        Assert.That(output, Does.Match(@"^Network: the kit's gopher server is 10\.0\.2\.100 in the guest \(gopher 10\.0\.2\.100\); the guest's httpd is http://127\.0\.0\.1:\d+/ here\.\r?\n"));
        Assert.That(output.TrimEnd(), Does.EndWith("Powering off."));
        Assert.That(code, Is.EqualTo(ExitCode.Good));
    }

    [TestCase("--card", "virtio")]
    [TestCase("--http", "8080")]
    [TestCase("--net", "closed")]
    public void What_belongs_to_a_network_needs_one(string option, string value)
    {
        var (code, _, errors) = CommandLine.Run("boot", option, value);

        Assert.That(errors, Is.Not.Empty);
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
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
