namespace Merriwig.Tasks;

/// <summary>Keeps no ring: it looks through the states for the next one, so that the switches look right and the memory does not.</summary>
internal static class Scheduler
{
    internal static void AddFirst(ref Schedule schedule, int thread) => schedule.Entries[thread].State = ThreadState.Ready;

    internal static void AddLast(ref Schedule schedule, int thread) => schedule.Entries[thread].State = ThreadState.Ready;

    internal static void Remove(ref Schedule schedule, int thread) => schedule.Entries[thread].State = ThreadState.Blocked;

    internal static void Preempt(ref Schedule schedule) => Next(ref schedule, ThreadState.Ready);

    internal static void Block(ref Schedule schedule)
    {
        if (schedule.Current != Schedule.Idle)
            Next(ref schedule, ThreadState.Blocked);
    }

    internal static bool Wake(ref Schedule schedule, int thread)
    {
        bool waited = schedule.Entries[thread].State == ThreadState.Blocked;
        if (waited)
            schedule.Entries[thread].State = ThreadState.Ready;
        return waited;
    }

    internal static void Exit(ref Schedule schedule)
    {
        if (schedule.Current != Schedule.Idle)
            Next(ref schedule, ThreadState.Free);
    }

    internal static void GiveWay(ref Schedule schedule) => Next(ref schedule, ThreadState.Ready);

    private static void Next(ref Schedule schedule, ThreadState state)
    {
        int last = schedule.Current;
        int next = Schedule.Idle;
        for (int i = 1; i < schedule.Entries.Length && next == Schedule.Idle; i++)
        {
            int candidate = (last + i) % schedule.Entries.Length;
            if (schedule.Entries[candidate].State == ThreadState.Ready)
                next = candidate;
        }

        if (next == Schedule.Idle && (state == ThreadState.Ready || last == Schedule.Idle))
            return;
        schedule.Entries[last].State = last == Schedule.Idle ? ThreadState.Ready : state;
        schedule.Entries[next].State = ThreadState.Running;
        schedule.Current = next;
    }
}
