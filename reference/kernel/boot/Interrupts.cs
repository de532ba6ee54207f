using System.Runtime;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Syscalls;
using Merriwig.Tasks;

namespace Merriwig.Boot;

/// <summary>
/// Where every interrupt arrives. A program's exception is its own affair: memory that it gets on demand, or its end. The kernel's own is a panic.
/// Lines go to the clock or to the program that waits for them.
/// </summary>
internal static unsafe class Interrupts
{
    private const ulong PageFault = 14;

    [RuntimeExport("interrupt_dispatch")]
    private static InterruptFrame* Dispatch(InterruptFrame* frame) =>
        frame->Vector == PageFault
        && frame->ErrorCode == OnDemandMemory.FirstWrite // a program's: so there is one
        && OnDemandMemory.TryResolveFirstWrite(ref Dispatcher.RunningProcess->Space, Processor.ReadFaultAddress())
            ? frame
            : DispatchOther(frame);

    private static InterruptFrame* DispatchOther(InterruptFrame* frame)
    {
        // What may come in the middle of anything is nobody's fault but the machine's.
        bool fromProgram = (frame->Cs & 3) != 0 && !InterruptTable.IsMachines(frame->Vector);
        if (frame->Vector == PageFault && fromProgram
            && OnDemandMemory.TryResolve(ref Dispatcher.RunningProcess->Space, Processor.ReadFaultAddress(), frame->ErrorCode))
            return frame;
        if (frame->Vector == InterruptTable.KernelCall)
            Dispatcher.Wait(WaitKind.Work, 0);
        else if (frame->Vector is >= InterruptTable.FirstLine and < InterruptTable.KernelCall)
            Serve((int)frame->Vector - InterruptTable.FirstLine);
        else if (fromProgram)
            ProgramFault.End(frame);
        else
            Panic.Exception(frame);
        RendezvousTable.SettleReferences();
        return Dispatcher.Resume();
    }

    private static void Serve(int line)
    {
        if (!InterruptController.IsGenuine(line))
            return;
        if (line == IntervalTimer.Line)
        {
            Clock.Advance();
            Timeouts.Expire();
        }
        else
        {
            InterruptLines.Raise(line);
        }

        InterruptController.Acknowledge(line);
        Scheduler.Preempt(ref Dispatcher.Schedule);
    }
}
