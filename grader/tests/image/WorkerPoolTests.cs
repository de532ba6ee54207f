using System.Diagnostics;
using Euralios.Grader.Image;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.Image;

/// <summary>What becomes of a worker that dies, hangs, floods or eats memory: a verdict for the one who did it, and a new worker for the next.</summary>
internal sealed class WorkerPoolTests
{
    /// <summary>A worker that does what the request's output path asks for.</summary>
    private const string Script = """
        while read -r line; do
          case "$line" in
            *please-die*) kill -9 $$ ;;
            *please-hang*) echo $$ > "$PIDFILE"; sleep 1000 ;;
            *please-flood*) yes | tr -d '\n' ;;
            *please-eat*) head -c 500000000 /dev/zero | tail > /dev/null || exit 1 ;;
            *please-babble*) echo 'hello' ;;
            *please-leave*) exit 0 ;;
            *tool*) echo '{"Build":null,"MissingTool":"ld.lld is not installed"}'; continue ;;
          esac
          echo '{"Build":{"Image":"'"$$ $GITHUB_TOKEN$ACTIONS_RUNTIME_TOKEN$SECRET_OF_TOMORROW"'","Messages":[],"Stages":{}}}'
        done
        """;

    private static readonly WorkerLimits Limits = new(TimeSpan.FromSeconds(20), 128, 100_000);

    [Test]
    public async Task A_worker_stays_for_the_next_request()
    {
        await using var pool = Pool(Limits);

        var first = await pool.BuildAsync(Request("a"), default);
        var second = await pool.BuildAsync(Request("b"), default);

        Assert.That(first.Image, Is.Not.Null);
        Assert.That(second.Image, Is.EqualTo(first.Image));
    }

    [TestCase("please-die", "the compiler ended without an answer")]
    [TestCase("please-leave", "the compiler ended without an answer")]
    [TestCase("please-eat", "the compiler ended without an answer")]
    [TestCase("please-flood", "the compiler's messages are longer than 100000 characters")]
    [TestCase("please-babble", "the compiler's answer is not one")]
    public async Task What_goes_wrong_is_the_verdict_and_the_next_one_is_served(string what, string verdict)
    {
        await using var pool = Pool(Limits);
        var before = await pool.BuildAsync(Request("a"), default);

        var wrong = await pool.BuildAsync(Request(what), default);
        var after = await pool.BuildAsync(Request("b"), default);

        Assert.That(wrong.Image, Is.Null);
        Assert.That(wrong.Messages.Single().Text, Does.StartWith(verdict));
        Assert.That(after.Image, Is.Not.Null.And.Not.EqualTo(before.Image), "the worker was not replaced");
    }

    [Test]
    public async Task A_worker_that_hangs_is_ended_with_all_that_it_started()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var pool = new WorkerPool(
                1, "/bin/sh", ["-c", $"PIDFILE={file}\n{Script}"], Limits with { Time = TimeSpan.FromMilliseconds(500) });

            var build = await pool.BuildAsync(Request("please-hang"), default);

            Assert.That(build.Messages.Single().Text, Does.StartWith("the compiler did not finish within"));
            var shell = int.Parse(await File.ReadAllTextAsync(file), System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(SpinWait.SpinUntil(() => !Exists(shell), TimeSpan.FromSeconds(10)), Is.True, "it still runs");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task No_secret_of_the_environment_reaches_a_worker()
    {
        string[] names = ["GITHUB_TOKEN", "ACTIONS_RUNTIME_TOKEN", "SECRET_OF_TOMORROW"];
        foreach (var name in names)
            Environment.SetEnvironmentVariable(name, "secret");

        try
        {
            await using var pool = Pool(Limits);

            Assert.That((await pool.BuildAsync(Request("a"), default)).Image, Does.Not.Contain("secret"));
        }
        finally
        {
            foreach (var name in names)
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Test]
    public async Task A_tool_that_is_missing_is_nobody_s_verdict()
    {
        await using var pool = Pool(Limits);

        var missing = await Assert.ThrowsAsync<ToolMissingException>(() => pool.BuildAsync(Request("tool"), default));

        Assert.That(missing!.Message, Is.EqualTo("ld.lld is not installed"));
    }

    [Test]
    public async Task At_most_so_many_build_at_once()
    {
        await using var pool = Pool(Limits);

        var builds = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => pool.BuildAsync(Request($"{index}"), default)));

        Assert.That(builds.Select(build => build.Image).Distinct().Count(), Is.EqualTo(1), "more than one process");
    }

    [Test]
    public async Task Both_ends_speak_the_same_language()
    {
        var requests = new StringReader(System.Text.Json.JsonSerializer.Serialize(Request("image"), WorkerJson.Default.ImageRequest) + "\n");
        var replies = new StringWriter();

        await WorkerLoop.RunAsync(new Echo(), requests, replies, default);

        var reply = System.Text.Json.JsonSerializer.Deserialize(replies.ToString(), WorkerJson.Default.WorkerReply)!;
        Assert.That(replies.ToString().Trim(), Does.Not.Contain("\n"));
        Assert.That(reply.Build!.Image, Is.EqualTo("image"));
        Assert.That(reply.Build.Messages, Is.EqualTo([new BuildMessage("a.cs", 1, 2, "CS1", "two\nlines")]));
    }

    private static WorkerPool Pool(WorkerLimits limits) => new(1, "/bin/sh", ["-c", Script], limits);

    private static ImageRequest Request(string output) => new("image.rsp", [new("/a.cs", "class A;\n", "a.cs")], new Dictionary<string, string>(), ["B"], output);

    private static bool Exists(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed class Echo : IImageSource
    {
        public Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation) => Task.FromResult(
            new ImageBuild(request.Output, [new("a.cs", 1, 2, "CS1", "two\nlines")], new Dictionary<string, double>()));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
