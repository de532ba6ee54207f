using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>A program that a scenario started.</summary>
/// <param name="server">The other end of its standard input: who asks there asks the program.</param>
/// <param name="process">The process.</param>
internal sealed class StagedProgram(Handle server, Process process)
{
    internal Handle Server { get; } = server;

    internal Process Process { get; } = process;

    /// <summary>A handle on the same, for a mount: where a handle is mounted it is the mount's.</summary>
    internal bool TryMount(string path, out Error error) =>
        SystemCall.TryCopy(Server, out Handle copy, out error) && SystemCall.TryMount(copy, Text.ToUtf8(path), out error);

    /// <summary>Ends it and waits for its end.</summary>
    internal void End()
    {
        Process.TryKill(0, out _);
        Process.TryWait(SystemCall.Forever, out _, out _);
        SystemCall.TryClose(Process.Handle, out _);
        SystemCall.TryClose(Server, out _);
    }
}
