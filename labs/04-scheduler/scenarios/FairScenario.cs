namespace Merriwig.Lab;

/// <summary>Threads that do nothing but compute: a seeded number of them, of which a few come later and a few leave.</summary>
internal static unsafe class FairScenario
{
    private const ulong Ticks = 160;

    private static RandomSource random;

    internal static void Run(RandomSource source)
    {
        random = source;
        Machine.Create(Ticks, &Live);
        for (uint threads = 4 + random.Below(5); threads > 0; threads--)
            Machine.Fork();
        Machine.Run();
    }

    private static void Live(int thread)
    {
        // The numbers of a thread are its own: who runs first must not decide them.
        RandomSource own = random.Fork((uint)thread);
        Calls.Compute(thread, 3 + own.Below(6));
        if (own.Below(2) == 0)
            Calls.Fork();
        if (own.Below(3) == 0)
            return;
        while (true)
            Calls.Compute(thread, 1000);
    }
}
