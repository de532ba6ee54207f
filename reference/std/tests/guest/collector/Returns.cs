using System;
using Euralios.Std;

/// <summary>Memory that is not needed any more goes back to the system.</summary>
internal static class Returns
{
    private const int Blocks = 400;

    internal static int Run()
    {
        ulong before = Available();
        ulong during = Fill();
        GC.Collect();
        ulong after = Available();
        Console.WriteLine($"[collector] frames taken: {before - during}, still taken after the collection: {before - after}");
        return (before - during > 10_000 ? 0 : 1) + (before - after < 1_000 ? 0 : 1);
    }

    /// <summary>40 MiB, alive until this returns.</summary>
    private static ulong Fill()
    {
        byte[][] all = new byte[Blocks][];
        for (int i = 0; i < Blocks; i++)
        {
            all[i] = new byte[100 * 1024];
            all[i].AsSpan().Fill(1);
        }

        ulong available = Available();
        GC.KeepAlive(all);
        return available;
    }

    private static ulong Available()
    {
        SystemCall.TryGetStatistics(out SystemStatistics statistics, default, out _);
        return statistics.FramesAvailable;
    }
}
