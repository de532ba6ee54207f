using System;

namespace Euralios.Std;

/// <summary>A process that this one started.</summary>
public readonly struct Process(ulong id, Handle handle)
{
    /// <summary>Its number in the system.</summary>
    public ulong Id { get; } = id;

    /// <summary>By which it is waited for and ended. On its end a message <see cref="Tags.Exited"/> comes there.</summary>
    public Handle Handle { get; } = handle;

    /// <summary>Ends this program, all of its threads, after what was written has been sent.</summary>
    public static void Exit(int status)
    {
        StandardOutput.Flush();
        SystemCall.KillSelf(status);
    }

    /// <summary>Starts a program.</summary>
    /// <param name="image">Its ELF file.</param>
    /// <param name="input">Its standard input; the handle moves there.</param>
    /// <param name="output">Its standard output; another handle, which moves there as well.</param>
    /// <param name="parameters">Arguments, mounts and rights; null for none.</param>
    /// <param name="process">The process.</param>
    /// <param name="error">Why it was not started; the caller has all that it had before.</param>
    /// <param name="mayAccessPorts">Whether it may use I/O ports, if the caller may.</param>
    public static bool TryExec(
        ReadOnlySpan<byte> image,
        Handle input,
        Handle output,
        ProcessParameters? parameters,
        out Process process,
        out Error error,
        bool mayAccessPorts = false)
    {
        process = default;
        error = parameters is null ? Error.None : parameters.Error;
        if (error != Error.None)
            return false;
        ReadOnlySpan<byte> text = parameters is null ? default : parameters.Bytes;
        ExecFlags flags = ExecFlags.ReturnHandle | (mayAccessPorts ? ExecFlags.PortAccess : ExecFlags.None);
        if (!SystemCall.TryExec(image, input, output, text, flags, out ulong id, out Handle handle, out error))
            return false;
        process = new Process(id, handle);
        return true;
    }

    /// <summary>Waits for the end, no longer than a time from now.</summary>
    public bool TryWait(ulong microseconds, out ProcessEnd end, out Error error) => SystemCall.TryWait(Handle, microseconds, out end, out error);

    /// <summary>Ends the process.</summary>
    public bool TryKill(int status, out Error error) => SystemCall.TryKill(Handle, status, out error);
}
