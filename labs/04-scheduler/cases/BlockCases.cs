using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>Task 4.3: the thread that runs waits, or ends.</summary>
internal static class BlockCases
{
    internal static void FrontRuns(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Scheduler.Block(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [2, 6]);
        TestSchedule.State(ref test, ref schedule, 1, ThreadState.Blocked, "the state of the thread that waits (0 free, 1 blocked, 2 ready, 3 running)");
    }

    internal static void LastLeavesIdle(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 3, []);
        Scheduler.Block(ref schedule);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, []);
        TestSchedule.State(ref test, ref schedule, 3, ThreadState.Blocked, "the state of the thread that waits (0 free, 1 blocked, 2 ready, 3 running)");
    }

    internal static void OneAfterTheOther(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2]);
        Scheduler.Block(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [2]);
        Scheduler.Block(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 2, []);
        Scheduler.Block(ref schedule);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, []);
    }

    internal static void IdleNever(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, []);
        TestSchedule.Remember(ref schedule);
        Scheduler.Block(ref schedule);
        TestSchedule.Unchanged(ref test, ref schedule, Schedule.Idle, "the idle thread waits");
        TestSchedule.Arrange(out schedule, Schedule.Idle, [5, 3]);
        TestSchedule.Remember(ref schedule);
        Scheduler.Block(ref schedule);
        TestSchedule.Unchanged(ref test, ref schedule, Schedule.Idle, "the idle thread waits");
    }

    internal static void Seeded(ref Case test)
    {
        for (int round = 0; round < 200; round++)
        {
            int threads = 3 + (int)test.Random.Below(30);
            TestSchedule.Seeded(ref test.Random, out Schedule schedule, threads, out Row ready, out _);
            int last = schedule.Current;
            bool ends = test.Random.Below(2) == 0;
            if (ends)
                Scheduler.Exit(ref schedule);
            else
                Scheduler.Block(ref schedule);
            int current = last == Schedule.Idle || ready.Count == 0 ? Schedule.Idle : ready.TakeAt(0);
            TestSchedule.Check(ref test, ref schedule, current, ref ready);
            if (last != Schedule.Idle)
                TestSchedule.State(ref test, ref schedule, last, ends ? ThreadState.Free : ThreadState.Blocked, "the state of the thread that ran (0 free, 1 blocked, 2 ready, 3 running)");
        }
    }

    internal static void ExitFrontRuns(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Scheduler.Exit(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [2, 6]);
        TestSchedule.State(ref test, ref schedule, 1, ThreadState.Free, "the state of the thread that ended (0 free, 1 blocked, 2 ready, 3 running)");
    }

    internal static void ExitLastLeavesIdle(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 3, []);
        Scheduler.Exit(ref schedule);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, []);
        TestSchedule.State(ref test, ref schedule, 3, ThreadState.Free, "the state of the thread that ended (0 free, 1 blocked, 2 ready, 3 running)");
    }

    internal static void ExitIdleNever(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, []);
        TestSchedule.Remember(ref schedule);
        Scheduler.Exit(ref schedule);
        TestSchedule.Unchanged(ref test, ref schedule, Schedule.Idle, "the idle thread ends");
        TestSchedule.Arrange(out schedule, Schedule.Idle, [5, 3]);
        TestSchedule.Remember(ref schedule);
        Scheduler.Exit(ref schedule);
        TestSchedule.Unchanged(ref test, ref schedule, Schedule.Idle, "the idle thread ends");
    }

    /// <summary>A number that is free again can be a new thread's.</summary>
    internal static void ExitNumberAgain(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4]);
        Scheduler.Exit(ref schedule);
        test.Expect(!Scheduler.Wake(ref schedule, 1), "a thread that ended was woken");
        Scheduler.AddLast(ref schedule, 1);
        TestSchedule.Check(ref test, ref schedule, 4, [1]);
    }
}
