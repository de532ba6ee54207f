using System.Threading;
using Euralios.Std;
using Merriwig.Tests;
using Thread = Euralios.Std.Thread;

/// <summary>
/// What a tick takes from the program that it interrupts: a thread reads the time stamp counter again and again, and a tick is where more passed
/// between two readings than the loop takes. Where two threads do so in turn, a tick is also a switch from one to the other.
/// </summary>
internal static class Ticks
{
    private const long Loop = 100; // more than a reading takes, and less than a tick
    private const int Count = 10;

    private static ulong last;
    private static int done;

    internal static void Run()
    {
        Program.Report("tick", Watch(Count), 1);
        Expect.Done(Thread.TryStart(static () => Watch(int.MaxValue), out _, out Error error), error);
        SystemCall.Yield();
        Program.Report("tick-and-switch", Watch(Count), 1);
        Volatile.Write(ref done, 1);
    }

    /// <summary>Follows some ticks: what the cheapest of them took. Others may have come between a reading and its publication.</summary>
    private static ulong Watch(int count)
    {
        ulong usual = ulong.MaxValue;
        ulong least = ulong.MaxValue;
        Volatile.Write(ref last, Clock.TimeStamp);
        for (int seen = 0; seen < count && Volatile.Read(ref done) == 0;)
        {
            ulong before = Volatile.Read(ref last);
            ulong now = Clock.TimeStamp;
            Volatile.Write(ref last, now);
            long passed = (long)(now - before);
            if (passed > Loop)
            {
                least = System.Math.Min(least, (ulong)passed);
                seen++;
            }
            else if (passed > 0)
            {
                usual = System.Math.Min(usual, (ulong)passed);
            }
        }

        return least - usual;
    }
}
