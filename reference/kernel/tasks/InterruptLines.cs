using Merriwig.Abi;
using Merriwig.Devices;
using Merriwig.Tracing;

namespace Merriwig.Tasks;

/// <summary>
/// Interrupt lines that programs serve. A line that fired is masked until the program waits for it again, so a device cannot interrupt faster
/// than its driver works, and an interrupt that comes before the driver waits is not lost.
/// </summary>
internal static unsafe class InterruptLines
{
    /// <summary>Lines of the two 8259s.</summary>
    internal const int Count = 16;

    /// <summary>Lines that programs can be given: all but the tick's and the one by which the second chip is connected.</summary>
    internal const ushort ForPrograms = 0xFFFF & ~((1 << IntervalTimer.Line) | (1 << 2));

    private static Waiters waiting;
    private static ushort fired;

    /// <summary>A line that programs serve fired, and was acknowledged.</summary>
    internal static void Raise(int line)
    {
        InterruptController.Mask(line);
        ushort waiter = waiting.Thread[line];
        if (Trace.IsOn(Subsystem.Cpu))
            Trace.Event("cpu.interrupt").Number("line", (ulong)line).Number("thread", waiter == 0 ? 0 : Threads.At(waiter)->Id).End();
        if (waiter == 0)
        {
            fired |= (ushort)(1 << line);
            return;
        }

        waiting.Thread[line] = 0;
        Thread.Frame(Threads.At(waiter))->Rax = 0;
        Dispatcher.Wake(waiter);
    }

    /// <summary>The running thread waits for a line, unless it has fired since the last time.</summary>
    internal static ErrorCode Await(int line)
    {
        if (waiting.Thread[line] != 0)
            return ErrorCode.ReceiveBlocking;
        if ((fired & (1 << line)) != 0)
        {
            fired &= (ushort)~(1 << line);
            return ErrorCode.None;
        }

        waiting.Thread[line] = (ushort)Dispatcher.RunningNumber;
        Dispatcher.Wait(WaitKind.Interrupt, line);
        InterruptController.Unmask(line);
        return ErrorCode.None;
    }

    /// <summary>The thread that waits for a line; 0 for none.</summary>
    internal static int WaiterFor(int line) => waiting.Thread[line];

    /// <summary>A thread that waits for a line is no more.</summary>
    internal static void Forget(int line)
    {
        waiting.Thread[line] = 0;
        InterruptController.Mask(line);
    }

    private struct Waiters
    {
        internal fixed ushort Thread[Count];
    }
}
