using System;
using System.Runtime.CompilerServices;
using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>Schedules to try a scheduler on. They are put together entry by entry, so a case of one task does not stand on another task.</summary>
internal static unsafe class TestSchedule
{
    /// <summary>The most threads of a schedule.</summary>
    internal const int MostThreads = 1024;

    private const int Idle = Schedule.Idle;

    private static Storage storage;
    private static Storage copy;

    /// <summary>A schedule in which one thread runs and others stand in the queue. The rest is <see cref="ThreadState.Free"/>.</summary>
    internal static void Arrange(out Schedule schedule, int threads, int current, ref Row ready)
    {
        fixed (Storage* memory = &storage)
            Schedule.Create(out schedule, (ScheduleEntry*)memory->Words, threads);
        Span<ScheduleEntry> entries = schedule.Entries;
        entries[Idle].State = ThreadState.Ready;
        int before = Idle;
        for (int i = 0; i <= ready.Count; i++)
        {
            int thread = i < ready.Count ? ready[i] : Idle;
            entries[thread].State = ThreadState.Ready;
            entries[thread].Previous = (ushort)before;
            entries[before].Next = (ushort)thread;
            before = thread;
        }

        entries[current].State = ThreadState.Running;
        schedule.Current = current;
    }

    /// <summary>The same with a few threads whose numbers stand in the case; there are 16 in all.</summary>
    internal static void Arrange(out Schedule schedule, int current, ReadOnlySpan<byte> ready)
    {
        Row row = Row.Of(ready);
        Arrange(out schedule, 16, current, ref row);
    }

    /// <summary>
    /// A seeded arrangement of up to <paramref name="threads"/> threads: who runs (in one of four the idle thread), a queue that may be empty, and others
    /// that wait or do not exist. Numbers that nothing links to keep what was left in them.
    /// </summary>
    internal static void Seeded(ref RandomSource random, out Schedule schedule, int threads, out Row ready, out Row others)
    {
        Row all = Row.Range(1, threads - 1);
        all.Shuffle(ref random);
        int current = random.Below(4) == 0 ? Idle : all.TakeAt(0);
        ready = default;
        for (uint left = random.Below((uint)all.Count); left > 0; left--)
            ready.Append(all.TakeAt(0));
        others = all;
        Arrange(out schedule, threads, current, ref ready);
        for (int i = 0; i < others.Count; i++)
        {
            ref ScheduleEntry entry = ref schedule.Entries[others[i]];
            entry.Next = (ushort)random.Below((uint)threads);
            entry.Previous = (ushort)random.Below((uint)threads);
            entry.State = random.Below(3) == 0 ? ThreadState.Free : ThreadState.Blocked;
        }
    }

    /// <summary>Ends the case unless exactly this thread runs, exactly these stand in the queue, in this order, and every invariant of <see cref="Schedule"/> holds.</summary>
    /// <remarks>A failure is reported at the line of the case that asks.</remarks>
    internal static void Check(
        ref Case test, ref Schedule schedule, int current, ref Row ready, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        test.Equal((ulong)current, (ulong)schedule.Current, "the thread that has the processor", file, line);
        Span<ScheduleEntry> entries = schedule.Entries;
        int at = Idle;
        for (int i = 0; i < ready.Count; i++)
            at = Link(ref test, ready[i], at, entries[at].Next, "the queue, one behind the other from the front", file, line);
        Link(ref test, Idle, at, entries[at].Next, "behind the back of the queue comes the idle thread", file, line);
        at = Idle;
        for (int i = ready.Count - 1; i >= 0; i--)
            at = Link(ref test, ready[i], at, entries[at].Previous, "the queue from the back, by the links to the one before", file, line);
        Link(ref test, Idle, at, entries[at].Previous, "before the front of the queue comes the idle thread", file, line);
        for (int i = 0; i < ready.Count; i++)
            State(ref test, ref schedule, ready[i], ThreadState.Ready, "the state of a thread in the queue (0 free, 1 blocked, 2 ready, 3 running)", file, line);
        CheckStates(ref test, ref schedule, ready.Count, file, line);
    }

