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
        Insert(ref schedule, thread, schedule.Entries[Schedule.Idle].Next);
        #endregion
    }

    /// <summary>A thread becomes ready and runs after all that are: it goes to the back of the queue.</summary>
    /// <inheritdoc cref="AddFirst"/>
    internal static void AddLast(ref Schedule schedule, int thread)
    {
        #region Solution 4.1: before the idle thread
        Insert(ref schedule, thread, Schedule.Idle);
        #endregion
    }

    /// <summary>Takes a ready thread out of the queue, wherever it stands: it is <see cref="ThreadState.Blocked"/> then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Remove(ref Schedule schedule, int thread)
    {
        #region Solution 4.1: its neighbours meet
        Span<ScheduleEntry> entries = schedule.Entries;
        ref ScheduleEntry entry = ref entries[thread];
        entries[entry.Previous].Next = entry.Next;
        entries[entry.Next].Previous = entry.Previous;
        entry.State = ThreadState.Blocked;
        #endregion
    }

    /// <summary>The tick, or a yield: the thread that runs goes to the back of the queue, and the front runs. Alone it keeps the processor.</summary>
    internal static void Preempt(ref Schedule schedule)
    {
        #region Solution 4.2: to the back, then the front
        if (schedule.Entries[Schedule.Idle].Next == Schedule.Idle)
            return; // nobody else is ready
        Release(ref schedule, ThreadState.Blocked);
        if (schedule.Current != Schedule.Idle)
            AddLast(ref schedule, schedule.Current);
        RunFront(ref schedule);
        #endregion
    }

    /// <summary>The thread that runs waits from now on, and the front of the queue runs. The idle thread never waits.</summary>
    internal static void Block(ref Schedule schedule)
    {
        #region Solution 4.3: out of the processor
        if (schedule.Current == Schedule.Idle)
            return;
        Release(ref schedule, ThreadState.Blocked);
        RunFront(ref schedule);
        #endregion
    }

    /// <summary>A thread's wait is over: it runs next. A thread that does not wait is left as it is.</summary>
    /// <returns>Whether it waited.</returns>
    internal static bool Wake(ref Schedule schedule, int thread)
    {
        #region Solution 4.3: only who waits can be woken
        if (schedule.Entries[thread].State != ThreadState.Blocked)
            return false;
        AddFirst(ref schedule, thread);
        return true;
        #endregion
    }

    /// <summary>The thread that runs ends, and the front of the queue runs. The idle thread never ends.</summary>
    internal static void Exit(ref Schedule schedule)
    {
        #region Solution 4.3: for good
        if (schedule.Current == Schedule.Idle)
            return;
        Release(ref schedule, ThreadState.Free);
        RunFront(ref schedule);
        #endregion
    }

    /// <summary>The front of the queue runs at once, and the thread that ran comes right after it. With an empty queue nothing changes.</summary>
    internal static void GiveWay(ref Schedule schedule)
    {
        #region Solution 4.4: the two change places
        int front = schedule.Entries[Schedule.Idle].Next;
        if (front == Schedule.Idle)
            return;
        int last = schedule.Current;
        Release(ref schedule, ThreadState.Blocked);
        RunFront(ref schedule);
        if (last != Schedule.Idle)
            AddFirst(ref schedule, last);
        #endregion
    }

    #region Solution 4.1: one insertion for both ends
    /// <summary>Puts a thread into the ring, before another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Insert(ref Schedule schedule, int thread, int next)
    {
        Span<ScheduleEntry> entries = schedule.Entries;
        ref ScheduleEntry entry = ref entries[thread];
        ref ScheduleEntry after = ref entries[next];
        int previous = after.Previous;
        entry.Next = (ushort)next;
        entry.Previous = (ushort)previous;
        entry.State = ThreadState.Ready;
        entries[previous].Next = (ushort)thread;
        after.Previous = (ushort)thread;
    }

    #endregion

    #region Solution 4.2: who has the processor
    /// <summary>The thread that runs does not run any more. The idle thread is ready then, because it always is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Release(ref Schedule schedule, ThreadState state) =>
        schedule.Entries[schedule.Current].State = schedule.Current == Schedule.Idle ? ThreadState.Ready : state;

    /// <summary>The front of the queue leaves it and runs; of an empty queue that is the idle thread, which never leaves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunFront(ref Schedule schedule)
    {
        Span<ScheduleEntry> entries = schedule.Entries;
        int front = entries[Schedule.Idle].Next;
        if (front != Schedule.Idle)
            Remove(ref schedule, front);
        entries[front].State = ThreadState.Running;
        schedule.Current = front;
    }

    #endregion
}
