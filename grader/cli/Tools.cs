using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Euralios.Grader.Image;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Cli;

/// <summary>A program that the kit uses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Found">The version that is installed, or null.</param>
/// <param name="Wanted">The versions that will do.</param>
/// <param name="Good">Whether what is installed will do.</param>
/// <param name="Required">Whether the kit cannot do without it.</param>
/// <param name="Fix">How to install it.</param>
internal sealed record Tool(string Name, string? Found, string Wanted, bool Good, bool Required, string Fix);

/// <summary>The programs that the kit uses, as they are on this machine.</summary>
internal static partial class Tools
{
    /// <summary>gdb's name and how to install it; only <c>debug</c> needs it.</summary>
    public const string Debugger = "gdb", DebuggerFix = "Debian, Ubuntu and Windows (WSL): sudo apt install gdb. Fedora: sudo dnf install gdb. macOS: brew install gdb";

    /// <summary>Looks at all of them.</summary>
    public static IReadOnlyList<Tool> All(string root)
    {
        var sdk = Ask(DotNet.Program, ["--version"], root);
        var linker = Find("ld.lld");
        var qemu = Find("qemu-system-x86_64");
        var compiler = Path.GetFileName(Path.GetDirectoryName(Toolchain.IlcDirectory))!;
        var hasCompiler = Directory.Exists(Toolchain.IlcDirectory);
        return
        [
            new(".NET SDK", sdk, "10.0.4xx", sdk is not null, true, "https://dot.net/v1/dotnet-install.sh --channel 10.0.4xx"),
            new("ILC", hasCompiler ? compiler : null, compiler, hasCompiler, true, "dotnet restore reference/sdk"),
            new("ld.lld", linker, "14 or newer", AtLeast(linker, 14), true, Fix("lld", "lld")),
            new("QEMU", qemu, "7.0 or newer", AtLeast(qemu, 7), true, Fix("qemu-system-x86", "qemu")),
            .. Optional(),
        ];
    }

    /// <summary>The version of an installed program, or null.</summary>
    public static string? Find(string program) => Ask(program, ["--version"], Environment.CurrentDirectory);

    private static IEnumerable<Tool> Optional()
    {
        var debugger = Find(Debugger);
        var launcher = Find("setpriv");
        yield return new(Debugger, debugger, "9 or newer, for ./kit debug", AtLeast(debugger, 9), false, DebuggerFix);
        yield return new("setpriv", launcher, "any, ends QEMU with a killed grader", launcher is not null, false, "Linux: part of util-linux");
    }

    private static string Fix(string package, string formula) =>
        $"Debian, Ubuntu and Windows (WSL): sudo apt install {package}. Fedora: sudo dnf install {package}. macOS: brew install {formula}";

    private static bool AtLeast(string? version, int major) =>
        version is not null && int.Parse(version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) >= major;

    /// <summary>The first version in what a program says, or null where it is not installed or fails.</summary>
    private static string? Ask(string program, string[] arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0 && VersionPattern().Match(output) is { Success: true } match ? match.Value : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex VersionPattern();
}
