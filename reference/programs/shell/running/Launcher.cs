using System;
using System.Collections.Generic;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Starts programs.</summary>
internal static class Launcher
{
    /// <summary>
    /// Says to a shell that its input is not the terminal's: <c>pipe</c>, so that it shows no prompt, or <c>none</c>, in the background, so that it takes
    /// no Ctrl-C from the shell before it.
    /// </summary>
    internal const string InputVariable = "SHELL_INPUT";

    private const string ErrorPath = "/dev/stderr";

    /// <summary>Whether errors of what this shell starts go where its own go, whatever becomes of the output.</summary>
    private static bool hasErrorMount = SystemCall.TryOpen("/dev/stderr"u8, out Handle handle, out int matched, out _)
        && SystemCall.TryClose(handle, out _)
        && matched == ErrorPath.Length;

    /// <summary>
    /// Starts a program, with a copy of this shell's mounts: what it mounts or takes away is its own affair. Both handles are gone afterwards, also
    /// where it could not be started.
    /// </summary>
    /// <param name="image">Its file.</param>
    /// <param name="words">Its name and its arguments.</param>
    /// <param name="environment">Variables.</param>
    /// <param name="streams">Its input and output.</param>
    /// <param name="process">The process.</param>
    /// <param name="error">Why there is none.</param>
    internal static bool TryStart(
        byte[] image, List<string> words, List<string> environment, Streams streams, out Process process, out Error error)
    {
        ProcessParameters parameters = new ProcessParameters().CopyMounts();
        Handle errors = default;
        bool isErrorApart = streams.IsOutputRedirected && !hasErrorMount && SystemCall.TryCopy(Handle.StandardOutput, out errors, out _);
        if (isErrorApart)
            parameters.Mount(errors, ErrorPath);
        if (streams.InputKind is { } kind)
            environment.Add(InputVariable + "=" + kind);
        parameters.Arguments(words.ToArray());
        if (environment.Count > 0)
            parameters.Environment(environment.ToArray());
        if (Process.TryExec(image, streams.Input, streams.Output, parameters, out process, out error))
            return true;
        streams.Close();
        if (isErrorApart)
            SystemCall.TryClose(errors, out _);
        return false;
    }
}
