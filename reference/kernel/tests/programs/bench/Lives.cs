using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>exec, exit and wait: a whole process, with its memory given back.</summary>
internal static class Lives
{
    private const ulong Rounds = 50;

    /// <summary>mov eax, 1; xor edi, edi; syscall.</summary>
    private static ReadOnlySpan<byte> ExitThread => [0xB8, 1, 0, 0, 0, 0x31, 0xFF, 0x0F, 0x05];

    internal static void Run()
    {
        Measure(TinyProgram.Make(ExitThread), "life-tiny");
        ReadOnlySpan<byte> nothing = Programs.Find("nothing"u8);
        Measure(nothing, "life-nothing");
        Program.Report("size-nothing", (ulong)nothing.Length, 1);
    }

    private static void Measure(ReadOnlySpan<byte> image, string name)
    {
        ulong whole = 0;
        ulong exec = 0;
        for (ulong i = 0; i <= Rounds; i++)
        {
            Expect.Done(SystemCall.TryNewRendezvous(out Handle input, out Handle otherInput, out Error error), error);
            Expect.Done(SystemCall.TryNewRendezvous(out Handle output, out Handle otherOutput, out error), error);
            ulong start = Clock.TimeStamp;
            Expect.Done(SystemCall.TryExec(image, input, output, default, ExecFlags.ReturnHandle, out _, out Handle process, out error), error);
            ulong started = Clock.TimeStamp;
            Expect.Done(SystemCall.TryWait(process, SystemCall.Forever, out ProcessEnd end, out error), error);
            if (i > 0)
            {
                whole += Clock.TimeStamp - start;
                exec += started - start;
            }

            Expect.Equal((ulong)end.Status, 0);
            SystemCall.TryClose(process, out _);
            SystemCall.TryClose(otherInput, out _);
            SystemCall.TryClose(otherOutput, out _);
        }

        Program.Report(name, whole, Rounds);
        Program.Report(name + "-exec", exec, Rounds);
    }
}
