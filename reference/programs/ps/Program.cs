using System;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Lists the processes: <c>ps</c></summary>
internal static class Program
{
    private const int MostProcesses = 256;
    private const int KibibytesOfFrame = SystemCall.PageSize / 1024;

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "ps\nLists the processes, with their memory in KiB.", "aefux", "", out Options options))
            return options.Status;
        var records = new ProcessStatistics[MostProcesses];
        if (!SystemCall.TryGetStatistics(out SystemStatistics system, records, out Error error))
            return Failure.Report(error.Text());
        Console.WriteLine("  PID PARENT STATE   THREADS  MEMORY NAME");
        for (int i = 0; i < (int)system.Records; i++)
        {
            ProcessStatistics process = records[i];
            string name = NameOf(process);
            ulong memory = process.Frames * KibibytesOfFrame;
            Console.WriteLine($"{process.Process,5} {process.Parent,6} {StateOf(process.State),-7} {process.Threads,7} {memory,7} {name}");
        }

        return 0;
    }

    private static string StateOf(ProcessState state) => state switch
    {
        ProcessState.Runnable => "ready",
        ProcessState.Blocked => "waits",
        ProcessState.Suspended => "stopped",
        ProcessState.Ending => "ends",
        _ => "?",
    };

    private static string NameOf(ProcessStatistics process)
    {
        ReadOnlySpan<byte> name = process.Name;
        int end = name.IndexOf((byte)0);
        return Text.FromUtf8(end < 0 ? name : name.Slice(0, end));
    }
}
