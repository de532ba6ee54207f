using System;
using Euralios.Std;

namespace Merriwig.Tests;

/// <summary>The archive that the first process is given, and starting programs of it.</summary>
internal static class Programs
{
    private static MemoryChunk chunk;
    private static int length;

    /// <summary>All files.</summary>
    internal static Archive Archive => new(chunk.Bytes(length));

    /// <summary>This program's own file, where it is the first process.</summary>
    internal static ReadOnlySpan<byte> Own => Find("init"u8);

    /// <summary>Receives the archive: once, in the first process.</summary>
    internal static void Open()
    {
        Expect.Done(SystemCall.TryReceive(Handle.StandardInput, out Message message, out Error error), error);
        message.Second.IsMemory(out chunk);
        length = (int)message.First.Value;
    }

    /// <summary>A file that must be there.</summary>
    internal static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
    {
        Expect.True(Archive.TryFind(name, out ReadOnlySpan<byte> image));
        return image;
    }

    /// <summary>A number that stands in a file of the archive, or another one where there is no such file.</summary>
    internal static ulong Number(ReadOnlySpan<byte> name, ulong otherwise) =>
        Archive.TryFind(name, out ReadOnlySpan<byte> digits) ? Decimal.Parse(Text.FromUtf8(digits)) : otherwise;

    /// <summary>Starts a program with a rendezvous each for its input and its output, of which the caller has the other ends.</summary>
    internal static Child Start(ReadOnlySpan<byte> image, ProcessParameters? parameters = null, bool mayAccessPorts = false)
    {
        Child child = default;
        Expect.Done(SystemCall.TryNewRendezvous(out Handle input, out child.Input, out Error error), error);
        Expect.Done(SystemCall.TryNewRendezvous(out Handle output, out child.Output, out error), error);
        Expect.Done(Process.TryExec(image, input, output, parameters, out child.Process, out error, mayAccessPorts), error);
        return child;
    }
}

/// <summary>A program that was started, and the other ends of its standard input and output.</summary>
internal struct Child
{
    internal Process Process;
    internal Handle Input;
    internal Handle Output;

    /// <summary>The status of a program that had to be killed.</summary>
    internal const int NotInTime = 999;

    /// <summary>Waits for the end, and closes what is left.</summary>
    internal readonly ProcessEnd Wait(ulong microseconds = SystemCall.Forever)
    {
        Expect.Done(Process.TryWait(microseconds, out ProcessEnd end, out Error error), error);
        Close();
        return end;
    }

    /// <summary>Waits for the end, and brings it about when it does not come in time: the status is then <see cref="NotInTime"/>.</summary>
    internal readonly ProcessEnd WaitOrKill(ulong microseconds)
    {
        if (!Process.TryWait(microseconds, out ProcessEnd end, out _))
        {
            Process.TryKill(NotInTime, out _);
            Expect.Done(Process.TryWait(SystemCall.Forever, out end, out Error error), error);
        }

        Close();
        return end;
    }

    /// <summary>Kills it, if it is there still, and waits for that.</summary>
    internal readonly ProcessEnd Kill()
    {
        Process.TryKill(1, out _);
        return Wait();
    }

    /// <summary>Closes what is left of a process that has ended.</summary>
    internal readonly void Close()
    {
        SystemCall.TryClose(Process.Handle, out _);
        SystemCall.TryClose(Input, out _);
        SystemCall.TryClose(Output, out _);
    }
}
