using Euralios.Std;
using Merriwig.Tests;

/// <summary>
/// What a tick takes from the program that it interrupts: a thread reads the time stamp counter again and again, and a tick is where more passed
/// between two readings than the loop takes.
/// </summary>
internal static class Ticks
{
    private const ulong Loop = 100; // more than a reading takes, and less than a tick
    private const int Count = 10;

    private static ulong last;
    private static ulong usual;
    private static ulong sum;
    private static int seen;

    internal static void Run()
    {
        Program.Report("tick", Watch(), Count);
        Expect.Done(Thread.TryStart(static () => Watch(), out _, out Error error), error);
        SystemCall.Yield();
        Program.Report("tick-and-switch", Watch(), Count);
    }

    /// <summary>Follows some ticks, whichever of the threads that do so has the processor.</summary>
    private static ulong Watch()
    {
        sum = 0;
        seen = 0;
        usual = ulong.MaxValue;
        last = Clock.TimeStamp;
        while (seen < Count)
        {
            ulong now = Clock.TimeStamp;
            ulong passed = now - last;
            last = now;
            if (passed < usual)
                usual = passed;
            if (passed > Loop && seen < Count)
            {
                sum += passed - usual;
                seen++;
            }
        }

        return sum;
    }
}
