using Euralios.Sdk.Build;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Euralios.Grader.Boot;

/// <summary>
/// The QEMU of this machine: where it is, and which of its optional parts it was built with. Asking costs a process, so the answer is
/// kept for the life of this one.
/// </summary>
/// <param name="Program">Full path of <c>qemu-system-x86_64</c>.</param>
/// <param name="Sandboxed">It was built with seccomp.</param>
/// <param name="Launcher">Full path of a <c>setpriv</c> that can tie a child's life to ours, or null.</param>
internal sealed partial record QemuInstallation(string Program, bool Sandboxed, string? Launcher)
{
    /// <summary>The system-call filter QEMU puts on itself: whatever the guest does to it, it starts no program and gains no right.</summary>
    public const string SandboxPolicy = "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny";

    private const string Name = "qemu-system-x86_64";

    /// <summary>The first version with PVH, <c>query-replay</c> and the chardevs as they are used here, and tested.</summary>
    private static readonly Version _oldest = new(7, 0);

    private static readonly ConcurrentDictionary<string, QemuInstallation> _known = new();

    /// <summary>Finds QEMU on PATH.</summary>
    /// <exception cref="ToolMissingException">There is none, or it is too old.</exception>
    public static async Task<QemuInstallation> FindAsync(CancellationToken cancellation)
    {
        string program = OnPath(Name) ?? throw Missing("is not on PATH");
        if (_known.TryGetValue(program, out QemuInstallation? known))
            return known;

        (int status, string text) = await AskAsync(program, ["-sandbox", SandboxPolicy, "-version"], cancellation);
        bool sandboxed = status == 0;
        if (!sandboxed)
            (_, text) = await AskAsync(program, ["-version"], cancellation);

        Match match = VersionPattern().Match(text);
        if (!match.Success)
            throw Missing($"at {program} does not tell its version");
        var version = Version.Parse(match.Groups[1].Value);
        if (version < _oldest)
            throw Missing($"{version} is too old ({_oldest} or newer is needed)");

        string? launcher = OnPath("setpriv");
        if (launcher is not null && !(await AskAsync(launcher, ["--help"], cancellation)).Text.Contains("--pdeathsig", StringComparison.Ordinal))
            launcher = null;
        return _known.GetOrAdd(program, new QemuInstallation(program, sandboxed, launcher));
    }

    private static ToolMissingException Missing(string what) => new(
        $"{Name} {what}; install it with: sudo apt install qemu-system-x86 (Debian, Ubuntu, and Windows inside WSL), "
        + "sudo dnf install qemu-system-x86 (Fedora), brew install qemu (macOS)");

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    private static async Task<(int Status, string Text)> AskAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        string text = await process.StandardOutput.ReadToEndAsync(cancellation);
        await errors;
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, text);
    }

    [GeneratedRegex(@"version (\d+\.\d+(\.\d+)?)")]
    private static partial Regex VersionPattern();
}
