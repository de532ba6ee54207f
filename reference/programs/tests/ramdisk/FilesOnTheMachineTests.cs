using System.Text.RegularExpressions;
using Euralios.Grader.Boot;
using Euralios.Sdk.Build;

namespace Euralios.Programs.Tests;

/// <summary>What clients do to a RAM disk on the machine (<c>guest/files</c>): one boot, a test for each of its scenarios.</summary>
internal sealed partial class FilesOnTheMachineTests
{
    private static readonly Lazy<Task<(Ending Ending, string Console)>> Boot = new(() => GuestBoot.RunAsync("files", "ramdisk"));

    /// <summary>The scenarios as the program's source names them: what must have run.</summary>
    private static IEnumerable<string> Names => TableLine()
        .Matches(File.ReadAllText(Path.Combine(Toolchain.RepositoryRoot, "reference/programs/tests/guest/files/Scenarios.cs")))
        .Select(match => match.Groups[1].Value);

    [TestCaseSource(nameof(Names))]
    public async Task Scenario(string name)
    {
        string console = (await Boot.Value).Console;
        int start = console.IndexOf($"files.begin {name}\n", StringComparison.Ordinal);
        Assert.That(start, Is.Not.Negative, $"It never began. The console ends with:\n{console[Math.Max(0, console.Length - 4000)..]}");
        int next = console.IndexOf("files.begin ", start + 1, StringComparison.Ordinal);
        string lines = next < 0 ? console[start..] : console[start..next];
        Assert.That(lines, Does.Contain($"files.pass {name}\n"));
    }

    [Test]
    public async Task All_scenarios_ran_to_the_end()
    {
        (Ending ending, string console) = await Boot.Value;
        Assert.That(console, Does.Contain($"files.count {Names.Count()}\n").And.Contain("files.end\n"));
        Assert.That(ending, Is.EqualTo(Ending.Finished));
    }

    [TestCase("System.IO.FileNotFoundException: Could not find file '/disk/none'.")]
    [TestCase("System.IO.DirectoryNotFoundException: Could not find a part of the path '/disk/none/at/all'.")]
    [TestCase("System.UnauthorizedAccessException: Access to the path '/disk/bin/init' is denied.")]
    public async Task What_throws_says_what_dotnet_says(string message) =>
        Assert.That((await Boot.Value).Console, Does.Contain("Unhandled exception: " + message + "\n"));

    [TestCase("[ramdisk] Starting ramdisk")]
    [TestCase("[ramdisk] Making directory new")]
    [TestCase("[std:open] Opening \"tmp/new/file\"")]
    [TestCase("[ramdisk] Making file file")]
    [TestCase("[ramdisk] Writing 5 bytes")]
    [TestCase("[ramdisk] Reading 5 bytes")]
    [TestCase("[ramdisk] Removing file file")]
    [TestCase("[std:open] Error opening path \"tmp/none/x\": none not found")]
    [TestCase("[std:open] Starting handle_directory(new, rw:false)")]
    [TestCase("[ramdisk] Removing directory new")]
    public async Task A_verbose_disk_says_what_it_does(string line) => Assert.That((await Boot.Value).Console, Does.Contain(line + "\n"));

    [Test]
    public async Task Any_other_disk_says_nothing()
    {
        string console = (await Boot.Value).Console;
        string before = console[..console.IndexOf("files.begin verbose", StringComparison.Ordinal)];
        Assert.That(before, Does.Not.Contain("[ramdisk]").And.Not.Contain("[std:open]"));
    }

    [GeneratedRegex("""^\s*new\("([a-z0-9-]+)", """, RegexOptions.Multiline)]
    private static partial Regex TableLine();
}
