using System.Collections.Concurrent;
using System.Text;
using Euralios.Grader.Boot;
using Euralios.Grader.Image;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Result;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.Pipeline;

/// <summary>The way of a submission, with images and boots that are data made by hand.</summary>
internal sealed class GradingSessionTests
{
    private static readonly RunSeed Seed = Parse("000102030405060708090a0b0c0d0e0f");

    [Test]
    public async Task All_pass_and_the_points_are_the_sum()
    {
        await using var session = Session(new Built(), Passing);

        var result = await session.GradeAsync(Request(), default);

        Assert.That(result.Points, Is.EqualTo(100));
        Assert.That(result.Summary, Is.EqualTo("all 2 checks passed"));
        Assert.That(result.Seed, Is.EqualTo(Seed.ToString()));
    }

    [Test]
    public async Task A_boot_is_asked_for_with_its_scenario_its_trace_and_its_own_seed()
    {
        var requests = new ConcurrentBag<BootRequest>();
        await using var session = Session(new Built(), (request, stop) =>
        {
            requests.Add(request);
            return Passing(request, stop);
        });

        await session.GradeAsync(Request(), default);

        var alloc = requests.Single(request => request.CommandLine == "scenario=alloc trace=lab,case");
        var free = requests.Single(request => request.CommandLine == "scenario=free trace=lab,case");
        Assert.That(alloc.Seed, Is.EqualTo(Seed.ForBoot(TestLab.Id, "alloc")).And.Not.EqualTo(free.Seed));
    }

    [Test]
    public async Task The_submission_is_built_in_the_skeleton_s_place()
    {
        var images = new Built();
        await using var session = Session(images, Passing);

        await session.GradeAsync(Request(), default);

        var replacement = images.Request!.Replacements.Single();
        Assert.That(replacement.Path, Is.EqualTo($"/the/root/skeletons/{TestLab.Id}/FrameAllocator.cs"));
        Assert.That(replacement.DisplayPath, Is.EqualTo($"{TestLab.Id}/FrameAllocator.cs"));
        Assert.That(images.Request.ResponseFile, Is.EqualTo($"/labs/{TestLab.Id}/image/obj/image.rsp"));
        Assert.That(images.Request.Uses, Is.EqualTo(["BitArray", "Unwritten"]));
    }

    [Test]
    public async Task One_check_boots_only_what_it_and_those_before_it_need()
    {
        var boots = new ConcurrentBag<string>();
        await using var session = Session(new Built(), (request, stop) =>
        {
            boots.Add(request.CommandLine);
            return Passing(request, stop);
        });

        var result = await session.GradeAsync(Request() with { Checks = ["unique"] }, default);

        Assert.That(boots, Is.EqualTo(["scenario=alloc trace=lab,case"]));
        Assert.That(result.Checks.Select(check => check.Check), Is.EqualTo(["unique"]));
    }

