using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>Sessions at terminals: each begins with <c>login</c>. When that ends the terminal begins another.</summary>
internal static class Sessions
{
    /// <summary>Begins one in a thread of its own: the terminal may be waiting to write.</summary>
    internal static void Begin(Handle input, Handle output)
    {
        if (Thread.TryStart(() => Run(input, output), out _, out Error error))
            return;
        SystemService.Report($"[init] no session: {error.Text()}\n");
        Close(input, output);
    }

    private static void Run(Handle input, Handle output)
    {
        if (!File.TryReadAllBytes("/bin/login", out byte[] image, out Error error)
            || !Process.TryExec(image, input, output, new ProcessParameters().Arguments("login").Environment(BootVariables.All), out Process process, out error))
        {
            SystemService.Report($"[init] login: {error.Text()}\n");
            Close(input, output);
            return;
        }

        process.TryWait(SystemCall.Forever, out ProcessEnd end, out _);
        SystemCall.TryClose(process.Handle, out _);
        if (end.Reason == EndReason.Fault)
            SystemService.Report($"[init] login ended by a fault, vector {end.Vector}\n");
    }

    private static void Close(Handle input, Handle output)
    {
        SystemCall.TryClose(input, out _);
        SystemCall.TryClose(output, out _);
    }
}
