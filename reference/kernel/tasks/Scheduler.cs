using System;
using System.Runtime.CompilerServices;

namespace Merriwig.Tasks;

/// <summary>
/// Decides who runs: round robin, in the order of a queue. Whoever is woken or starts a program goes to its front and runs next; whoever used
/// up a tick or is forked goes to its back. Nothing here switches: a method changes the schedule, and <see cref="Schedule.Current"/> says
/// who has the processor afterwards.
/// </summary>
internal static class Scheduler
{
    /// <summary>A thread becomes ready and runs next: it goes to the front of the queue.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="thread">A thread that is <see cref="ThreadState.Free"/> or <see cref="ThreadState.Blocked"/>.</param>
    internal static void AddFirst(ref Schedule schedule, int thread)
    {
        #region Solution 4.1: behind the idle thread
        Span<ScheduleEntry> entries = schedule.Entries;
        Insert(entries, thread, entries[Schedule.Idle].Next);
        #endregion
    }

    /// <summary>A thread becomes ready and runs after all that are: it goes to the back of the queue.</summary>
    /// <inheritdoc cref="AddFirst"/>
    internal static void AddLast(ref Schedule schedule, int thread)
    {
        #region Solution 4.1: before the idle thread
        Insert(schedule.Entries, thread, Schedule.Idle);
        #endregion
    }

    /// <summary>Takes a ready thread out of the queue, wherever it stands: it is <see cref="ThreadState.Blocked"/> then.</summary>
    internal static void Remove(ref Schedule schedule, int thread)
    {
        #region Solution 4.1: its neighbours meet
        TakeOut(schedule.Entries, thread).State = ThreadState.Blocked;
        #endregion
    }

    /// <summary>The tick, or a yield: the thread that runs goes to the back of the queue, and the front runs. Alone it keeps the processor.</summary>
    internal static void Preempt(ref Schedule schedule)
    {
        #region Solution 4.2: to the back, then the front
        Span<ScheduleEntry> entries = schedule.Entries;
        if (entries[Schedule.Idle].Next == Schedule.Idle)
            return; // nobody else is ready
        if (schedule.Current == Schedule.Idle)
            entries[Schedule.Idle].State = ThreadState.Ready; // where it always is
        else
            Insert(entries, schedule.Current, Schedule.Idle);
        RunFront(ref schedule, entries);
        #endregion
    }

    /// <summary>The thread that runs waits from now on, and the front of the queue runs. The idle thread never waits.</summary>
    internal static void Block(ref Schedule schedule)
    {
        #region Solution 4.3: out of the processor
        if (schedule.Current == Schedule.Idle)
            return;
        Span<ScheduleEntry> entries = schedule.Entries;
        entries[schedule.Current].State = ThreadState.Blocked;
        RunFront(ref schedule, entries);
        #endregion
    }

    /// <summary>A thread's wait is over: it runs next. A thread that does not wait is left as it is.</summary>
    /// <returns>Whether it waited.</returns>
    internal static bool Wake(ref Schedule schedule, int thread)
    {
        #region Solution 4.3: only who waits can be woken
        Span<ScheduleEntry> entries = schedule.Entries;
        if (entries[thread].State != ThreadState.Blocked)
            return false;
        Insert(entries, thread, entries[Schedule.Idle].Next);
        return true;
        #endregion
    }

    /// <summary>The thread that runs ends, and the front of the queue runs. The idle thread never ends.</summary>
    internal static void Exit(ref Schedule schedule)
    {
        #region Solution 4.3: for good
        if (schedule.Current == Schedule.Idle)
            return;
        Span<ScheduleEntry> entries = schedule.Entries;
        entries[schedule.Current].State = ThreadState.Free;
        RunFront(ref schedule, entries);
        #endregion
    }

    /// <summary>The front of the queue runs at once, and the thread that ran comes right after it. With an empty queue nothing changes.</summary>
    internal static void GiveWay(ref Schedule schedule)
    {
        #region Solution 4.4: the two change places
        Span<ScheduleEntry> entries = schedule.Entries;
        if (entries[Schedule.Idle].Next == Schedule.Idle)
            return;
        int last = schedule.Current;
        RunFront(ref schedule, entries); // first, or the last thread would be the front
        if (last == Schedule.Idle)
            entries[Schedule.Idle].State = ThreadState.Ready;
        else
            Insert(entries, last, entries[Schedule.Idle].Next);
        #endregion
    }

    #region Solution 4.1: one way in and one way out
    /// <summary>Puts a thread into the ring, before another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Insert(Span<ScheduleEntry> entries, int thread, int next)
    {
        ref ScheduleEntry entry = ref entries[thread];
        ref ScheduleEntry after = ref entries[next];
        int previous = after.Previous;
        entry.Next = (ushort)next;
        entry.Previous = (ushort)previous;
        entry.State = ThreadState.Ready;
        entries[previous].Next = (ushort)thread;
        after.Previous = (ushort)thread;
    }

    /// <summary>Connects a thread's neighbours with each other.</summary>
    /// <returns>The thread's entry, which still says what it was.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref ScheduleEntry TakeOut(Span<ScheduleEntry> entries, int thread)
    {
        ref ScheduleEntry entry = ref entries[thread];
        entries[entry.Previous].Next = entry.Next;
        entries[entry.Next].Previous = entry.Previous;
        return ref entry;
    }

    #endregion

    #region Solution 4.2: who has the processor
    /// <summary>The front of the queue leaves it and runs; of an empty queue that is the idle thread, which never leaves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunFront(ref Schedule schedule, Span<ScheduleEntry> entries)
    {
        int front = entries[Schedule.Idle].Next;
        if (front != Schedule.Idle)
            TakeOut(entries, front);
        entries[front].State = ThreadState.Running;
        schedule.Current = front;
    }

    #endregion
}
