using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Inspect;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// A small kernel around the scheduler: threads in ring 0 that the interval timer interrupts wherever they are. It knows who asks for what,
/// and leaves every decision about the processor to the schedule. Each step is an event.
/// </summary>
/// <remarks>
/// Behaviour depends on ticks and decisions alone, and not on how many instructions a scheduler takes: a thread makes one call and then
/// computes until the next tick, so a tick never comes between two calls that it could come after as well.
/// </remarks>
internal static unsafe class Machine
{
    /// <summary>The most threads, the idle one included.</summary>
    internal const int Threads = 16;

    private static ScheduleStorage storage;
    private static Schedule schedule;
    private static ThreadTable table;
    private static int running;
    private static ulong now;
    private static ulong end;
    private static ulong inspectEvery;
    private static delegate*<int, void> body;
    private static delegate*<void> device;

    /// <summary>The number of ticks that came while a thread ran.</summary>
    internal static ulong TicksOf(int thread) => table.Ticks[thread];

    /// <summary>Sets the machine up with the idle thread alone.</summary>
    /// <param name="ticks">How many ticks it runs.</param>
    /// <param name="threadBody">What every thread runs, with its number; a thread that comes back from it ends.</param>
    internal static void Create(ulong ticks, delegate*<int, void> threadBody)
    {
        fixed (ScheduleStorage* memory = &storage)
            Schedule.Create(out schedule, (ScheduleEntry*)memory->Words, Threads);
        end = ticks;
        body = threadBody;
        table.Alive[Schedule.Idle] = true;
        Contexts.Prepare(Schedule.Idle, &Idle);
    }

    /// <summary>Has the host read the schedule after every so many ticks.</summary>
    internal static void Inspect(ulong everyTicks)
    {
        inspectEvery = everyTicks;
        ScheduleInspection.Publish(ref schedule);
    }

    /// <summary>What happens at every tick before the thread that runs is pre-empted.</summary>
    internal static void AtEveryTick(delegate*<void> happens) => device = happens;

    /// <summary>Lets the machine run; it ends with the last tick.</summary>
    internal static void Run()
    {
        Trace.Event("sched.begin").Number("threads", Threads).Number("ticks", end).End();
        LabFaults.Interrupted = &Interrupted;
        InterruptController.Initialize(InterruptTable.FirstLine);
        LocalInterruptController.PassLegacyInterrupts(PhysicalWindow.At(LocalInterruptController.Registers));
        IntervalTimer.Start();
        InterruptController.Unmask(IntervalTimer.Line);
        DescriptorTables.SaveContextsTo(Contexts.End(Schedule.Idle));
        ContextFrames.Resume(Contexts.Frame(Schedule.Idle));
    }

    /// <summary>A new thread at the back of the queue, unless there is no room.</summary>
    internal static void Fork() => Add("sched.fork", &Scheduler.AddLast);

    /// <summary>A new thread at the front of the queue, unless there is no room.</summary>
    internal static void Start() => Add("sched.start", &Scheduler.AddFirst);

    /// <summary>The device's interrupt is what a thread waits for.</summary>
    internal static void InterruptFor(int thread) => Report(Trace.Event("sched.interrupt"), thread);

    /// <summary>Every interrupt but the exceptions arrives here, on the kernel's stack and with interrupts off.</summary>
    private static InterruptFrame* Interrupted(InterruptFrame* frame)
    {
        if (frame->Vector == InterruptTable.KernelCall)
        {
            Serve((Call)frame->Rdi, frame->Rsi);
            return Resume();
        }

        int line = (int)frame->Vector - InterruptTable.FirstLine;
        if (!InterruptController.IsGenuine(line))
            return frame;
        InterruptController.Acknowledge(line);
        Tick();
        InterruptFrame* next = Resume();
        AfterTick();
        return next;
    }

    private static void Tick()
    {
        now++;
        table.Ticks[running]++;
        Trace.Event("sched.tick").Number("at", now).Number("thread", (ulong)running).End();
        for (int thread = 0; thread < Threads; thread++)
        {
            if (table.WakeAt[thread] == now)
                Report(Trace.Event("sched.alarm"), thread);
        }

        if (device != null)
            device();
        Scheduler.Preempt(ref schedule);
    }

