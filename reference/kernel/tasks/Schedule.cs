using System;
using Merriwig.Memory;

namespace Merriwig.Tasks;

/// <summary>What a thread is to the scheduler.</summary>
internal enum ThreadState : byte
{
    /// <summary>There is no such thread.</summary>
    Free,

    /// <summary>It waits for something other than the processor.</summary>
    Blocked,

    /// <summary>It stands in the queue.</summary>
    Ready,

    /// <summary>It has the processor.</summary>
    Running,
}

/// <summary>A thread's place in the queue: its neighbours, by number.</summary>
internal struct ScheduleEntry
{
    /// <summary>The thread behind it.</summary>
    internal ushort Next;

    /// <summary>The thread before it.</summary>
    internal ushort Previous;

    /// <summary>What the thread does.</summary>
    internal ThreadState State;
}

/// <summary>
/// The scheduler's data: who runs, and who waits for the processor in which order. The methods that change it are <see cref="Scheduler"/>'s.
/// </summary>
/// <remarks>
/// The queue is a ring of threads, linked both ways, and the idle thread is always in it: behind it stands the front of the queue, before
/// it the back. So no end of the queue is a special case, and where nobody is ready the one behind the idle thread is the idle thread itself.
/// <list type="bullet">
/// <item>A thread is in the ring exactly when it is <see cref="ThreadState.Ready"/>; the idle thread is in it always.</item>
/// <item>Exactly one thread is <see cref="ThreadState.Running"/>: <see cref="Current"/>. The idle thread is Ready when it does not run.</item>
/// <item>For each thread t in the ring, the one before the one behind t is t.</item>
/// </list>
/// </remarks>
internal unsafe struct Schedule
{
    /// <summary>The idle thread's number.</summary>
    internal const int Idle = 0;

    private FixedSpan<ScheduleEntry> entries;

    /// <summary>The thread that has the processor.</summary>
    internal int Current;

    /// <summary>One entry a thread, by its number.</summary>
    internal readonly Span<ScheduleEntry> Entries => entries.Span;

    /// <summary>A schedule in which the idle thread runs and no other thread exists.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="storage">Room for <paramref name="threads"/> entries, which the schedule overwrites and keeps.</param>
    /// <param name="threads">The most threads there can be, the idle one included; at most 65,536.</param>
    internal static void Create(out Schedule schedule, ScheduleEntry* storage, int threads)
    {
        schedule = default;
        schedule.entries = new FixedSpan<ScheduleEntry>(storage, threads);
        schedule.Entries.Clear();
        schedule.Entries[Idle].State = ThreadState.Running;
    }
}
