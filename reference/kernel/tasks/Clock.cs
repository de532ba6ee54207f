using System.Runtime.InteropServices;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Memory;

namespace Merriwig.Tasks;

/// <summary>
/// Time since boot, in clocks of the interval timer (1,193,182 a second), told by the time stamp counter. The kernel publishes it in a page that
/// every program can read, so that a program knows the time without a system call.
/// </summary>
/// <remarks>
/// A reader adds the clocks since <see cref="Page.LastTimeStamp"/>. The kernel moves the two numbers forward by that same rule, so time
/// never goes back, no tick can be lost, and the only error is the calibration's.
/// </remarks>
internal static unsafe class Clock
{
    private static Page* page;
    private static ulong dateAtBoot;

    /// <summary>The physical address of the page.</summary>
    internal static ulong PageFrame { get; private set; }

    /// <summary>Clocks from boot to the last <see cref="Advance"/>.</summary>
    internal static ulong Clocks => page->Clocks;

    /// <summary>Makes the page.</summary>
    /// <param name="timeStampsPerClock">The time stamp counter's rate: counts in a clock of the interval timer, at least 1.</param>
    /// <returns>False when there is no memory.</returns>
    internal static bool TryInitialize(ulong timeStampsPerClock)
    {
        if (!Frames.TryAllocateZeroed(out ulong frame))
            return false;
        PageFrame = frame;
        page = (Page*)PhysicalWindow.At(frame);
        page->LastTimeStamp = Processor.ReadTimeStamp();
        page->TimeStampsPerClock = timeStampsPerClock;

        // Once: the chip may keep a reader waiting for two thousandths of a second, and a system call must not.
        dateAtBoot = CmosClock.ReadUnixSeconds();
        return true;
    }

    /// <summary>Publishes the time: at every tick, and before the kernel needs to know it.</summary>
    internal static void Advance()
    {
        // A program may have been interrupted between two of its reads: it sees that the number changed. An odd number cannot be seen, because the
        // kernel is not interrupted, but the protocol does not depend on that.
        page->Sequence++;
        ulong clocks = (Processor.ReadTimeStamp() - page->LastTimeStamp) / page->TimeStampsPerClock;
        page->Clocks += clocks;
        page->LastTimeStamp += clocks * page->TimeStampsPerClock;
        page->Sequence++;
    }

    /// <summary>Microseconds since boot, to the microsecond and without an overflow in the next 500,000 years.</summary>
    internal static ulong Microseconds()
    {
        Advance();
        ulong seconds = page->Clocks / IntervalTimer.InputClock;
        ulong rest = page->Clocks % IntervalTimer.InputClock;
        return (seconds * 1_000_000) + (rest * 1_000_000 / IntervalTimer.InputClock);
    }

    /// <summary>Seconds since the beginning of 1970 by the machine's clock; 0 when it has none that is right.</summary>
    internal static ulong Date() => dateAtBoot == 0 ? 0 : dateAtBoot + (Microseconds() / 1_000_000);

    /// <summary>The moment some microseconds from now; the end of time where they are too many.</summary>
    internal static ulong After(ulong microseconds)
    {
        Advance();
        ulong seconds = microseconds / 1_000_000;
        if (seconds > ulong.MaxValue / IntervalTimer.InputClock / 2)
            return ulong.MaxValue;
        ulong rest = ((microseconds % 1_000_000 * IntervalTimer.InputClock) + 999_999) / 1_000_000;
        return page->Clocks + (seconds * IntervalTimer.InputClock) + rest;
    }

    /// <summary>The page's layout: part of the system's interface.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Page
    {
        internal ulong Clocks;
        internal ulong LastTimeStamp;
        internal ulong TimeStampsPerClock;
        internal ulong Sequence;
    }
}