    private static void AfterTick()
    {
        if (inspectEvery != 0 && now % inspectEvery == 0)
        {
            Trace.Event("sched.inspect").Number("at", now).End();
            Checkpoint.Inspect("sched"u8, now);
        }

        if (now < end)
            return;
        Trace.Event("sched.end").Number("at", now).End();
        while (true)
            Checkpoint.End(0);
    }

    private static void Serve(Call call, ulong argument)
    {
        switch (call)
        {
            case Call.Yield:
                Trace.Event("sched.yield").Number("thread", (ulong)running).End();
                Scheduler.Preempt(ref schedule);
                break;
            case Call.GiveWay:
                Trace.Event("sched.give-way").Number("thread", (ulong)running).End();
                Scheduler.GiveWay(ref schedule);
                break;
            case Call.Block:
                Trace.Event("sched.block").Number("thread", (ulong)running).End();
                Scheduler.Block(ref schedule);
                break;
            case Call.Sleep:
                Trace.Event("sched.sleep").Number("thread", (ulong)running).Number("until", now + argument).End();
                table.WakeAt[running] = now + argument;
                Scheduler.Block(ref schedule);
                break;
            case Call.Wake:
                Report(Trace.Event("sched.wake").Number("thread", (ulong)running), (int)argument);
                break;
            case Call.Fork:
                Fork();
                break;
            case Call.Start:
                Start();
                break;
            case Call.Suspend:
                Suspend((int)argument);
                break;
            case Call.Exit:
                Trace.Event("sched.exit").Number("thread", (ulong)running).End();
                table.Alive[running] = false;
                Scheduler.Exit(ref schedule);
                break;
        }
    }

    /// <summary>Wakes a thread, and ends the event with what came of it.</summary>
    private static void Report(TraceEvent begun, int thread)
    {
        bool woken = Scheduler.Wake(ref schedule, thread);
        if (woken)
            table.WakeAt[thread] = 0;
        begun.Number("target", (ulong)thread).Word("woken", woken ? "yes" : "no").End();
    }

    private static void Suspend(int thread)
    {
        if (thread == Schedule.Idle || schedule.Entries[thread].State != ThreadState.Ready)
            return;
        Trace.Event("sched.suspend").Number("thread", (ulong)running).Number("target", (ulong)thread).End();
        Scheduler.Remove(ref schedule, thread);
    }

    private static void Add(string name, delegate*<ref Schedule, int, void> place)
    {
        int thread = 1;
        while (thread < Threads && table.Alive[thread])
            thread++;
        if (thread == Threads)
            return;
        table.Alive[thread] = true;
        table.Known[thread] = true;
        table.WakeAt[thread] = 0;
        Contexts.Prepare(thread, &Begin);
        Trace.Event(name).Number("thread", (ulong)running).Number("child", (ulong)thread).End();
        place(ref schedule, thread);
    }

    /// <summary>Makes true what the schedule says.</summary>
    private static InterruptFrame* Resume()
    {
        int next = schedule.Current;
        if (next != running)
        {
            if (next is < 0 or >= Threads || !(table.Known[next] || next == Schedule.Idle))
                Lose(next);
            Trace.Event("sched.switch").Number("from", (ulong)running).Number("to", (ulong)next).End();
            running = next;
            DescriptorTables.SaveContextsTo(Contexts.End(next));
        }

        return Contexts.Frame(next);
    }

    /// <summary>The schedule gives the processor to a thread that there never was: nothing can go on.</summary>
    private static void Lose(int thread)
    {
        Trace.Event("sched.lost").Number("to", (ulong)thread).End();
        while (true)
            Checkpoint.End(1);
    }

    private static void Begin(int thread)
    {
        body(thread);
        while (true)
        {
            Calls.Exit();

            // Here only a scheduler comes that lets a thread go on that has ended.
            Calls.Compute(thread, 1);
        }
    }

    private static void Idle(int thread)
    {
        while (true)
            Processor.WaitForInterrupt();
    }

    private struct ScheduleStorage
    {
        internal fixed ushort Words[Threads * 3];
    }

    private struct ThreadTable
    {
        /// <summary>Ticks that came while the thread ran.</summary>
        internal fixed ulong Ticks[Threads];

        /// <summary>The tick that ends its sleep; 0 for none.</summary>
        internal fixed ulong WakeAt[Threads];

        /// <summary>It exists and has not ended.</summary>
        internal fixed bool Alive[Threads];

        /// <summary>It existed at some time, so its registers mean something.</summary>
        internal fixed bool Known[Threads];
    }
}
