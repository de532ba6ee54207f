using System.Runtime.InteropServices;

namespace Euralios.Grader.Cli.Bench;

/// <summary>Processor seconds that this process and its ended children have used: on a busy machine the same as on an idle one, or nearly.</summary>
internal static class ProcessorClock
{
    private const int Self = 0, Children = -1;
    private const int Words = 18, UserSeconds = 0, UserMicroseconds = 1, SystemSeconds = 2, SystemMicroseconds = 3;

    public static double Seconds() => Used(Self) + Used(Children);

    private static double Used(int who)
    {
        // struct rusage of 64-bit systems: two times of two words each, then fourteen counters.
        var usage = new long[Words];
        _ = GetUsage(who, usage);
        return usage[UserSeconds] + usage[SystemSeconds] + ((usage[UserMicroseconds] + usage[SystemMicroseconds]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
