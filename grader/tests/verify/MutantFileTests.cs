using Euralios.Grader.Lab;
using Euralios.Grader.Result;
using Euralios.Grader.Tests.Pipeline;
using Euralios.Grader.Verify;

namespace Euralios.Grader.Tests.Verify;

/// <summary><c>mutants.yaml</c>, and what it takes for a mutant to count as noticed.</summary>
internal sealed class MutantFileTests
{
    private const string Good = """
        - id: off-by-one
          file: FrameAllocator.cs
          find: "i < count"
          replace: "i <= count"
          fails: [unique]
          because: given out twice
        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("lab-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_mutant_is_one_replacement()
    {
        var solution = TestLab.Submission("for (i = 0; i < count; i++) ;");

        var mutant = Read(Good, solution.Files[0].Text).Single();

        Assert.That(mutant.Fails, Is.EqualTo(["unique"]));
        Assert.That(MutantFile.Apply(mutant, solution).Files[0].Text, Is.EqualTo("for (i = 0; i <= count; i++) ;"));
        Assert.That(MutantFile.Apply(mutant, solution).Name, Is.EqualTo("off-by-one"));
    }

    [Test]
    public void A_lab_without_the_file_has_no_mutants() =>
        Assert.That(MutantFile.Read(TestLab.Make(folder), TestLab.Submission()), Is.Empty);

    [TestCase("nothing of it", "mutants.yaml(3,9): expected text that occurs once in reference/kernel/memory/FrameAllocator.cs, found it 0 times")]
    [TestCase("i < count; i < count", "mutants.yaml(3,9): expected text that occurs once in reference/kernel/memory/FrameAllocator.cs, found it 2 times")]
    public void What_is_replaced_stands_there_exactly_once(string solution, string problem) =>
        Assert.That(Problems(Good, solution), Is.EqualTo([problem]));

    [TestCase("file: FrameAllocator.cs", "file: Other.cs", "mutants.yaml(2,9): expected one of FrameAllocator.cs, found `Other.cs`")]
    [TestCase("[unique]", "[unqiue]", "mutants.yaml(5,10): expected the id of a check that boots, found `unqiue`")]
    [TestCase("because:", "becuase:", "mutants.yaml(6,3): expected a key that `mutant` knows, found `becuase`; did you mean `because`?")]
    public void A_mistake_has_its_line(string find, string replace, string problem) =>
        Assert.That(Problems(Good.Replace(find, replace, StringComparison.Ordinal), "i < count"), Has.Some.EqualTo(problem));

    [TestCase("- id: [", "mutants.yaml(")]
    [TestCase("id: a", "mutants.yaml(1,1): expected a list of mutants")]
    [TestCase("", "mutants.yaml(1,1): expected a list of mutants")]
    [TestCase("- text", "mutants.yaml(1,3): expected keys and values")]
    public void Another_shape_is_refused(string text, string problem) =>
        Assert.That(Problems(text, "i < count"), Has.Some.StartsWith(problem));

    [Test]
    public void Two_mutants_have_two_ids() => Assert.That(Problems(Good + "\n" + Good, "i < count"), Has.Some.Contains("found `off-by-one` again"));

    [Test]
    public void A_check_that_fails_for_the_named_reason_notices_the_mutant() =>
        Assert.That(Trial.Notices(Result(Outcome.Failed, "frame 7 is given out twice"), Mutant), Is.Null);

    [Test]
    public void The_reason_may_be_in_the_details() =>
        Assert.That(Trial.Notices(Result(Outcome.Failed, "wrong", "frame 7 is given out twice"), Mutant), Is.Null);

    [Test]
    public void A_mutant_that_passes_survives() =>
        Assert.That(Trial.Notices(Result(Outcome.Passed, ""), Mutant), Is.EqualTo("survives: unique passes"));

    [Test]
    public void A_skipped_check_has_not_noticed_anything() => Assert.That(
        Trial.Notices(Result(Outcome.Skipped, "waits: frame 7 is given out twice"), Mutant), Does.StartWith("survives: unique is not judged"));

    [Test]
    public void Another_reason_is_not_the_named_one() => Assert.That(
        Trial.Notices(Result(Outcome.Failed, "does not compile"), Mutant),
        Is.EqualTo("fails for another reason than \"given out twice\": does not compile"));

    private static Mutant Mutant => new("off-by-one", "FrameAllocator.cs", "a", "b", ["unique"], "given out twice");

    private static LabResult Result(Outcome outcome, string reason, params string[] details) => new(
        TestLab.Id, "off-by-one", "", 0, 100, "",
        [
            new("unique", "6.1", "Unique", outcome, 0, 60, reason, details, null, null),
            new("returns", "6.2", "Returns", Outcome.Failed, 0, 40, "given out twice", [], null, null),
        ]);

    private IReadOnlyList<Mutant> Read(string text, string solution)
    {
        File.WriteAllText(Path.Combine(folder, MutantFile.FileName), text);
        return MutantFile.Read(TestLab.Make(folder), TestLab.Submission(solution));
    }

    private IEnumerable<string> Problems(string text, string solution) =>
        Assert.Throws<LabFormatException>(() => Read(text, solution))!.Problems
            .Select(problem => problem.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
}
