using System.Globalization;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;

namespace Merriwig.Machine.Tests.Hostile;

/// <summary>
/// Programs that do what none may: each ends alone, by the exception that the processor's manual says, with a report; and afterwards the system uses
/// what it used before, and a witness is as it was. One boot for all of them.
/// </summary>
internal sealed class HostileTests
{
    private const int KilledByAnException = 134;
    private const int FailedCheck = 49;

    // Time for three ticks in the programs that compute.
    private const int IcountShift = 4;

    private static readonly HostileProgram[] Programs =
        [.. MemoryPrograms.All, .. InstructionPrograms.All, .. FlagPrograms.All, .. StackPrograms.All];

    private static readonly Lazy<Task<(string Console, BootRecord Record)>> Boot = new(BootAsync);

    private static IEnumerable<TestCaseData> Cases => Programs.Select(program => new TestCaseData(program).SetArgDisplayNames(program.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task It_ends_alone(object hostile)
    {
        var program = (HostileProgram)hostile;
        string lines = await LinesAsync(program.Name);
        (int reason, int vector, int status) = program.End.Vector is { } exception ? (2, exception, KilledByAnException) : (0, 0, 0);
        Assert.That(lines, Does.Contain(Result(program.Name, reason, vector, status)), lines);
        if (program.End.Vector is not { } raised)
        {
            Assert.That(lines, Does.Not.Contain("EXCEPTION"));
            return;
        }

        Assert.That(lines, Does.Match($@"EXCEPTION: [A-Z0-9 -]+ in {program.Name[..Math.Min(program.Name.Length, 32)]} \(process \d+, thread \d+\)"));
        if (program.End.Error is { } error)
            Assert.That(lines, Does.Contain($"vector {raised} error {error:x}\n"));
        if (program.End.Address is { } address)
            Assert.That(lines, Does.Contain($"Accessed address: {address:x16}\n"));
    }

    [TestCase("check-index", FailedCheck, "INDEX OUT OF RANGE")]
    [TestCase("check-null", 14, "PAGE FAULT")]
    [TestCase("check-divide", 0, "DIVIDE ERROR")]
    [TestCase("check-overflow", FailedCheck, "OVERFLOW")]
    [TestCase("check-cast", FailedCheck, "INVALID CAST")]
    [TestCase("check-slice", FailedCheck, "ARGUMENT OUT OF RANGE")]
    [TestCase("check-throw", FailedCheck, "UNHANDLED EXCEPTION")]
    [TestCase("check-recursion", 14, "PAGE FAULT")]
    [TestCase("check-heap", FailedCheck, "UNHANDLED EXCEPTION")]
    public async Task A_failed_check_of_CSharp_ends_its_program_with_method_and_line(string name, int vector, string report)
    {
        string lines = await LinesAsync(name);
        Assert.That(lines, Does.Contain(Result(name, 2, vector, KilledByAnException)), lines);
        Assert.That(lines, Does.Match($@"EXCEPTION: {report} in {name} \(process \d+, thread \d+\)"));
        Assert.That(lines, Does.Match(@"at FailedChecks\.\w+ \(reference/kernel/tests/programs/hostile/FailedChecks\.cs:\d+\)"));
    }

    [Test]
    public async Task Random_system_calls_harm_nobody()
    {
        (string console, _) = await Boot.Value;
        Assert.That(console, Does.Match(@"hostile\.random calls=12000 processes=\d+ ended=\d+ usage=same witness=well\n"));
    }

    [Test]
    public async Task The_machine_goes_on_to_an_orderly_end()
    {
        (string console, BootRecord record) = await Boot.Value;
        Assert.That(console, Does.Contain("hostile.done\n"), console[^Math.Min(console.Length, 4000)..]);
        Assert.That(record.Ending, Is.EqualTo(Ending.Finished));
    }

    private static string Result(string name, int reason, int vector, int status) =>
        string.Create(CultureInfo.InvariantCulture, $"hostile.end {name} reason={reason} vector={vector} status={status} usage=same witness=well\n");

    private static async Task<(string Console, BootRecord Record)> BootAsync()
    {
        BootRecord record = await ProgramBoot.RunAsync("hostile", Programs.Select(program => (program.Name, program.ToElf())), IcountShift);
        return (ProgramBoot.Explain(record, "hostile", IsOfRunner), record);
    }

    /// <summary>The failed checks, and what makes random calls, are the runner itself under other names.</summary>
    private static bool IsOfRunner(string name) => name.StartsWith("check-", StringComparison.Ordinal) || name == "random";

    /// <summary>The console's lines about a program.</summary>
    private static async Task<string> LinesAsync(string name)
    {
        (string console, _) = await Boot.Value;
        Match match = Regex.Match(console, $@"hostile\.begin {name}\n.*?hostile\.end {name} [^\n]*\n", RegexOptions.Singleline);
        Assert.That(match.Success, Is.True, $"{name} did not come to an end. The console ends with:\n{console[^Math.Min(console.Length, 4000)..]}");
        return match.Value;
    }
}
