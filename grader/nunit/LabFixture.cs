using System.Globalization;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;
using Euralios.Sdk.Build;
using NUnit.Framework;

namespace Euralios.Grader.NUnit;

/// <summary>
/// A lab as NUnit tests: each check of its <c>lab.yaml</c> is one. Derive a class marked <c>[TestFixture]</c> in the lab's project (without
/// the mark, NUnit takes it for an assembly without tests). The project names its own folder in the assembly's metadata as
/// <c>LabFolder</c>; the judges are found in the same assembly. What is graded is <c>skeletons/NN-name</c>, or the
/// reference's solution when the environment says <c>EURALIOS_SOLUTION=1</c>.
/// </summary>
public abstract class LabFixture
{
    private LabDefinition? lab;
    private LabResult? result;
    private string trouble = "";

    /// <summary>Grades once; the tests only report.</summary>
    [OneTimeSetUp]
    public async Task Grade()
    {
        try
        {
            lab = LabFolder.Read(GetType());
            result = await GradeAsync(lab);
        }
        catch (Exception exception) when (exception is
            LabFormatException or TraceFormatException or IOException or ToolMissingException)
        {
            // Thrown from here, it would come with this method's stack trace.
            trouble = exception.Message;
        }
    }

    /// <summary>One check.</summary>
    [LabChecks]
    public void Check(string id)
    {
        if (result?.Checks.SingleOrDefault(candidate => candidate.Check == id) is not { } check)
            throw new CheckFailure(trouble);

        switch (check.Outcome)
        {
            case Outcome.Failed:
                throw new CheckFailure(string.Join('\n', [.. Explanation.What(check), .. Explanation.Help(lab!, check)]));
            case Outcome.Skipped:
                Assert.Ignore(ShownText.Line(check.Reason));
                break;
        }
    }

    /// <summary>Shows the score. Of all that a test may write, <c>dotnet test</c> shows by default only what goes here.</summary>
    [OneTimeTearDown]
    public void Report()
    {
        if (result is null)
            return;

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new TerminalReport(ReportConsole.Plain(text)).WriteScore(lab!, result);
        TestContext.Error.Write(text.ToString());
    }

    private async Task<LabResult> GradeAsync(LabDefinition definition)
    {
        var root = Toolchain.RepositoryRoot;
        var solution = Environment.GetEnvironmentVariable("EURALIOS_SOLUTION") == "1";
        await using var session = GradingSession.Local(root, new InProcessImages(), Environment.ProcessorCount);
        return await session.GradeAsync(
            new(
                definition,
                solution ? OwnSubmission.Solution(root, definition) : OwnSubmission.Skeletons(root, definition),
                new AssemblyJudges(GetType().Assembly),
                RunSeed.Random())
            {
                HostChecks = definition.Host is not null,
                Solution = solution,
            },
            CancellationToken.None);
    }
}
