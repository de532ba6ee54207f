using System.Threading;
using Euralios.Std;
using Thread = Euralios.Std.Thread;

/// <summary>Several threads that allocate, beside one that computes and never does: it must not hold a collection up.</summary>
internal static class Threads
{
    private const int Count = 6;

    private static readonly int[] Results = new int[Count];
    private static int stop;
    private static long computed;

    /// <summary>Each thread allocates so many MiB, or so.</summary>
    internal static int Run(int mebibytes)
    {
        Thread.TryStart(Compute, out _, out _);
        for (int i = 0; i < Count; i++)
        {
            int seed = i;
            Thread.TryStart(() => Work(seed, mebibytes), out _, out _);
        }

        int wrong = 0;
        for (int i = 0; i < Count; i++)
        {
            while (Volatile.Read(ref Results[i]) == 0)
                SystemCall.Sleep(10_000);
            wrong += Results[i] - 1;
        }

        stop = 1;
        return wrong + (computed > 0 ? 0 : 1);
    }

    private static void Compute()
    {
        while (Volatile.Read(ref stop) == 0)
            computed++;
    }

    private static void Work(int seed, int mebibytes)
    {
        int bad = 0;
        long left = (long)mebibytes * 1024 * 1024;
        Graphs.Node? list = null;
        for (int i = 0; left > 0; i++)
        {
            list = new Graphs.Node(seed + i) { Next = list };
            left -= 32;
            if (i % 1000 != 999)
                continue;
            int expected = seed + i;
            for (; list is not null; list = list.Next)
                bad += list.Value == expected-- ? 0 : 1;
        }

        Volatile.Write(ref Results[seed], 1 + bad);
    }
}
