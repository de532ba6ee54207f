using Merriwig.Abi;
using Merriwig.Ipc;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>Ends waits whose time is up.</summary>
internal static unsafe class Timeouts
{
    /// <summary>Called at every tick, after the clock moved on.</summary>
    internal static void Expire()
    {
        while (Deadlines.TryGetDue(Clock.Clocks, out int number))
        {
            Thread* thread = Threads.At(number);
            if (Trace.IsOn(Subsystem.Sched))
                Trace.Event("sched.expired").Number("thread", thread->Id).Word("wait", thread->Wait == WaitKind.Sleep ? "sleep" : "message").End();
            Thread.Frame(thread)->Rax = thread->Wait == WaitKind.Sleep ? 0 : (ulong)ErrorCode.TimedOut;
            Delivery.Withdraw(number, except: 0);
            Dispatcher.Wake(number);
        }
    }
}
