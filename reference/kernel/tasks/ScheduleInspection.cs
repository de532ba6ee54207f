using Merriwig.Inspect;

namespace Merriwig.Tasks;

/// <summary>Makes a schedule readable from outside. It must stay where it is: a static field.</summary>
internal static unsafe class ScheduleInspection
{
    /// <summary>Publishes every thread's entry, and who has the processor.</summary>
    internal static void Publish(ref Schedule schedule)
    {
        fixed (ScheduleEntry* entries = &schedule.Entries[0])
            InspectionTable.Publish(RegionType.ScheduleEntries, 1, 0, entries, (ulong)(schedule.Entries.Length * sizeof(ScheduleEntry)));
        fixed (int* current = &schedule.Current)
            InspectionTable.Publish(RegionType.ScheduleCurrent, 1, 0, current, sizeof(int));
    }
}
