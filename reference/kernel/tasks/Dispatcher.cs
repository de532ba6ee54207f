using System.Runtime.CompilerServices;
using Merriwig.Cpu;
using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Tasks;

/// <summary>
/// Makes true what the schedule says. Whoever is in the kernel changes the schedule as it likes; on the way out <see cref="Resume"/> gives the
/// processor to the current thread, and only then, if it is another one, anything is switched.
/// </summary>
internal static unsafe class Dispatcher
{
    private static Schedule schedule;
    private static Thread* running;
    private static int runningNumber;
    private static Process* runningProcess;
    private static bool portsAllowed;

    /// <summary>Who runs, and in which order the others will.</summary>
    internal static ref Schedule Schedule => ref schedule;

    /// <summary>The thread whose registers the entries saved: that which called, or was interrupted.</summary>
    internal static Thread* Running => running;

    /// <summary>Its number.</summary>
    internal static int RunningNumber => runningNumber;

    /// <summary>Its process; without meaning for a thread of the kernel's own.</summary>
    internal static Process* RunningProcess => runningProcess;

    /// <summary>Takes memory for the schedule.</summary>
    internal static bool TryInitialize()
    {
        ScheduleEntry* entries = (ScheduleEntry*)KernelTables.Allocate((ulong)(Threads.Capacity * sizeof(ScheduleEntry)));
        if (entries == null)
            return false;
        Tasks.Schedule.Create(out schedule, entries, Threads.Capacity);
        runningNumber = -1;
        return true;
    }

    /// <summary>The frame that goes on: the current thread's. Called last on the way out of the kernel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static InterruptFrame* Resume()
    {
        if (schedule.Current != runningNumber)
            Switch();
        return Thread.Frame(running);
    }

    private static void Switch()
    {
        // When the last ready thread ended, the idle thread got the processor; but what its end let others do may have made them ready since.
        if (schedule.Current == Tasks.Schedule.Idle)
            Scheduler.Preempt(ref schedule);
        Thread* next = Threads.At(schedule.Current);
        if (Trace.IsOn(Subsystem.Sched | Subsystem.Audit))
            Report(runningNumber < 0 ? 0 : running->Id, next->Id);
        running = next;
        runningNumber = schedule.Current;
        DescriptorTables.SaveContextsTo(Thread.ContextEnd(next));

        // The kernel's own threads need no lower half, so the last one stays.
        if (next->Process == 0)
            return;
        Process* process = Processes.At(next->Process);
        runningProcess = process;
        process->Space.Load();
        if (process->HasPorts == portsAllowed)
            return;
        portsAllowed = process->HasPorts;
        DescriptorTables.AllowPorts(portsAllowed);
    }

    private static void Report(ulong from, ulong to)
    {
        if (Trace.IsOn(Subsystem.Sched))
            Trace.Event("sched.switch").Number("from", from).Number("to", to).End();
        if (Trace.IsOn(Subsystem.Audit))
            EventDigest.Add(from, to, 0, 0, 0);
    }

    /// <summary>A thread's wait is over: it is ready, and runs next unless it is suspended.</summary>
    internal static void Wake(int number)
    {
        Thread* thread = Threads.At(number);
        thread->Wait = WaitKind.None;
        Deadlines.Cancel(number);
        if (thread->Suspended)
            thread->ReadyOnResume = true;
        else
            Scheduler.Wake(ref schedule, number);
    }

    /// <summary>The running thread waits.</summary>
    internal static void Wait(WaitKind kind, int awaited)
    {
        running->Wait = kind;
        running->Awaited = (ushort)awaited;
        Scheduler.Block(ref schedule);
    }

    /// <summary>The thread leaves the schedule for good, whatever it does.</summary>
    internal static void Remove(int number)
    {
        if (number == schedule.Current)
        {
            Scheduler.Exit(ref schedule);
            return;
        }

        if (schedule.Entries[number].State == ThreadState.Ready)
            Scheduler.Remove(ref schedule, number);
        schedule.Entries[number].State = ThreadState.Free;
    }
}
