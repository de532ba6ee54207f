using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Result;
using Euralios.Grader.Skeletons;
using Euralios.Grader.Verify;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.ProgramLab;

/// <summary>
/// A lab about programs, from the submission to the result: <c>labs/99-echo</c> in this folder, with its solution, its skeleton, wrong solutions and
/// hostile ones.
/// </summary>
internal sealed class ProgramLabTests
{
    private static readonly string Root = Path.Combine(Toolchain.RepositoryRoot, "grader", "tests", "programlab");
    private static readonly LabDefinition Lab = LabReader.Read(Path.Combine(Root, "labs", "99-echo"));
    private static readonly AssemblyJudges Judges = new(typeof(ProgramLabTests).Assembly);
    private static readonly IReadOnlyList<Trial> Trials = Trial.Of(Root, Lab);

    private GradingSession session = null!;

    private static IEnumerable<string> Names => Trials.Select(trial => trial.Name);

    [OneTimeSetUp]
    public void Begin() => session = GradingSession.Local(Root, new InProcessImages(), jobs: 2, reference: Toolchain.RepositoryRoot);

    [OneTimeTearDown]
    public async Task End() => await session.DisposeAsync();

    [TestCaseSource(nameof(Names))]
    public async Task A_submission_comes_out_as_it_must(string name)
    {
        var trial = Trials.Single(candidate => candidate.Name == name);

        var result = await GradeAsync(trial, Lab);

        Assert.That(trial.Objection(result), Is.Null, Text(result));
    }

    [Test]
    public void The_skeleton_is_what_the_reference_gives() => Assert.That(SkeletonGenerator.CheckAll(Root, [Lab]), Is.Empty);

    [Test]
    public async Task What_is_not_written_is_named()
    {
        var result = await GradeAsync(Trials.Single(trial => trial.Kind == TrialKind.Skeleton), Lab);

        Assert.That(result.Summary, Is.EqualTo("not written yet: 99.1, 99.2"));
    }

    [Test]
    public async Task A_peer_that_fails_is_the_kit_s_defect_and_nobody_s_mistake()
    {
        var boots = Lab.Boots.Select(boot => boot.Network is null ? boot : boot with { Network = boot.Network with { Peer = nameof(BrokenPartner) } });

        var result = await GradeAsync(Trials[0], Lab with { Boots = [.. boots] });

        Assert.That(
            result.Checks.Single(check => check.Outcome != Outcome.Passed).Reason,
            Is.EqualTo("the kit's own peer on the network failed, which says nothing about the system: InvalidDataException: a defect of the peer's"));
    }

    [Test]
    public async Task What_was_on_the_wire_is_kept()
    {
        var folder = Directory.CreateTempSubdirectory("keep-").FullName;
        try
        {
            await GradeAsync(Trials[0], Lab, folder);

            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.SupersetOf(["echo", "cases.trace", "wire.pcap", "wire.peer"]));
            Assert.That(await File.ReadAllLinesAsync(Path.Combine(folder, "wire.peer")), Is.EqualTo(["answered 12"]));
            Assert.That(new FileInfo(Path.Combine(folder, "wire.pcap")).Length, Is.GreaterThan(24 * 60));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<LabResult> GradeAsync(Trial trial, LabDefinition lab, string? keep = null) => session.GradeAsync(
        new(lab, trial.Submission, Judges, RunSeed.ForSubmission([1], trial.Name, lab.Id))
        {
            Solution = trial.Kind == TrialKind.Reference,
            Reference = trial.Reference,
            Keep = keep,
        },
        CancellationToken.None);

    private static string Text(LabResult result) => string.Join(
        '\n', result.Checks.SelectMany(check => check.Details.Prepend($"{check.Check}: {check.Outcome} {check.Reason}")).Prepend(result.Summary));
}
