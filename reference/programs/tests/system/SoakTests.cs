using Euralios.Grader.Soak;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Whole.Tests;

/// <summary>Two users at work for a short time; <c>kit soak</c> is the same for an hour.</summary>
internal sealed class SoakTests
{
    private const int Seed = 3;

    [Test]
    public async Task Nothing_grows_while_two_users_work()
    {
        await using SoakRun run = await SoakRun.StartAsync(Sitting.Kernel, Sitting.Archive, Seed, TestContext.CurrentContext.CancellationToken);
        QuietPoint? first = null;
        for (int round = 0; round <= SoakRun.WarmUpRounds; round++)
        {
            QuietPoint point = await run.RoundAsync(round, TestContext.CurrentContext.CancellationToken);
            TestContext.Out.WriteLine(point);
            if (round == SoakRun.WarmUpRounds - 1)
                first = point;
            else if (first is not null)
                Assert.That(Growth.Between(first.Figures, point.Figures), Is.Empty, string.Join('\n', run.Since));
            run.Forget();
        }
    }

    /// <summary>The first process is one that says hello and ends, and with it the machine.</summary>
    [Test]
    public async Task What_does_not_come_is_told_with_what_was_there()
    {
        string hello = Path.Combine(Toolchain.RepositoryRoot, "reference", "programs", "hello", "bin", "hello");
        string archive = Path.Combine(TestContext.CurrentContext.WorkDirectory, "hello-alone.tar");
        using (FileStream stream = File.Create(archive))
            BootArchive.Write(stream, [("init", LoadableImage.Of(hello, File.ReadAllBytes(hello)))]);
        SoakException? told = await Assert.ThrowsAsync<SoakException>(
            () => SoakRun.StartAsync(Sitting.Kernel, archive, Seed, TestContext.CurrentContext.CancellationToken));
        Assert.Multiple(() =>
        {
            Assert.That(told!.Message, Does.Contain("The machine is off"));
            Assert.That(told.Serial, Does.Contain("init"));
            Assert.That(told.Screen, Is.Not.Empty);
        });
    }

    [Test]
    public void What_grows_is_found()
    {
        var before = new SystemFigures(1000, 2, 3, 20, 10, [new(3, "init", 200, 2), new(5, "ramdisk", 700, 1)]);
        Assert.That(Growth.Between(before, before), Is.Empty);
        Assert.That(Growth.Between(before, before with { Handles = 21 }), Is.EqualTo((string[])["handles: 21, and 20 before"]));
        Assert.That(Growth.Between(before, before with { Frames = 1001 }).Single(), Does.StartWith("frames that are no process's: 101"));

        // Garbage: up to 1 MiB, or half of what there was.
        Assert.That(Growth.Between(before, before with { Frames = 1606, List = [new(3, "init", 456, 2), new(5, "ramdisk", 1050, 1)] }), Is.Empty);
        Assert.That(
            Growth.Between(before, before with { Frames = 1608, List = [new(3, "init", 457, 2), new(5, "ramdisk", 1051, 1)] }),
            Has.Count.EqualTo(2));

        // Another process, though its name is the same.
        Assert.That(Growth.Between(before, before with { List = [new(9, "init", 900, 9)] }), Has.Count.Zero);
    }
}
