using System;

namespace Merriwig.Tasks;

/// <summary>
/// A stand-in for the kernel's scheduler: the calls that this lab needs, with the same results, so that it does not wait for lab 04. It does not link
/// threads to one another. It keeps the queue as a list that is moved up and down and searched from its front, which takes longer the more
/// threads are ready.
/// </summary>
/// <remarks>
/// The list lies in the schedule's own entries, because there is nowhere else to put it: place n of the queue, counted from 1, is the
/// <see cref="ScheduleEntry.Next"/> of entry n, and the queue's length is the <see cref="ScheduleEntry.Previous"/> of entry 0.
/// </remarks>
internal static class Scheduler
{
    /// <summary>A thread becomes ready and runs next: it goes to the front of the queue.</summary>
    internal static void AddFirst(ref Schedule schedule, int thread)
    {
        Span<ScheduleEntry> list = schedule.Entries;
        for (int place = ++list[0].Previous; place > 1; place--)
            list[place].Next = list[place - 1].Next;
        list[1].Next = (ushort)thread;
        list[thread].State = ThreadState.Ready;
    }

    /// <summary>A thread becomes ready and runs after all that are: it goes to the back of the queue.</summary>
    internal static void AddLast(ref Schedule schedule, int thread)
    {
        Span<ScheduleEntry> list = schedule.Entries;
        list[++list[0].Previous].Next = (ushort)thread;
        list[thread].State = ThreadState.Ready;
    }

    /// <summary>Takes a ready thread out of the queue, wherever it stands: it is <see cref="ThreadState.Blocked"/> then.</summary>
    internal static void Remove(ref Schedule schedule, int thread)
    {
        Span<ScheduleEntry> list = schedule.Entries;
        int place = 1;
        while (list[place].Next != thread)
            place++;
        for (; place < list[0].Previous; place++)
            list[place].Next = list[place + 1].Next;
        list[0].Previous--;
        list[thread].State = ThreadState.Blocked;
    }

    /// <summary>The tick, or a yield: the thread that runs goes to the back of the queue, and the front runs. Alone it keeps the processor.</summary>
    internal static void Preempt(ref Schedule schedule)
    {
        if (schedule.Entries[0].Previous == 0)
            return;
        int last = schedule.Current;
        schedule.Entries[last].State = ThreadState.Ready;
        if (last != Schedule.Idle)
            AddLast(ref schedule, last);
        RunFront(ref schedule);
    }

    /// <summary>The thread that runs waits from now on, and the front of the queue runs. The idle thread never waits.</summary>
    internal static void Block(ref Schedule schedule)
    {
        if (schedule.Current == Schedule.Idle)
            return;
        schedule.Entries[schedule.Current].State = ThreadState.Blocked;
        RunFront(ref schedule);
    }

    /// <summary>A thread's wait is over: it runs next. A thread that does not wait is left as it is.</summary>
    /// <returns>Whether it waited.</returns>
    internal static bool Wake(ref Schedule schedule, int thread)
    {
        bool waited = schedule.Entries[thread].State == ThreadState.Blocked;
        if (waited)
            AddFirst(ref schedule, thread);
        return waited;
    }

    /// <summary>The front of the queue runs at once, and the thread that ran comes right after it. With an empty queue nothing changes.</summary>
    internal static void GiveWay(ref Schedule schedule)
    {
        if (schedule.Entries[0].Previous == 0)
            return;
        int last = schedule.Current;
        schedule.Entries[last].State = ThreadState.Ready;
        RunFront(ref schedule);
        if (last != Schedule.Idle)
            AddFirst(ref schedule, last);
    }

    /// <summary>The front of the queue runs; of an empty queue that is the idle thread, which stands in no list.</summary>
    private static void RunFront(ref Schedule schedule)
    {
        int front = Schedule.Idle;
        if (schedule.Entries[0].Previous != 0)
        {
            front = schedule.Entries[1].Next;
            Remove(ref schedule, front);
        }

        schedule.Entries[front].State = ThreadState.Running;
        schedule.Current = front;
    }
}
