using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The helper processes of a trial: none outlives it, because the runner looks at what is left as soon as the trial has ended.</summary>
internal static class Children
{
    private static readonly Handle[] Started = new Handle[256];
    private static int count;

    /// <summary>Starts this program again.</summary>
    /// <param name="input">Its standard input, which moves there.</param>
    /// <param name="output">Its standard output.</param>
    /// <param name="words">Its arguments.</param>
    internal static Process Start(Handle input, Handle output, params string[] words) =>
        Start(input, output, new ProcessParameters().Arguments(words));

    /// <summary>Starts this program again.</summary>
    internal static Process Start(Handle input, Handle output, ProcessParameters parameters, bool mayAccessPorts = false)
    {
        Expect.Done(Process.TryExec(Image.Bytes, input, output, parameters, out Process process, out Error error, mayAccessPorts), error);
        Add(process.Handle);
        return process;
    }

    /// <summary>A process was started otherwise; its end is seen to as well.</summary>
    internal static void Add(Handle process) => Started[count++] = process;

    /// <summary>Kills a helper and waits until nothing is left of it.</summary>
    internal static void Kill(Process process)
    {
        Forget(process.Handle);
        End(process.Handle);
    }

    /// <summary>Waits for a helper to end by itself, and closes its handle.</summary>
    internal static ProcessEnd Await(Process process, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        // By a message, which comes whether the end is yet to come or not.
        bool ended = SystemCall.TryReceive(process.Handle, 10_000_000, out Message message, out Error error);
        Expect.Done(ended, error, "the end of a helper", file, line);
        Forget(process.Handle);
        SystemCall.TryClose(process.Handle, out _);
        return new ProcessEnd((int)message.First.Value, (EndReason)(message.Second.Value & 0xFF), (int)(message.Second.Value >> 8));
    }

    /// <summary>A helper's handle is somebody else's now.</summary>
    internal static void Forget(Handle process)
    {
        for (int i = 0; i < count; i++)
        {
            if (!Started[i].Equals(process))
                continue;
            Started[i] = Started[--count];
            return;
        }
    }

    /// <summary>Kills all that are left.</summary>
    internal static void EndAll()
    {
        while (count > 0)
            End(Started[--count]);
    }

    private static void End(Handle process)
    {
        SystemCall.TryKill(process, 0, out _);
        SystemCall.TryReceive(process, out _, out _);
        SystemCall.TryClose(process, out _);
    }
}
