using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Result;

/// <summary>The versions of what decides verdicts: a changed verdict is explained by a changed version, or by nothing.</summary>
public static partial class ToolVersions
{
    /// <summary>Asks each tool. One that is not installed is <c>missing</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read() => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["csc"] = Product(Path.Combine(Toolchain.CompilerDirectory, "Microsoft.CodeAnalysis.CSharp.dll")),
        ["grader"] = typeof(ToolVersions).Assembly.GetName().Version?.ToString(3) ?? "missing",
        ["ilc"] = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Toolchain.IlcDirectory))) ?? "missing",
        ["lld"] = Ask("ld.lld"),
        ["qemu"] = Ask("qemu-system-x86_64"),
    };

    /// <summary>Without the commit that a build appends after a plus sign.</summary>
    private static string Product(string file) =>
        File.Exists(file) ? FileVersionInfo.GetVersionInfo(file).ProductVersion?.Split('+')[0] ?? "missing" : "missing";

    private static string Ask(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Number().Match(text) is { Success: true } match ? match.Value : "missing";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "missing";
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex Number();
}