    /// <summary>The same with a few threads whose numbers stand in the case.</summary>
    internal static void Check(
        ref Case test, ref Schedule schedule, int current, ReadOnlySpan<byte> ready, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Row row = Row.Of(ready);
        Check(ref test, ref schedule, current, ref row, file, line);
    }

    /// <summary>Ends the case unless the invariants of <see cref="Schedule"/> hold, whatever the order of the queue.</summary>
    internal static void CheckInvariants(
        ref Case test, ref Schedule schedule, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Span<ScheduleEntry> entries = schedule.Entries;
        int count = 0;
        int at = Idle;
        do
        {
            int next = entries[at].Next;
            test.Expect(next < entries.Length, "a link leads to a thread that there is not", file, line);
            test.Equal((ulong)at, entries[next].Previous, "the one before the one behind a thread is the thread", file, line);
            test.Expect(next == Idle || entries[next].State == ThreadState.Ready, "a thread in the queue is not ready", file, line);
            test.Expect(next == Idle || ++count < entries.Length, "the ring does not come back to the idle thread", file, line);
            at = next;
        }
        while (at != Idle);
        CheckStates(ref test, ref schedule, count, file, line);
    }

    /// <summary>Ends the case unless a thread has this state.</summary>
    internal static void State(
        ref Case test, ref Schedule schedule, int thread, ThreadState state, string what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        test.Equal((ulong)state, (ulong)schedule.Entries[thread].State, what, file, line);

    /// <summary>Remembers a schedule, to see later that nothing changed.</summary>
    internal static void Remember(ref Schedule schedule)
    {
        fixed (Storage* memory = &copy)
            schedule.Entries.CopyTo(new Span<ScheduleEntry>(memory->Words, MostThreads));
    }

    /// <summary>Ends the case unless the schedule is as it was when it was remembered.</summary>
    internal static void Unchanged(
        ref Case test, ref Schedule schedule, int current, string what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        test.Equal((ulong)current, (ulong)schedule.Current, "the thread that has the processor", file, line);
        fixed (Storage* memory = &copy)
        {
            var before = new ReadOnlySpan<ScheduleEntry>(memory->Words, schedule.Entries.Length);
            for (int i = 0; i < before.Length; i++)
            {
                ScheduleEntry entry = schedule.Entries[i];
                test.Expect(entry.State == before[i].State && entry.Next == before[i].Next && entry.Previous == before[i].Previous, what, file, line);
            }
        }
    }

    private static int Link(ref Case test, int expected, int from, int actual, string what, string file, int line)
    {
        test.Expect(actual != from || expected == from, "a thread's link leads to the thread itself", file, line);
        test.Equal((ulong)expected, (ulong)actual, what, file, line);
        return actual;
    }

    /// <summary>One runs, as many are ready as stand in the queue, and the idle thread is one of the two.</summary>
    private static void CheckStates(ref Case test, ref Schedule schedule, int queued, string file, int line)
    {
        int running = 0;
        int ready = 0;
        foreach (ScheduleEntry entry in schedule.Entries)
        {
            if (entry.State == ThreadState.Running)
                running++;
            else if (entry.State == ThreadState.Ready)
                ready++;
        }

        State(ref test, ref schedule, schedule.Current, ThreadState.Running, "the state of the thread that has the processor (0 free, 1 blocked, 2 ready, 3 running)", file, line);
        test.Equal(1, (ulong)running, "threads whose state is running", file, line);
        if (schedule.Current != Idle)
            State(ref test, ref schedule, Idle, ThreadState.Ready, "the state of the idle thread when another one runs (0 free, 1 blocked, 2 ready, 3 running)", file, line);
        test.Equal((ulong)(queued + (schedule.Current == Idle ? 0 : 1)), (ulong)ready, "threads whose state is ready, the idle thread included when it does not run", file, line);
    }

    private struct Storage
    {
        internal fixed ushort Words[MostThreads * 3];
    }
}
