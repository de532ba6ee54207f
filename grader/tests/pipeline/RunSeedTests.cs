using System.Security.Cryptography;
using System.Text;
using Euralios.Grader.Pipeline;

namespace Euralios.Grader.Tests.Pipeline;

/// <summary>Where the seeds of boots come from.</summary>
internal sealed class RunSeedTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("a course's secret");

    [Test]
    public void A_submission_s_seed_is_an_HMAC_of_name_and_lab_cut_to_16_bytes()
    {
        byte[] message = [3, 0, 0, 0, .. "ada"u8, 2, 0, 0, 0, .. "06"u8];

        Assert.That(
            RunSeed.ForSubmission(Key, "ada", "06").ToString(),
            Is.EqualTo(Convert.ToHexStringLower(HMACSHA256.HashData(Key, message).AsSpan(0, 16))));
    }

    [Test]
    public void Everything_that_goes_in_changes_it()
    {
        string[] seeds =
        [
            Graded(Key, "ada", "06", "alloc"), Graded([1], "ada", "06", "alloc"), Graded(Key, "bob", "06", "alloc"),
            Graded(Key, "ada", "01", "alloc"), Graded(Key, "ada", "06", "free"), Graded(Key, "ad", "a06", "alloc"),
        ];

        Assert.That(seeds, Is.Unique);
    }

    [Test]
    public void The_seed_in_the_report_repeats_every_boot()
    {
        var graded = RunSeed.ForSubmission(Key, "ada", "06");

        Assert.That(RunSeed.TryParse(graded.ToString(), out var again), Is.True);
        Assert.That(again!.ForBoot("06", "alloc"), Is.EqualTo(graded.ForBoot("06", "alloc")));
        Assert.That(again.ForBoot("06", "alloc"), Has.Length.EqualTo(16));
    }

    [Test]
    public void A_student_s_run_is_another_one_each_time() =>
        Assert.That(Enumerable.Range(0, 10).Select(_ => RunSeed.Random().ToString()), Is.Unique);

    [TestCase("")]
    [TestCase("00")]
    [TestCase("000102030405060708090a0b0c0d0e0g")]
    [TestCase("000102030405060708090a0b0c0d0e0f00")]
    public void Anything_else_is_no_seed(string text) => Assert.That(RunSeed.TryParse(text, out _), Is.False);

    private static string Graded(byte[] key, string name, string lab, string boot) =>
        Convert.ToHexString(RunSeed.ForSubmission(key, name, lab).ForBoot(lab, boot));
}