    [Test]
    public async Task What_does_not_compile_gets_nothing_and_the_compiler_s_own_words()
    {
        BuildMessage error = new("06-frame-allocator/FrameAllocator.cs", 3, 5, "CS0103", "The name 'x' does not exist");
        await using var session = Session(new Built(error), (_, _) => throw new InvalidOperationException("there is nothing to boot"));

        var result = await session.GradeAsync(Request(), default);

        Assert.That(result.Points, Is.Zero);
        Assert.That(result.Summary, Is.EqualTo("does not compile"));
        Assert.That(result.Checks[0].Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That(result.Checks[0].Reason, Is.EqualTo("does not compile"));
        Assert.That(result.Checks[0].Details, Is.EqualTo(["06-frame-allocator/FrameAllocator.cs(3,5): error CS0103: The name 'x' does not exist"]));
        Assert.That(result.Checks[0].Repeat, Is.EqualTo($"./kit lab 06 --check unique --seed {Seed}"));
        Assert.That(result.Checks[1].Outcome, Is.EqualTo(Outcome.Skipped));
    }

    [Test]
    public async Task A_thousand_errors_are_not_a_thousand_lines()
    {
        var errors = Enumerable.Range(1, 1000).Select(line => new BuildMessage("a.cs", line, 1, "CS0103", "no")).ToArray();
        await using var session = Session(new Built(errors), Passing);

        var details = (await session.GradeAsync(Request(), default)).Checks[0].Details;

        Assert.That(details, Has.Count.LessThanOrEqualTo(40));
        Assert.That(details[^1], Is.EqualTo("and 980 more"));
    }

    [Test]
    public async Task What_the_compiler_says_of_the_student_s_own_file_comes_first()
    {
        BuildMessage[] errors =
        [
            .. Enumerable.Range(1, 50).Select(line => new BuildMessage("reference/kernel/Frames.cs", line, 1, "CS0103", "no FrameAllocator")),
            new($"{TestLab.Id}/FrameAllocator.cs", 1, 10, "CS1513", "} expected"),
        ];
        await using var session = Session(new Built(errors), Passing);

        Assert.That((await session.GradeAsync(Request(), default)).Checks[0].Details[0], Does.StartWith($"{TestLab.Id}/FrameAllocator.cs(1,10)"));
    }

    [Test]
    public async Task What_is_wrong_with_the_build_as_a_whole_is_the_reason()
    {
        await using var session = Session(new Built(new BuildMessage("", 0, 0, "BUILD", "the compiler did not finish within 120 s")), Passing);

        Assert.That((await session.GradeAsync(Request(), default)).Summary, Is.EqualTo("the compiler did not finish within 120 s"));
    }

    [Test]
    public async Task A_boot_that_did_not_end_well_is_the_summary()
    {
        await using var session = new GradingSession("/the/root", new Built(), async (request, stop) =>
            await Passing(request, stop) with { Ending = Ending.Dead, Trace = [], Stuck = new(0x1000, true, false, []) },
            _ => address => $"Uart.Transmit (Uart.cs:41) {address:x}", jobs: 2);

        var result = await session.GradeAsync(Request(), default);

        Assert.That(result.Points, Is.Zero);
        Assert.That(result.Summary, Does.Contain("halted with interrupts off").And.Contain("Uart.Transmit (Uart.cs:41) 1000"));
    }

    [Test]
    public async Task A_missing_file_is_not_built()
    {
        await using var session = Session(new Unwanted(), Passing);
        var request = Request() with { Submission = new("ada", [], ["The file X.cs is missing."]) };

        var result = await session.GradeAsync(request, default);

        Assert.That(result.Points, Is.Zero);
        Assert.That(result.Summary, Is.EqualTo("The file X.cs is missing."));
    }

    [Test]
    public async Task Where_this_machine_keeps_the_repository_is_no_part_of_a_result()
    {
        await using var session = Session(new Built(new BuildMessage("/the/root/labs/x.cs", 1, 1, "CS1", "in /the/root/labs/y.cs")), Passing);

        Assert.That(ResultsFile.Text(await session.GradeAsync(Request(), default)), Does.Not.Contain("/the/root"));
    }

    /// <summary>The first boot waits until the second one has begun, or the other way round: with one at a time it would wait for ever.</summary>
    [Test, CancelAfter(20_000)]
    public async Task The_result_is_the_same_whichever_boot_ends_first(CancellationToken cancellation)
    {
        var lab = TestLab.Make();
        lab = lab with { Checks = [.. lab.Checks.Select(check => check with { After = [] })] };
        var texts = new List<string>();
        foreach (var slow in new[] { "scenario=alloc", "scenario=free" })
        {
            var other = new TaskCompletionSource();
            await using var session = Session(new Built(), async (request, stop) =>
            {
                if (request.CommandLine.StartsWith(slow, StringComparison.Ordinal))
                    await other.Task.WaitAsync(cancellation);
                else
                    other.SetResult();

                return await Passing(request, stop);
            });
            texts.Add(ResultsFile.Text(await session.GradeAsync(Request() with { Lab = lab }, cancellation)));
        }

        Assert.That(texts[0], Is.EqualTo(texts[1]));
    }

    [Test]
    public async Task A_boot_whose_checks_all_wait_for_a_failed_one_is_not_made()
    {
        var boots = new List<string>();
        await using var session = Session(new Built(), async (request, stop) =>
        {
            boots.Add(request.CommandLine.Split(' ')[0]);
            return await Passing(request, stop) with { Trace = [] };
        });

        var result = await session.GradeAsync(Request(), default);

        Assert.That(boots, Is.EqualTo(new[] { "scenario=alloc" }));
        Assert.That(result.Checks.Select(check => check.Outcome), Is.EqualTo(new[] { Outcome.Failed, Outcome.Skipped }));
        Assert.That(result.Checks[1].Reason, Is.EqualTo("waits for Frames: unique"));
    }

    [Test]
    public async Task No_more_boots_run_at_once_than_allowed()
    {
        var (now, most) = (0, 0);
        var one = new Lock();
        await using var session = new GradingSession("/the/root", new Built(), async (request, stop) =>
        {
            lock (one)
                most = Math.Max(most, ++now);

            await Task.Yield();
            lock (one)
                now--;

            return await Passing(request, stop);
        }, _ => _ => null, jobs: 1);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => session.GradeAsync(Request(), default)));

