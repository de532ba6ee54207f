using Euralios.Sdk.Build;
using System.Runtime.Versioning;
using System.Text;
using Euralios.Grader.Boot;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Boot;

/// <summary>What a boot leaves on the host: nothing.</summary>
[UnsupportedOSPlatform("windows")]
[NonParallelizable]
internal sealed class HostTests : BootTest
{
    [Test]
    public async Task Cancelling_kills_QEMU_and_cleans_up()
    {
        using var kernel = new TestKernel(c => c.Loop());
        using var temporary = new Variable("TMPDIR", Directory.CreateTempSubdirectory("t-").FullName);
        using var cancellation = new CancellationTokenSource();
        Task<BootRecord> boot = BootRunner.RunAsync(
            Request(kernel, Roomy with { Instructions = long.MaxValue, VirtualTime = TimeSpan.MaxValue }), cancellation.Token);
        while (!IsRunning(kernel.Path))
            await Task.Yield();
        string folder = Directory.GetDirectories(temporary.Value).Single();
        UnixFileMode mode = File.GetUnixFileMode(folder);

        await cancellation.CancelAsync();

        Assert.That(async () => await boot, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(IsRunning(kernel.Path), Is.False);
        Assert.That(Directory.GetFileSystemEntries(temporary.Value), Is.Empty);
        Assert.That(mode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), "nobody else's business");
        Directory.Delete(temporary.Value);
    }

    [Test]
    public async Task A_boot_that_is_over_leaves_no_process_and_no_file()
    {
        using var kernel = new TestKernel(c => c.TripleFault());
        using var temporary = new Variable("TMPDIR", Directory.CreateTempSubdirectory("t-").FullName);

        await BootRunner.RunAsync(Request(kernel));

        Assert.That(IsRunning(kernel.Path), Is.False);
        Assert.That(Directory.GetFileSystemEntries(temporary.Value), Is.Empty);
        Directory.Delete(temporary.Value);
    }

    [Test]
    public async Task A_missing_QEMU_is_named_with_the_command_that_installs_it()
    {
        using var kernel = new TestKernel(c => c.End(0));
        using var path = new Variable("PATH", "");

        ToolMissingException missing = (await Assert.ThrowsAsync<ToolMissingException>(() => BootRunner.RunAsync(Request(kernel))))!;

        Assert.That(missing.Message, Does.Contain("qemu-system-x86_64").And.Contain("sudo apt install qemu-system-x86")
            .And.Contain("sudo dnf install qemu-system-x86").And.Contain("brew install qemu").And.Contain("WSL"));
        Assert.That(missing.Message, Does.Not.Contain("\n"));
    }

    [Test]
    public async Task A_QEMU_that_is_too_old_is_named_with_its_version()
    {
        using var kernel = new TestKernel(c => c.End(0));
        string folder = Directory.CreateTempSubdirectory("t-").FullName;
        string old = Path.Combine(folder, "qemu-system-x86_64");
        File.WriteAllText(old, "#!/bin/sh\necho QEMU emulator version 6.2.0\n", new UTF8Encoding(false));
        File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var path = new Variable("PATH", folder);

        ToolMissingException missing = (await Assert.ThrowsAsync<ToolMissingException>(() => BootRunner.RunAsync(Request(kernel))))!;

        Assert.That(missing.Message, Does.Contain("6.2.0 is too old"));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Whether any process has the kernel on its command line.</summary>
    private static bool IsRunning(string kernel) => Directory.GetDirectories("/proc").Any(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(kernel, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    /// <summary>Sets an environment variable for a while.</summary>
    private sealed class Variable : IDisposable
    {
        private readonly string _name;
        private readonly string? _before;

        public Variable(string name, string value)
        {
            (_name, _before, Value) = (name, Environment.GetEnvironmentVariable(name), value);
            Environment.SetEnvironmentVariable(name, value);
        }

        public string Value { get; }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
    }
}
