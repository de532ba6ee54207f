namespace Merriwig.Tasks;

/// <summary>Leaves the table at its end, and leads the kernel to threads that there are not.</summary>
internal static class Scheduler
{
    internal static void AddFirst(ref Schedule schedule, int thread) => schedule.Entries[-1].Next = (ushort)thread;

    internal static void AddLast(ref Schedule schedule, int thread) => schedule.Entries[-1].Next = (ushort)thread;

    internal static void Remove(ref Schedule schedule, int thread) => schedule.Entries[-1].Next = (ushort)thread;

    internal static void Preempt(ref Schedule schedule) => schedule.Current = schedule.Entries.Length;

    internal static void Block(ref Schedule schedule) => schedule.Current = -1;

    internal static bool Wake(ref Schedule schedule, int thread) => schedule.Entries[schedule.Entries.Length].State == ThreadState.Blocked;

    internal static void Exit(ref Schedule schedule) => schedule.Current = int.MinValue;

    internal static void GiveWay(ref Schedule schedule) => schedule.Current = int.MaxValue;
}
