using System;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Says how much memory there is: <c>free [-km]</c></summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "free [-km]\nSays how much memory there is, and what else is in use; -k: in KiB, -m: in MiB.", "km", "", out Options options))
            return options.Status;
        if (!SystemCall.TryGetStatistics(out SystemStatistics system, default, out Error error))
            return Failure.Report(error.Text());
        bool isMebibytes = options.Has('m');
        ulong unit = isMebibytes ? 1ul << 20 : 1ul << 10;
        ulong total = system.Frames * SystemCall.PageSize / unit;
        ulong available = system.FramesAvailable * SystemCall.PageSize / unit;
        Console.WriteLine("             total       used       free");
        Console.WriteLine($"{(isMebibytes ? "MiB" : "KiB")}     {total,10} {total - available,10} {available,10}");
        Console.WriteLine($"{system.Processes} processes, {system.Threads} threads, {system.Handles} handles, {system.Rendezvous} rendezvous");
        return 0;
    }
}
