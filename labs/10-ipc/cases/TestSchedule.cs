using System;
using System.Runtime.CompilerServices;
using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>A small schedule, and its order read without knowing how it is kept.</summary>
internal static unsafe class TestSchedule
{
    /// <summary>Threads of a schedule, the idle one included.</summary>
    internal const int Threads = 8;

    private static Entries storage;
    private static Entries saved;

    /// <summary>
    /// A schedule in which thread 1 runs, the threads from 2 to before <paramref name="blocked"/> are ready in this order, and the others are
    /// blocked.
    /// </summary>
    internal static void Create(out Schedule schedule, int blocked)
    {
        fixed (Entries* memory = &storage)
            Schedule.Create(out schedule, (ScheduleEntry*)memory, Threads);
        for (int thread = 1; thread < Threads; thread++)
            Scheduler.AddLast(ref schedule, thread);
        for (int thread = blocked; thread < Threads; thread++)
            Scheduler.Remove(ref schedule, thread);
        Scheduler.Preempt(ref schedule);
    }

    /// <summary>Who runs, and then who would if each in turn waited: the schedule is used up and put back as it was.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="order">Where the threads go, the one that runs first, without the idle one.</param>
    /// <returns>How many there are.</returns>
    internal static int Order(ref Schedule schedule, Span<ushort> order)
    {
        int current = schedule.Current;
        Span<ScheduleEntry> copy = saved;
        schedule.Entries.CopyTo(copy);
        if (current == Schedule.Idle)
            Scheduler.Preempt(ref schedule);
        int count = 0;
        while (schedule.Current != Schedule.Idle && count < order.Length)
        {
            order[count++] = (ushort)schedule.Current;
            Scheduler.Block(ref schedule);
        }

        copy.CopyTo(schedule.Entries);
        schedule.Current = current;
        return count;
    }

    /// <summary>Ends the case unless exactly these threads run one after the other; 0 for none.</summary>
    internal static void Expect(
        ref Case test, ref Schedule schedule, Order expected, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        test.Equal(expected[0], (ulong)schedule.Current, "the thread that has the processor (0 the idle one)", file, line);
        Order actual = default;
        Order(ref schedule, actual);
        for (int i = 1; i < Threads; i++)
            test.Equal(expected[i], actual[i], Place(i), file, line);
        for (int thread = 1; thread < Threads; thread++)
            Stands(ref test, ref schedule, expected, thread, file, line);
    }

    private static void Stands(ref Case test, ref Schedule schedule, in Order expected, int thread, string file, int line)
    {
        ThreadState state = ThreadState.Blocked;
        for (int i = 0; i < Threads; i++)
        {
            if (expected[i] == thread)
                state = i == 0 ? ThreadState.Running : ThreadState.Ready;
        }

        test.Equal((ulong)state, (ulong)schedule.Entries[thread].State, "a thread's state to the scheduler (1 blocked, 2 ready, 3 running)", file, line);
    }

    private static string Place(int place) => place switch
    {
        1 => "the thread that runs next (0 none)",
        2 => "the thread that runs second after this (0 none)",
        _ => "a thread further back in the queue (0 none)",
    };

    [InlineArray(Threads)]
    private struct Entries
    {
        private ScheduleEntry first;
    }
}

/// <summary>Threads one after the other; 0 for none.</summary>
[InlineArray(TestSchedule.Threads)]
internal struct Order
{
    private ushort first;

    internal static Order Of(ushort running, ushort second = 0, ushort third = 0, ushort fourth = 0, ushort fifth = 0)
    {
        Order order = default;
        order[0] = running;
        order[1] = second;
        order[2] = third;
        order[3] = fourth;
        order[4] = fifth;
        return order;
    }
}
