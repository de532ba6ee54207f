using System.Runtime;
using Merriwig.Cpu;
using Merriwig.Devices;

namespace Merriwig.Boot;

/// <summary>Where every interrupt arrives: exceptions are the kernel's own faults, lines go to their devices.</summary>
internal static unsafe class Interrupts
{
    private const ulong Breakpoint = 3;

    /// <summary>Ticks of the interval timer since it was started.</summary>
    internal static ulong Ticks { get; private set; }

    [RuntimeExport("interrupt_dispatch")]
    private static void Dispatch(InterruptFrame* frame)
    {
        if (frame->Vector >= InterruptTable.FirstLine)
            Serve((int)frame->Vector - InterruptTable.FirstLine);
        else if (frame->Vector == Breakpoint)
            Console.WriteLine($"EXCEPTION: BREAKPOINT at {frame->Rip:x16}");
        else
            Panic.Exception(frame);
    }

    private static void Serve(int line)
    {
        if (!InterruptController.IsGenuine(line))
            return;
        if (line == IntervalTimer.Line)
            Ticks++;
        InterruptController.Acknowledge(line);
    }
}