        Assert.That(most, Is.EqualTo(1));
    }

    [Test]
    public async Task The_image_and_the_transcripts_can_be_kept_and_nothing_else_stays()
    {
        var folder = Directory.CreateTempSubdirectory("keep-").FullName;
        try
        {
            var images = new Built();
            await using (var session = Session(images, Passing))
                await session.GradeAsync(Request() with { Keep = folder }, default);

            Assert.That(
                Directory.GetFiles(folder).Select(Path.GetFileName),
                Is.EquivalentTo(["kernel.elf", "alloc.boot", "alloc.console", "alloc.trace", "free.boot", "free.console", "free.trace"]));
            Assert.That(File.ReadAllText(Path.Combine(folder, "alloc.boot")), Is.EqualTo("Finished after 1,000 of 1,000,000 instructions\n"));
            Assert.That(Directory.Exists(Path.GetDirectoryName(images.Request!.Output)), Is.False);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static GradingSession Session(IImageSource images, BootFunction boot) =>
        new("/the/root", images, boot, _ => _ => null, jobs: 4);

    private static GradingRequest Request() => new(TestLab.Make(), TestLab.Submission(), TestLab.NoJudges, Seed);

    private static RunSeed Parse(string text) => RunSeed.TryParse(text, out var seed) ? seed : throw new ArgumentException(text);

    /// <summary>A guest whose only case passes; cases are named after the checks.</summary>
    private static Task<BootRecord> Passing(BootRequest request, CancellationToken cancellation)
    {
        var name = request.CommandLine.Contains("alloc", StringComparison.Ordinal) ? "unique" : "returns";
        var trace = $"case.table count=1 names={name}\ncase.begin name={name}\ncase.pass name={name}\ncase.end passed=1 failed=0\n";
        return Task.FromResult(new BootRecord(request, Ending.Finished, 0, [], Encoding.ASCII.GetBytes(trace), 1000, [], null, null));
    }

    /// <summary>A build with a known outcome.</summary>
    private sealed class Built(params BuildMessage[] messages) : IImageSource
    {
        public ImageRequest? Request { get; private set; }

        public async Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation)
        {
            Request = request;
            if (messages.Length > 0)
                return new(null, messages, new Dictionary<string, double>());

            await File.WriteAllTextAsync(request.Output, "ELF", cancellation);
            return new(request.Output, [], new Dictionary<string, double>());
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Unwanted : IImageSource
    {
        public Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation) =>
            throw new InvalidOperationException("there is nothing to build");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
