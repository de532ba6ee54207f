using System.Diagnostics;
using Euralios.Grader.Cli;
using Euralios.Grader.Image;

namespace Euralios.Grader.Tests.Cli;

/// <summary>The command line as a process of its own, with nobody at its input.</summary>
internal static class CommandLine
{
    /// <summary>Runs it to its end.</summary>
    public static (int Code, string Output, string Errors) Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotNet.Program, [typeof(ExitCode).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
