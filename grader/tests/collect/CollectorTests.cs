using System.Diagnostics;
using Euralios.Grader.Collect;
using Euralios.Grader.Tests.Pipeline;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Collect;

/// <summary>What is taken from a submission's folder, and what a hostile one cannot make the grader do.</summary>
internal sealed class CollectorTests
{
    private const string File = "FrameAllocator.cs";
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("submission-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase(TestLab.Id + "/" + File)]
    [TestCase("skeletons/" + TestLab.Id + "/" + File)]
    [TestCase(File)]
    public void A_file_is_found_in_each_place_a_hand_in_may_have_it(string path)
    {
        Write(path, "class A;");

        var submission = Collect();

        Assert.That(submission.Problems, Is.Empty);
        Assert.That(submission.Files.Single().Text, Is.EqualTo("class A;"));
        Assert.That(submission.Files.Single().DisplayPath, Is.EqualTo(path));
        Assert.That(submission.Name, Is.EqualTo(Path.GetFileName(folder)));
    }

    [Test]
    public void The_lab_s_own_folder_counts_before_the_others()
    {
        Write(File, "last");
        Write($"skeletons/{TestLab.Id}/{File}", "second");
        Write($"{TestLab.Id}/{File}", "first");

        Assert.That(Collect().Files.Single().Text, Is.EqualTo("first"));
    }

    [Test]
    public void Nothing_else_is_opened()
    {
        Write(File, "class A;");
        MakePipe("Directory.Build.props");
        MakePipe("Other.cs");

        Assert.That(Collect().Files.Select(file => file.Skeleton), Is.EqualTo([File]));
    }

    [Test]
    public void A_missing_file_is_a_sentence() => Refused($"The file {TestLab.Id}/{File} is missing.");

    [Test]
    public void A_link_is_not_followed()
    {
        System.IO.File.CreateSymbolicLink(Path.Combine(folder, File), "/etc/passwd");

        Refused($"The file {File} is not taken, because {File} is a link.");
    }

    [Test]
    public void A_link_that_leads_nowhere_is_a_link_and_not_a_missing_file()
    {
        System.IO.File.CreateSymbolicLink(Path.Combine(folder, File), "/nowhere");

        Refused($"The file {File} is not taken, because {File} is a link.");
    }

    [Test]
    public void A_folder_on_the_way_may_not_be_a_link_either()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        System.IO.File.WriteAllText(Path.Combine(elsewhere, File), "class A;");
        System.IO.File.CreateSymbolicLink(Path.Combine(folder, TestLab.Id), elsewhere);

        Refused($"The file {TestLab.Id}/{File} is not taken, because {TestLab.Id} is a link.");
    }

    [Test]
    public void The_submission_itself_may_not_be_a_link()
    {
        Write(File, "class A;");
        var link = folder + "-link";
        System.IO.File.CreateSymbolicLink(link, folder);
        try
        {
            Assert.That(Collector.Collect(link, TestLab.Make()).Problems.Single(), Does.EndWith("because its folder is a link."));
        }
        finally
        {
            System.IO.File.Delete(link);
        }
    }

    /// <summary>Opening it would wait for a writer, for ever.</summary>
    [Test, CancelAfter(10_000)]
    public void A_pipe_is_refused_without_waiting_for_it(CancellationToken cancellation)
    {
        MakePipe(File);

        var collected = Task.Run(Collect, cancellation);

        Assert.That(collected.Wait(5000, cancellation), Is.True, "the collector hangs");
        Assert.That(collected.Result.Problems, Is.EqualTo([$"The file {File} is not taken, because it is not an ordinary file."]));
    }

    [Test]
    public void A_folder_in_the_file_s_place_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(folder, File));

        Refused($"The file {File} is not taken, because it is not an ordinary file.");
    }

    /// <summary>A device is what <c>/dev/zero</c> is: it can be opened, and never ends.</summary>
    [TestCase("/dev/zero")]
    [TestCase("/dev/null")]
    public void A_device_is_no_ordinary_file(string device) => Assert.That(RegularFile.Is(device), Is.False);

    [Test]
    public void A_file_of_the_largest_size_is_taken()
    {
        Write(File, new string('x', Collector.MaximumBytes));

        Assert.That(Collect().Files.Single().Text, Has.Length.EqualTo(Collector.MaximumBytes));
    }

    [Test]
    public void A_larger_one_is_not()
    {
        Write(File, new string('x', Collector.MaximumBytes + 1));

        Refused($"The file {File} is not taken, because it is larger than 256 KiB.");
    }

    [Test]
    public void A_huge_one_is_not_read_into_memory()
    {
        using (var file = System.IO.File.Create(Path.Combine(folder, File)))
            file.SetLength(1L << 40);

        var before = GC.GetTotalAllocatedBytes();
        Refused($"The file {File} is not taken, because it is larger than 256 KiB.");
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(16 * 1024 * 1024));
    }

    [Test]
    public void Bytes_that_are_no_text_are_refused()
    {
        System.IO.File.WriteAllBytes(Path.Combine(folder, File), [0x7F, 0x45, 0x4C, 0x46, 0xFF]);

        Refused($"The file {File} is not taken, because it is not UTF-8 text.");
    }

    [Test]
    public void A_NUL_is_no_text()
    {
        Write(File, "class A\0;");

        Refused($"The file {File} is not taken, because it is not text: it contains a NUL.");
    }

    [Test]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        System.IO.File.WriteAllBytes(Path.Combine(folder, File), [0xEF, 0xBB, 0xBF, (byte)'a']);

        Assert.That(Collect().Files.Single().Text, Is.EqualTo("a"));
    }

    private Submission Collect() => Collector.Collect(folder, TestLab.Make());

    private void Refused(string sentence)
    {
        var submission = Collect();
        Assert.That(submission.Problems, Is.EqualTo([sentence]));
        Assert.That(submission.Files, Is.Empty);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
    }

    private void MakePipe(string path)
    {
        using var process = Process.Start("mkfifo", [Path.Combine(folder, path)]);
        process.WaitForExit();
        Assume.That(process.ExitCode, Is.Zero);
    }
}
