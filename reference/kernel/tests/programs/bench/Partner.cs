using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>What this program is when another one measures with it.</summary>
internal static unsafe class Partner
{
    private const ulong LongTime = 3600ul * 1_000_000;

    /// <summary>The kinds of waits of <see cref="Wait"/>.</summary>
    internal const int Waits = 7;

    internal static int Run(string[] args)
    {
        switch (args[0])
        {
            case "echo":
                Measure.Echo(Handle.StandardInput.Number);
                return 0;
            case "wait":
                Wait(args[1][0] - '0');
                return 0;
            case "crowded":
                Crowd();
                return 0;
            default:
                return 1;
        }
    }

    /// <summary>Waits until it is killed, in one of the ways that there are.</summary>
    private static void Wait(int way)
    {
        Message message = new(256);
        switch (way)
        {
            case 0:
                SystemCall.Sleep(LongTime);
                break;
            case 1:
                SystemCall.TryReceive(Handle.StandardInput, out _, out _);
                break;
            case 2:
                SystemCall.TrySend(Handle.StandardInput, ref message, out _);
                break;
            case 3:
                SystemCall.TrySendReceive(Handle.StandardInput, ref message, out _, out _);
                break;
            case 4:
                SystemCall.TryReceiveAny([Handle.StandardInput, Handle.StandardOutput], LongTime, out _, out _, out _);
                break;
            case 5:
                SystemCall.TryReceive(Handle.StandardInput, LongTime, out _, out _);
                break;
            case 6:
                SystemCall.TryAwaitInterrupt(4, out _);
                break;
        }
    }

    /// <summary>As many threads and handles as a process can have; says so, and waits.</summary>
    private static void Crowd()
    {
        while (Thread.TryStart(static () => SystemCall.Sleep(LongTime), out _, out _))
        {
        }

        while (SystemCall.TryCopy(Handle.StandardInput, out _, out _))
        {
        }

        var message = new Message(256);
        SystemCall.TrySend(Handle.StandardOutput, ref message, out _);
        SystemCall.Sleep(LongTime);
    }
}
