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
        // TODO 4.1: Put a thread into the ring and take it out. AddFirst puts it right behind the
        // idle thread, AddLast right before it; the thread is Ready then. Remove takes it out
        // wherever it stands and makes it Blocked. Two neighbours must hear of each change, in both
        // directions. Who has the processor is no concern of these three, and none of them takes
        // longer when there are more threads.
        Unwritten.Task("4.1");
    }

    /// <summary>A thread becomes ready and runs after all that are: it goes to the back of the queue.</summary>
    /// <inheritdoc cref="AddFirst"/>
    internal static void AddLast(ref Schedule schedule, int thread)
    {
        // TODO 4.1 (continued): before the idle thread
        Unwritten.Task("4.1");
    }

    /// <summary>Takes a ready thread out of the queue, wherever it stands: it is <see cref="ThreadState.Blocked"/> then.</summary>
    internal static void Remove(ref Schedule schedule, int thread)
    {
        // TODO 4.1 (continued): its neighbours meet
        Unwritten.Task("4.1");
    }

    /// <summary>The tick, or a yield: the thread that runs goes to the back of the queue, and the front runs. Alone it keeps the processor.</summary>
    internal static void Preempt(ref Schedule schedule)
    {
        // TODO 4.2: The tick, or a yield: the thread that runs goes to the back of the queue, and
        // the thread at the front leaves the queue and runs. When the queue is empty nothing
        // changes. The idle thread runs when the queue is empty; it does not go to the back,
        // because it is in the ring always. Afterwards Current says who runs, and exactly that
        // thread is Running.
        Unwritten.Task("4.2");
    }

    /// <summary>The thread that runs waits from now on, and the front of the queue runs. The idle thread never waits.</summary>
    internal static void Block(ref Schedule schedule)
    {
        // TODO 4.3: Block: the thread that runs is Blocked, and the front of the queue runs; if
        // nobody is ready, the idle thread. Exit: the same, but the thread is Free afterwards. The
        // idle thread neither waits nor ends: nothing changes then. Wake: a thread that is Blocked
        // goes to the front of the queue, and the result is true. For a thread in any other state
        // the result is false and nothing changes. Waking switches nothing.
        Unwritten.Task("4.3");
    }

    /// <summary>A thread's wait is over: it runs next. A thread that does not wait is left as it is.</summary>
    /// <returns>Whether it waited.</returns>
    internal static bool Wake(ref Schedule schedule, int thread)
    {
        // TODO 4.3 (continued): only who waits can be woken
        return Unwritten.Task<bool>("4.3");
    }

    /// <summary>The thread that runs ends, and the front of the queue runs. The idle thread never ends.</summary>
    internal static void Exit(ref Schedule schedule)
    {
        // TODO 4.3 (continued): for good
        Unwritten.Task("4.3");
    }

    /// <summary>The front of the queue runs at once, and the thread that ran comes right after it. With an empty queue nothing changes.</summary>
    internal static void GiveWay(ref Schedule schedule)
    {
        // TODO 4.4: The front of the queue runs at once, and the thread that ran goes to the front,
        // so that it comes right after. With an empty queue nothing changes. When the idle thread
        // gives way it does not come next: it stays where it is in the ring.
        Unwritten.Task("4.4");
    }

    // Yours to add: whatever helper task 4.1 needs.

    // Yours to add: whatever helper task 4.2 needs.
}
