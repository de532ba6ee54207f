using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>
/// What the kernel costs, in guest instructions: run under <c>-icount shift=0</c>, where the time stamp counter counts them. As the first
/// process it measures; with an argument it is a partner of the one that does.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length > 0)
            return Partner.Run(args);
        Programs.Open();
        SmallCalls.Run();
        Messages.Run();
        Memory.Run();
        Lives.Run();
        Ticks.Run();
        Longest.Run();
        Console.WriteLine("bench.end");
        return 0;
    }

    /// <summary>Reports a figure: how many instructions something took as often as it was done.</summary>
    internal static void Report(string name, ulong instructions, ulong count) =>
        Console.WriteLine($"bench.measure name={name} instructions={instructions} count={count}");
}
