using System.Runtime.CompilerServices;
using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>Task 4.3: a wait is over.</summary>
internal static class WakeCases
{
    internal static void RunsNext(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2]);
        schedule.Entries[9].State = ThreadState.Blocked;
        test.Expect(Scheduler.Wake(ref schedule, 9), "a thread that waits was not woken");
        TestSchedule.Check(ref test, ref schedule, 1, [9, 4, 2]);
    }

    internal static void LastWokenFirst(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4]);
        for (int thread = 7; thread <= 9; thread++)
        {
            schedule.Entries[thread].State = ThreadState.Blocked;
            test.Expect(Scheduler.Wake(ref schedule, thread), "a thread that waits was not woken");
        }

        TestSchedule.Check(ref test, ref schedule, 1, [9, 8, 7, 4]);
    }

    /// <summary>Waking switches nothing: the idle thread goes on until the tick.</summary>
    internal static void WhileIdleRuns(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, []);
        schedule.Entries[2].State = ThreadState.Blocked;
        test.Expect(Scheduler.Wake(ref schedule, 2), "a thread that waits was not woken");
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, [2]);
    }

    internal static void AfterBlocking(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2]);
        Scheduler.Block(ref schedule);
        test.Expect(Scheduler.Wake(ref schedule, 1), "a thread that waits was not woken");
        TestSchedule.Check(ref test, ref schedule, 4, [1, 2]);
    }

    internal static void AfterRemoving(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2]);
        Scheduler.Remove(ref schedule, 2);
        test.Expect(Scheduler.Wake(ref schedule, 2), "a thread that waits was not woken");
        TestSchedule.Check(ref test, ref schedule, 1, [2, 4]);
    }

    internal static void ReadyIsRefused(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        for (int thread = 2; thread <= 6; thread += 2)
            Refused(ref test, ref schedule, thread, "a thread that is ready was woken");
    }

    internal static void RunningIsRefused(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Refused(ref test, ref schedule, 1, "the thread that runs was woken");
    }

    internal static void FreeIsRefused(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Refused(ref test, ref schedule, 9, "a thread that there is not was woken");
        Refused(ref test, ref schedule, 15, "a thread that there is not was woken");
    }

    internal static void IdleIsRefused(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4]);
        Refused(ref test, ref schedule, Schedule.Idle, "the idle thread was woken");
        TestSchedule.Arrange(out schedule, Schedule.Idle, [4]);
        Refused(ref test, ref schedule, Schedule.Idle, "the idle thread was woken");
    }

    internal static void Twice(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2]);
        Scheduler.Block(ref schedule);
        test.Expect(Scheduler.Wake(ref schedule, 1), "a thread that waits was not woken");
        Refused(ref test, ref schedule, 1, "a thread was woken a second time");
        TestSchedule.Check(ref test, ref schedule, 4, [1, 2]);
    }

    internal static void Seeded(ref Case test)
    {
        for (int round = 0; round < 200; round++)
        {
            int threads = 3 + (int)test.Random.Below(30);
            TestSchedule.Seeded(ref test.Random, out Schedule schedule, threads, out Row ready, out _);
            int current = schedule.Current;
            int thread = (int)test.Random.Below((uint)threads);
            if (schedule.Entries[thread].State != ThreadState.Blocked)
            {
                Refused(ref test, ref schedule, thread, "a thread that does not wait was woken");
                continue;
            }

            test.Expect(Scheduler.Wake(ref schedule, thread), "a thread that waits was not woken");
            ready.Insert(0, thread);
            TestSchedule.Check(ref test, ref schedule, current, ref ready);
        }
    }

    private static void Refused(
        ref Case test, ref Schedule schedule, int thread, string what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        int current = schedule.Current;
        TestSchedule.Remember(ref schedule);
        test.Expect(!Scheduler.Wake(ref schedule, thread), what, file, line);
        TestSchedule.Unchanged(ref test, ref schedule, current, "a wake that was refused changed the schedule", file, line);
    }
}
