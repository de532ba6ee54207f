using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>
/// Two processes hold values in the registers of SSE and x87 while each takes the processor from the other, tick by tick; one of them calls the kernel
/// all the while. The host counts the switches; the line for it is <c>sse.end first=PROCESS:kept second=PROCESS:kept</c>.
/// </summary>
internal static class Program
{
    // For each its rounds in one go, and how often: some ticks, at the largest icount shift, and 26,000 ticks in all.
    private const ulong QuietRounds = 20_000, CallingRounds = 700;
    private const ulong Repetitions = 2_800;

    private static int Main(string[] args)
    {
        if (args.Length > 0)
            return Keep(args[0] == "calls") ? 0 : 1;
        Programs.Open();
        Child first = Programs.Start(Programs.Own, new ProcessParameters().Arguments("quiet", "quiet"));
        Child second = Programs.Start(Programs.Own, new ProcessParameters().Arguments("calls", "calls"));
        string firstResult = Result(first);
        Console.WriteLine($"sse.end first={first.Process.Id}:{firstResult} second={second.Process.Id}:{Result(second)}");
        return 0;
    }

    private static string Result(in Child child) => child.Wait() is { Status: 0, Reason: EndReason.Killed } ? "kept" : "lost";

    private static bool Keep(bool calls)
    {
        for (ulong i = 0; i < Repetitions; i++)
        {
            ulong seed = (i * 1_000_003) + (calls ? 7u : 0);
            if (Trial.RegisterCanary(seed, calls ? CallingRounds : QuietRounds, calls ? 1u : 0) == 0)
                return false;
        }

        return true;
    }
}
