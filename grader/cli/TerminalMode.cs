using System.ComponentModel;
using System.Diagnostics;

namespace Euralios.Grader.Cli;

/// <summary>Remembers how the terminal on the standard input is set, and sets it so again at the end, whatever a child left behind.</summary>
internal sealed class TerminalMode : IDisposable
{
    private readonly string mode = Stty("-g").Trim();

    public void Dispose()
    {
        if (mode.Length > 0)
            Stty(mode);
    }

    private static string Stty(string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("stty", [argument]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : "";
        }
        catch (Win32Exception)
        {
            // No stty, nothing to restore with.
            return "";
        }
    }
}
