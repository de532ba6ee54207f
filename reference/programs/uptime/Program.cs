using System;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Says how long the system has been running: <c>uptime</c></summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "uptime\nSays how long the system has been running, and how much runs.", "", "", out Options options))
            return options.Status;
        if (!SystemCall.TryGetStatistics(out SystemStatistics system, default, out Error error))
            return Failure.Report(error.Text());
        Console.WriteLine($"up {Calendar.Duration(system.Microseconds / 1_000_000)}, {system.Processes} processes, {system.Threads} threads");
        return 0;
    }
}
