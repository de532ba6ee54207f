using System.Runtime.InteropServices;
using System.Threading;

namespace Euralios.Std;

/// <summary>The page on which the kernel publishes the time to every process.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct KernelInfo
{
    /// <summary>Clocks of the interval timer's input a second.</summary>
    private const ulong ClocksPerSecond = 1_193_182;
    private const ulong MicrosecondsPerSecond = 1_000_000;

    private ulong pitTicks;
    private ulong lastTimeStamp;
    private ulong timeStampsPerClock;

    /// <summary>Odd while the kernel writes, and another number after each writing.</summary>
    private ulong sequence;

    internal KernelInfo(ulong pitTicks, ulong lastTimeStamp, ulong timeStampsPerClock)
    {
        this.pitTicks = pitTicks;
        this.lastTimeStamp = lastTimeStamp;
        this.timeStampsPerClock = timeStampsPerClock;
    }

    /// <summary>The page's contents as they were at one moment.</summary>
    internal static KernelInfo Read(KernelInfo* page)
    {
        while (true)
        {
            ulong before = Volatile.Read(ref page->sequence);
            var copy = new KernelInfo(
                Volatile.Read(ref page->pitTicks), Volatile.Read(ref page->lastTimeStamp), Volatile.Read(ref page->timeStampsPerClock));
            if ((before & 1) == 0 && Volatile.Read(ref page->sequence) == before)
                return copy;
        }
    }

    /// <summary>Microseconds since the boot at a time stamp after the last tick.</summary>
    internal readonly ulong Microseconds(ulong timeStamp)
    {
        ulong clocks = pitTicks;

        // Zero until the kernel has measured it; and a tick may have been published after the time stamp was read.
        if (timeStampsPerClock != 0 && timeStamp > lastTimeStamp)
            clocks += (timeStamp - lastTimeStamp) / timeStampsPerClock;

        // Whole seconds apart, because the product would not fit after half a year.
        return (clocks / ClocksPerSecond * MicrosecondsPerSecond) + (clocks % ClocksPerSecond * MicrosecondsPerSecond / ClocksPerSecond);
    }
}
