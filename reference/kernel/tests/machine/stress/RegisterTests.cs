using System.Text;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;

namespace Merriwig.Machine.Tests.Stress;

/// <summary>The registers of SSE and of the x87 unit belong to a thread, whoever else has the processor meanwhile.</summary>
internal sealed partial class RegisterTests
{
    private const int PreEmptions = 20_000;

    // So few instructions to a tick that there are tens of thousands of them in a second.
    private const int LargestIcountShift = 10;

    [Test]
    public async Task They_survive_pre_emption_by_a_process_that_uses_them_too()
    {
        BootRecord record = await ProgramBoot.RunAsync("sse", [], LargestIcountShift, "trace=sched");
        string console = Encoding.UTF8.GetString(record.Console);
        Match result = Result().Match(console);
        Assert.That(result.Success, Is.True, console[^Math.Min(console.Length, 2000)..]);
        (string first, string second) = (result.Groups[1].Value, result.Groups[2].Value);
        string trace = Encoding.ASCII.GetString(record.Trace);
        Assert.That(Regex.Count(trace, $"^sched\\.switch from={first} to={second}$", RegexOptions.Multiline), Is.GreaterThan(PreEmptions));
        Assert.That(Regex.Count(trace, $"^sched\\.switch from={second} to={first}$", RegexOptions.Multiline), Is.GreaterThan(PreEmptions));
    }

    [GeneratedRegex(@"sse\.end first=(\d+):kept second=(\d+):kept\r?\n")]
    private static partial Regex Result();
}
