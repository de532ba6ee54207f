namespace Merriwig.Tasks;

/// <summary>Never comes back.</summary>
internal static class Scheduler
{
    internal static void AddFirst(ref Schedule schedule, int thread) => Spin(ref schedule);

    internal static void AddLast(ref Schedule schedule, int thread) => Spin(ref schedule);

    internal static void Remove(ref Schedule schedule, int thread) => Spin(ref schedule);

    internal static void Preempt(ref Schedule schedule) => Spin(ref schedule);

    internal static void Block(ref Schedule schedule) => Spin(ref schedule);

    internal static bool Wake(ref Schedule schedule, int thread) => Spin(ref schedule);

    internal static void Exit(ref Schedule schedule) => Spin(ref schedule);

    internal static void GiveWay(ref Schedule schedule) => Spin(ref schedule);

    private static bool Spin(ref Schedule schedule)
    {
        while (schedule.Entries.Length > 0)
        {
        }

        return true;
    }
}
