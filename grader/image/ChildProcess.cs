using System.Diagnostics;

namespace Euralios.Grader.Image;

/// <summary>How processes are started that handle a stranger's source: no secrets in the environment, memory capped by the kernel.</summary>
internal static class ChildProcess
{
    private static readonly string[] Kept =
        ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "NUGET_PACKAGES"];

    private static readonly string? ResourceLimiter =
        new[] { "/usr/bin/prlimit", "/bin/prlimit" }.FirstOrDefault(File.Exists);

    /// <summary>
    /// A start that redirects all three streams. The environment is a list of what is passed on, not of what is kept back: CI systems
    /// invent new names for their tokens.
    /// </summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, int memoryMiB)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (ResourceLimiter is null)
        {
            start.FileName = program;
        }
        else
        {
            // Private writable memory, not address space: the runtime reserves far more of that than it ever uses.
            start.FileName = ResourceLimiter;
            start.ArgumentList.Add($"--data={(long)memoryMiB << 20}");
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add("--");
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        start.Environment.Clear();
        foreach (var name in Kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                start.Environment[name] = value;
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{(long)memoryMiB << 20:X}";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    /// <summary>Ends the process with its children; ending one that is gone already is no error.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself between the decision and the call.
        }
    }
}
