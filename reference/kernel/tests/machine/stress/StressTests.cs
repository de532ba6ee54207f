using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;

namespace Merriwig.Machine.Tests.Stress;

/// <summary>
/// Processes, threads, messages, memory and deaths at random, while the kernel audits itself. The long run, of 10 million events, is
/// <c>./kit stress</c>; this is the same, shorter.
/// </summary>
internal sealed partial class StressTests
{
    private const int Rounds = 500, AuditInterval = 200, IcountShift = 4;

    private static readonly ConcurrentDictionary<int, Lazy<Task<BootRecord>>> Boots = new();

    [TestCase(1)]
    [TestCase(20260101)]
    public async Task Random_work_leaves_nothing_behind_and_no_audit_finds_a_thing(int seed)
    {
        BootRecord record = await BootAsync(seed);
        string console = Console(record);
        Assert.That(console, Does.Not.Contain("trial.because"));
        Assert.That(console, Does.Match($@"stress\.end rounds={Rounds} started=\d+ killed=\d+ usage=same\n"), console[^Math.Min(console.Length, 4000)..]);
        Assert.That(record.Ending, Is.EqualTo(Ending.Finished));
        int audits = LastAudit().Matches(Encoding.ASCII.GetString(record.Trace)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Max();
        Assert.That(audits, Is.GreaterThan(200));
    }

    [Test]
    public async Task The_same_seed_gives_the_same_events()
    {
        BootRecord first = await BootAsync(1);
        BootRecord second = await RunAsync(1);
        BootRecord other = await BootAsync(20260101);
        Assert.That(Encoding.ASCII.GetString(first.Trace), Does.Contain("audit.digest"));
        Assert.That(second.Trace, Is.EqualTo(first.Trace));
        Assert.That(second.Console, Is.EqualTo(first.Console));
        Assert.That(other.Trace, Is.Not.EqualTo(first.Trace));
    }

    /// <summary>The boot with a seed: one for all tests that do not ask for another.</summary>
    private static Task<BootRecord> BootAsync(int seed) => Boots.GetOrAdd(seed, number => new(() => RunAsync(number))).Value;

    private static Task<BootRecord> RunAsync(int seed) => ProgramBoot.RunAsync(
        "stress",
        [("seed", Number(seed)), ("rounds", Number(Rounds))],
        IcountShift,
        string.Create(CultureInfo.InvariantCulture, $"audit={AuditInterval}"));

    private static byte[] Number(int number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static string Console(BootRecord record) => Encoding.UTF8.GetString(record.Console).Replace("\r", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^audit\.done audits=(\d+)$", RegexOptions.Multiline)]
    private static partial Regex LastAudit();
}
