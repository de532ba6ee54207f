using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>Task 4.2: the tick.</summary>
internal static class PreemptCases
{
    internal static void FrontRuns(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Scheduler.Preempt(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [2, 6, 1]);
    }

    internal static void Alone(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 3, []);
        Scheduler.Preempt(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 3, []);
    }

    internal static void IdleAlone(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, []);
        Scheduler.Preempt(ref schedule);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, []);
    }

    /// <summary>The idle thread is in the ring already; it does not line up behind the others.</summary>
    internal static void IdleGivesWay(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, [4, 2]);
        Scheduler.Preempt(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, [2]);
        Scheduler.Preempt(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 2, [4]);
    }

    internal static void IdleGivesWayToTheOnlyOne(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, [4]);
        Scheduler.Preempt(ref schedule);
        TestSchedule.Check(ref test, ref schedule, 4, []);
    }

    internal static void TwoAlternate(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 5, [2]);
        for (int tick = 0; tick < 6; tick++)
        {
            Scheduler.Preempt(ref schedule);
            if (tick % 2 == 0)
                TestSchedule.Check(ref test, ref schedule, 2, [5]);
            else
                TestSchedule.Check(ref test, ref schedule, 5, [2]);
        }
    }

    /// <summary>As many ticks as threads: each had one turn, and all is as before.</summary>
    internal static void FullRound(ref Case test)
    {
        int threads = 5 + (int)test.Random.Below(20);
        Row ready = Row.Range(1, threads);
        ready.Shuffle(ref test.Random);
        int current = ready.TakeAt(0);
        TestSchedule.Arrange(out Schedule schedule, threads + 1, current, ref ready);
        for (int tick = 0; tick < threads - 1; tick++)
        {
            Scheduler.Preempt(ref schedule);
            test.Equal((ulong)ready[tick], (ulong)schedule.Current, "the thread that has the processor");
        }

        Scheduler.Preempt(ref schedule);
        TestSchedule.Check(ref test, ref schedule, current, ref ready);
    }

    /// <summary>One tick on each of many seeded arrangements.</summary>
    internal static void Seeded(ref Case test)
    {
        for (int round = 0; round < 200; round++)
        {
            int threads = 3 + (int)test.Random.Below(30);
            TestSchedule.Seeded(ref test.Random, out Schedule schedule, threads, out Row ready, out _);
            int current = schedule.Current;
            if (ready.Count > 0)
            {
                if (current != Schedule.Idle)
                    ready.Append(current);
                current = ready.TakeAt(0);
            }

            Scheduler.Preempt(ref schedule);
            TestSchedule.Check(ref test, ref schedule, current, ref ready);
        }
    }

    internal static void Thousand(ref Case test)
    {
        const int last = TestSchedule.MostThreads - 1;
        Row ready = Row.Range(2, last);
        TestSchedule.Arrange(out Schedule schedule, TestSchedule.MostThreads, 1, ref ready);
        for (int tick = 1; tick <= 2 * last; tick++)
        {
            Scheduler.Preempt(ref schedule);
            test.Equal((ulong)((tick % last) + 1), (ulong)schedule.Current, "the thread that has the processor");
        }

        TestSchedule.Check(ref test, ref schedule, 1, ref ready);
    }
}
