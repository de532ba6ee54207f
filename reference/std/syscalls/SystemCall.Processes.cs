using System;

namespace Euralios.Std;

/// <summary>What <see cref="SystemCall.TryExec"/> is to do beside starting the program.</summary>
[Flags]
public enum ExecFlags : byte
{
    None = 0,

    /// <summary>The new process may use I/O ports, if the caller may.</summary>
    PortAccess = 1,

    /// <summary>The caller gets a handle on the new process.</summary>
    ReturnHandle = 2,
}

// Processes and the system.
public static unsafe partial class SystemCall
{
    private const ulong ThisProcess = ulong.MaxValue;
    private const int FlagsShift = 8;
    private const int ParameterLengthShift = 16;
    private const int ImageLengthShift = 32;

    /// <summary>Starts a program.</summary>
    /// <param name="image">Its ELF file.</param>
    /// <param name="input">Its standard input; the handle moves there.</param>
    /// <param name="output">Its standard output; another handle than the input, which moves there as well.</param>
    /// <param name="parameters">The parameter string: see <see cref="ProcessParameters"/>. At most 65535 bytes.</param>
    /// <param name="flags">What to do beside.</param>
    /// <param name="process">The process's number, which is its first thread's.</param>
    /// <param name="handle">A handle on the process, if one was asked for.</param>
    /// <param name="error">Why it was not started; the caller has all that it had before.</param>
    public static bool TryExec(
        ReadOnlySpan<byte> image,
        Handle input,
        Handle output,
        ReadOnlySpan<byte> parameters,
        ExecFlags flags,
        out ulong process,
        out Handle handle,
        out Error error)
    {
        process = 0;
        handle = default;
        if (parameters.Length > ushort.MaxValue)
        {
            error = Error.Parameter;
            return false;
        }

        ulong rax = ((ulong)flags << FlagsShift) | ((ulong)parameters.Length << ParameterLengthShift) | ((ulong)image.Length << ImageLengthShift);
        fixed (byte* imagePointer = image)
        fixed (byte* parameterPointer = parameters)
        {
            ulong handles = ((ulong)input.Number << HandleShift) | output.Number;
            SystemCallRegisters call = Make(SystemCallNumber.Exec, (ulong)imagePointer, handles, (ulong)parameterPointer, rax);
            if (!Try(call, out SystemCallRegisters result, out error))
                return false;
            process = result.Rdi;
            if ((flags & ExecFlags.ReturnHandle) != 0)
                handle = new Handle((uint)result.Rsi);
            return true;
        }
    }

    /// <summary>Ends a process.</summary>
    public static bool TryKill(Handle process, int status, out Error error) =>
        Try(Make(SystemCallNumber.Kill, process.Number, (ulong)status), out _, out error);

    /// <summary>Ends the calling process with all its threads.</summary>
    public static void KillSelf(int status)
    {
        while (true)
            Try(Make(SystemCallNumber.Kill, ThisProcess, (ulong)status), out _, out _);
    }

    /// <summary>Waits for a process's end, no longer than a time from now.</summary>
    public static bool TryWait(Handle process, ulong microseconds, out ProcessEnd end, out Error error)
    {
        bool done = Try(Make(SystemCallNumber.Wait, process.Number, microseconds), out SystemCallRegisters output, out error);
        end = done ? new ProcessEnd((int)output.Rdi, (EndReason)output.Rsi, (int)output.Rdx) : default;
        return done;
    }

    /// <summary>What the system has and uses.</summary>
    /// <param name="header">The system's figures.</param>
    /// <param name="processes">Receives a record for each process, as far as there is room; <see cref="SystemStatistics.Records"/> says for how many.</param>
    /// <param name="error">Why there are none.</param>
    public static bool TryGetStatistics(out SystemStatistics header, Span<ProcessStatistics> processes, out Error error)
    {
        // The kernel writes header and records into one buffer.
        int length = sizeof(SystemStatistics) + (processes.Length * sizeof(ProcessStatistics));
        byte[] buffer = new byte[length];
        fixed (byte* pointer = buffer)
        {
            bool done = Try(Make(SystemCallNumber.Statistics, (ulong)pointer, (ulong)length), out _, out error);
            header = *(SystemStatistics*)pointer;
            for (int i = 0; done && i < (int)header.Records; i++)
                processes[i] = ((ProcessStatistics*)(pointer + sizeof(SystemStatistics)))[i];
            return done;
        }
    }

    /// <summary>Seconds since the beginning of 1970 in UTC, by the machine's clock.</summary>
    public static ulong Date()
    {
        Try(Make(SystemCallNumber.Date), out SystemCallRegisters output, out _);
        return output.Rdi;
    }
}
