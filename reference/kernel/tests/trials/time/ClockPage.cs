using System.Threading;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The page from which programs read the time.</summary>
internal static unsafe class ClockPage
{
    private const ulong Tick = Sleeping.Tick;

    internal static void NeverGoesBack()
    {
        // Two busy threads take turns by the tick; each reading of either is at least as late as the last one of both.
        ulong last = 0;
        int stopped = 0;
        int failures = 0;
        int readings = 0;
        for (int i = 0; i < 2; i++)
        {
            Sequence.Fork(() =>
            {
                while (Volatile.Read(ref stopped) == 0)
                {
                    // What others read before this reading began cannot be later than it.
                    ulong before = Volatile.Read(ref last);
                    ulong now = Clock.Microseconds;
                    if (now < before)
                        failures++;
                    if (now > Volatile.Read(ref last))
                        Volatile.Write(ref last, now);
                    readings++;
                }
            });
        }

        SystemCall.Sleep(30 * Tick);
        stopped = 1;
        Expect.Equal(failures, 0);
        Expect.True(readings > 10_000, $"{readings} readings");
    }

    internal static void AgreesWithSleep()
    {
        ulong start = Clock.Microseconds;
        SystemCall.Sleep(1); // to a tick
        ulong first = Clock.Microseconds;
        for (int i = 0; i < 100; i++)
            SystemCall.Sleep(1);
        ulong elapsed = Clock.Microseconds - first;
        Expect.True(elapsed is > 998_000 and < 1_002_000, $"100 ticks are {elapsed} us");
        Expect.True(first - start <= Tick + 100);
    }

    internal static void AgreesWithStatistics()
    {
        SystemStatistics statistics;
        for (int i = 0; i < 20; i++)
        {
            ulong before = Clock.Microseconds;
            Call.Done(SystemCallNumber.Statistics, (ulong)(&statistics), 64);
            ulong after = Clock.Microseconds;
            Expect.True(statistics.Microseconds >= before && statistics.Microseconds <= after, $"{before} {statistics.Microseconds} {after}");
            SystemCall.Sleep(7_000);
        }
    }

    internal static void IsReadOnly()
    {
        // It is even, because nobody writes now; and it is another after a tick.
        ulong* sequence = (ulong*)(Addresses.Information + 24);
        ulong before = *sequence;
        Expect.Equal(before & 1, 0ul);
        SystemCall.Sleep(1);
        Expect.True(Volatile.Read(ref *sequence) > before);
        *sequence = 1;
        Expect.Fail("the page could be written to");
    }
}
