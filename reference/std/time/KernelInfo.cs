using System.Runtime.InteropServices;
using System.Threading;

namespace Euralios.Std;

/// <summary>The page on which the kernel publishes the time to every process.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct KernelInfo
{
    /// <summary>Clocks of the interval timer's input a second.</summary>
    private const ulong ClocksPerSecond = 1_193_182;
    private const ulong MicrosecondsPerSecond = 1_000_000;

    private readonly ulong pitTicks;
    private readonly ulong lastTimeStamp;
    private readonly ulong timeStampsPerClock;

    /// <summary>Odd while the kernel writes, and another number after each writing.</summary>
    private readonly ulong sequence;

    internal KernelInfo(ulong pitTicks, ulong lastTimeStamp, ulong timeStampsPerClock)
    {
        this.pitTicks = pitTicks;
        this.lastTimeStamp = lastTimeStamp;
        this.timeStampsPerClock = timeStampsPerClock;
        sequence = 0;
    }

    /// <summary>The page's contents as they were at one moment.</summary>
    internal static KernelInfo Read(KernelInfo* page)
    {
        while (true)
        {
            ulong before = Volatile.Read(in page->sequence);
            var copy = new KernelInfo(
                Volatile.Read(in page->pitTicks), Volatile.Read(in page->lastTimeStamp), Volatile.Read(in page->timeStampsPerClock));
            if ((before & 1) == 0 && Volatile.Read(in page->sequence) == before)
                return copy;
        }
    }

    /// <summary>Microseconds since the boot at a time stamp after the last tick.</summary>
    internal ulong Microseconds(ulong timeStamp)
    {
        ulong clocks = pitTicks;

        // Zero until the kernel has measured it; and a tick may have been published after the time stamp was read.
        if (timeStampsPerClock != 0 && timeStamp > lastTimeStamp)
            clocks += (timeStamp - lastTimeStamp) / timeStampsPerClock;

        // Whole seconds apart, because the product would not fit after half a year.
        return (clocks / ClocksPerSecond * MicrosecondsPerSecond) + (clocks % ClocksPerSecond * MicrosecondsPerSecond / ClocksPerSecond);
    }
}
