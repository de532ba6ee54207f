using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The call <c>sleep</c>.</summary>
internal static class Sleeping
{
    /// <summary>Microseconds of a tick.</summary>
    internal const ulong Tick = 10_000;

    internal static void Lasts()
    {
        // At least as long as was said, and at most a tick and a little longer.
        foreach (ulong microseconds in (ulong[])[1, 100, Tick - 1, Tick, Tick + 1, 25_000, 100_000, 1_234_567])
        {
            ulong start = Clock.Microseconds;
            Call.Done(SystemCallNumber.Sleep, microseconds);
            ulong elapsed = Clock.Microseconds - start;
            Expect.True(elapsed >= microseconds && elapsed <= microseconds + Tick + 200, $"{microseconds} us lasted {elapsed}");
        }
    }

    internal static void OfNothingYields()
    {
        Sequence.Start();
        Sequence.Fork('A');
        ulong start = Clock.Microseconds;
        Call.Done(SystemCallNumber.Sleep, 0);
        Sequence.Note('M');
        Sequence.Expect("AM");
        Expect.True(Clock.Microseconds - start < Tick / 2);
    }

    internal static void ForEver()
    {
        // Times that overflow when they are added or multiplied are the end of time.
        foreach (ulong microseconds in (ulong[])[ulong.MaxValue, ulong.MaxValue - 1, 1ul << 63, ulong.MaxValue / 1_193_182, (ulong.MaxValue / 1_193_182) + 1, 1ul << 44])
        {
            Actor sleeper = Actor.InThisProcess();
            sleeper.Begin(SystemCallNumber.Sleep, microseconds);
            SystemCall.Sleep(3 * Tick);
            Expect.True(sleeper.IsWaiting);
        }
    }

    internal static void WakesInOrder()
    {
        // Started in another order than they wake, each in a tick of its own.
        Sequence.Start();
        foreach (int number in (int[])[5, 2, 7, 1, 4, 6, 3])
        {
            Sequence.Fork(() =>
            {
                SystemCall.Sleep((ulong)number * 2 * Tick);
                Sequence.Note((char)('0' + number));
            });
        }

        SystemCall.Sleep(20 * Tick);
        Sequence.Expect("1234567");
    }

    internal static void InGreatNumber()
    {
        // 300 at once, in an order that mixes them: all wake, and none early.
        const int count = 300;
        ulong[] started = new ulong[count];
        ulong[] woken = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            int number = i;
            ulong microseconds = LengthOf(number);
            Sequence.Fork(() =>
            {
                started[number] = Clock.Microseconds;
                SystemCall.Sleep(microseconds);
                woken[number] = Clock.Microseconds;
            });
        }

        SystemCall.Sleep(100 * Tick);
        for (int i = 0; i < count; i++)
        {
            ulong elapsed = woken[i] - started[i];
            Expect.True(woken[i] != 0 && elapsed >= LengthOf(i) && elapsed < LengthOf(i) + (3 * Tick), $"sleeper {i} woke after {elapsed} us");
        }
    }

    private static ulong LengthOf(int number) => Tick + ((ulong)(number * 7919 % 300) * 1_500);
}
