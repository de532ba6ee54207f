using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>Task 4.4: the front at once, and the thread that ran right after it.</summary>
internal static class GiveWayCases
{
    internal static void LastComesNext(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Scheduler.GiveWay(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [1, 2, 6]);
    }

    internal static void ToTheOnlyOne(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4]);
        Scheduler.GiveWay(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [1]);
    }

    internal static void TwiceIsBack(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Scheduler.GiveWay(ref schedule);
        Scheduler.GiveWay(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 1, [4, 2, 6]);
    }

    internal static void NobodyReady(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 3, []);
        TestSchedule.Remember(ref schedule);
        Scheduler.GiveWay(ref schedule);
        TestSchedule.Unchanged(ref test, ref schedule, 3, "giving way with an empty queue changed the schedule");
        TestSchedule.Arrange(out schedule, Schedule.Idle, []);
        TestSchedule.Remember(ref schedule);
        Scheduler.GiveWay(ref schedule);
        TestSchedule.Unchanged(ref test, ref schedule, Schedule.Idle, "giving way with an empty queue changed the schedule");
    }

    /// <summary>The idle thread gives way too, but it does not come next: it comes when nobody is ready.</summary>
    internal static void Idle(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, [4, 2]);
        Scheduler.GiveWay(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [2]);
    }

    /// <summary>A message arrives: the receiver is woken, and the sender gives way to it.</summary>
    internal static void HandOver(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2]);
        schedule.Entries[9].State = ThreadState.Blocked;
        test.Expect(Scheduler.Wake(ref schedule, 9), "a thread that waits was not woken");
        Scheduler.GiveWay(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 9, [1, 4, 2]);
        Scheduler.Block(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 1, [4, 2]);
    }

    internal static void Seeded(ref Case test)
    {
        for (int round = 0; round < 200; round++)
        {
            int threads = 3 + (int)test.Random.Below(30);
            TestSchedule.Seeded(ref test.Random, out Schedule schedule, threads, out Row ready, out _);
            int current = schedule.Current;
            if (ready.Count > 0)
            {
                int last = current;
                current = ready.TakeAt(0);
                if (last != Schedule.Idle)
                    ready.Insert(0, last);
            }

            Scheduler.GiveWay(ref schedule);
            TestSchedule.Check(ref test, ref schedule, current, ref ready);
        }
    }

    /// <summary>All operations in a seeded mixture, from a schedule as new; the invariants hold after each, and no thread is lost.</summary>
    internal static void EveryOperation(ref Case test)
    {
        const int threads = 24;
        Row none = default;
        TestSchedule.Arrange(out Schedule schedule, threads, Schedule.Idle, ref none);
        for (int step = 0; step < 4000; step++)
        {
            int thread = 1 + (int)test.Random.Below(threads - 1);
            ThreadState state = schedule.Entries[thread].State;
            int free = Free(ref schedule);
            uint choice = test.Random.Below(7);
            if (choice == 0 && state == ThreadState.Free)
                Scheduler.AddLast(ref schedule, thread);
            else if (choice == 1 && state == ThreadState.Free)
                Scheduler.AddFirst(ref schedule, thread);
            else if (choice == 2 && state == ThreadState.Ready)
                Scheduler.Remove(ref schedule, thread);
            else if (choice == 3)
                Scheduler.Block(ref schedule);
            else if (choice == 4)
                test.Expect(Scheduler.Wake(ref schedule, thread) == (state == ThreadState.Blocked), "who waits is woken, and nobody else");
            else if (choice == 5)
                Scheduler.Preempt(ref schedule);
            else if (choice == 6 && step % 4 == 0)
                Scheduler.Exit(ref schedule);
            else
                Scheduler.GiveWay(ref schedule);
            TestSchedule.CheckInvariants(ref test, ref schedule);
            int change = Free(ref schedule) - free;
            test.Expect(change == 0 || (choice <= 1 && change == -1) || (choice == 6 && change == 1), "a thread came or went that should not");
        }
    }

    private static int Free(ref Schedule schedule)
    {
        int count = 0;
        foreach (ScheduleEntry entry in schedule.Entries)
            count += entry.State == ThreadState.Free ? 1 : 0;
        return count;
    }
}
