using System.ComponentModel;
using System.Diagnostics;

namespace Euralios.Sdk.Build;

/// <summary>A tool that is not installed; the message names it and says how to install it.</summary>
public sealed class ToolMissingException(string message) : Exception(message);

/// <summary>Runs ILC and the linker: the two programs between C#'s output and the image.</summary>
public static class NativeTools
{
    /// <summary>Compiles assemblies to one object file.</summary>
    /// <param name="kind">A program's <c>Main</c> is called by ILC's own <c>__managed__Main</c>; the kernel's entry is an export.</param>
    /// <param name="assembly">The image's assembly. Its name and the libraries' are all that ILC sees of their paths.</param>
    /// <param name="libraries">The core library last, others before it: all inputs, because exports of a mere reference would be dropped.</param>
    /// <param name="output">The object file.</param>
    /// <param name="cancellation">Ends the compiler.</param>
    /// <returns>Null, or what ILC complained about.</returns>
    public static string? Compile(
        ImageKind kind, string assembly, IReadOnlyList<string> libraries, string output, CancellationToken cancellation) =>
        Run(
            Path.Combine(Toolchain.IlcDirectory, OperatingSystem.IsWindows() ? "ilc.exe" : "ilc"),
            [
                assembly, .. libraries, "--systemmodule:corelib", "-O", .. kind == ImageKind.Kernel ? ["--nativelib"] : Array.Empty<string>(),
                "--targetos:linux", "--targetarch:x64", "-g", "--methodbodyfolding:none", "--reflectiondata:none", "--parallelism:1", "-o", output,
            ],
            cancellation);

    /// <summary>Links objects to an image by <c>linker/kernel.ld</c> or <c>linker/program.ld</c>.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="objects">What the image consists of.</param>
    /// <param name="onDemand">Objects that are taken only if another names one of their symbols.</param>
    /// <param name="output">The image.</param>
    /// <param name="cancellation">Ends the linker.</param>
    /// <returns>Null, or what the linker complained about.</returns>
    public static string? Link(
        ImageKind kind, IReadOnlyList<string> objects, IReadOnlyList<string> onDemand, string output, CancellationToken cancellation) =>
        Run(
            FindLinker(),
            [
                "-T", Path.Combine(Toolchain.RepositoryRoot, "reference", "sdk", "linker", kind == ImageKind.Kernel ? "kernel.ld" : "program.ld"),
                "--no-dynamic-linker", "-static", "-z", "noexecstack", "-z", "max-page-size=4096", "--build-id=none", "-o", output, .. objects,
                .. onDemand.Count == 0 ? Array.Empty<string>() : ["--start-lib", .. onDemand, "--end-lib"],
            ],
            cancellation);

    /// <summary>The path of LLVM's linker.</summary>
    /// <exception cref="ToolMissingException">It is not installed.</exception>
    public static string FindLinker()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, "ld.lld")).FirstOrDefault(File.Exists)
            ?? throw new ToolMissingException(
                "ld.lld, LLVM's linker, is missing. Debian, Ubuntu and WSL: sudo apt install lld. Fedora: sudo dnf install lld. macOS: brew install lld");
    }

    private static string? Run(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            using CancellationTokenRegistration registration = cancellation.Register(() => process.Kill(entireProcessTree: true));
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? null : (output.Result + errors).Trim();
        }
        catch (Win32Exception exception)
        {
            throw new ToolMissingException($"{program} does not run: {exception.Message}. Build the solution again to restore it.");
        }
    }
}
