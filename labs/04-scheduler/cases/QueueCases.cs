using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>Task 4.1: into the queue at both ends, and out of it anywhere.</summary>
internal static class QueueCases
{
    internal static void FirstIntoEmpty(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, []);
        Scheduler.AddFirst(ref schedule, 7);
        TestSchedule.Check(ref test, ref schedule, 1, [7]);
    }

    internal static void LastIntoEmpty(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, []);
        Scheduler.AddLast(ref schedule, 7);
        TestSchedule.Check(ref test, ref schedule, 1, [7]);
    }

    internal static void FirstGoesBeforeAll(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Scheduler.AddFirst(ref schedule, 9);
        TestSchedule.Check(ref test, ref schedule, 1, [9, 4, 2, 6]);
        Scheduler.AddFirst(ref schedule, 3);
        TestSchedule.Check(ref test, ref schedule, 1, [3, 9, 4, 2, 6]);
    }

    internal static void LastGoesBehindAll(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [4, 2, 6]);
        Scheduler.AddLast(ref schedule, 9);
        TestSchedule.Check(ref test, ref schedule, 1, [4, 2, 6, 9]);
        Scheduler.AddLast(ref schedule, 3);
        TestSchedule.Check(ref test, ref schedule, 1, [4, 2, 6, 9, 3]);
    }

    /// <summary>Whoever comes does not take the processor, not even from the idle thread.</summary>
    internal static void WhileIdleRuns(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, []);
        Scheduler.AddLast(ref schedule, 5);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, [5]);
        Scheduler.AddFirst(ref schedule, 8);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, [8, 5]);
    }

    internal static void BothEnds(ref Case test)
    {
        Row all = Row.Range(2, 41);
        all.Shuffle(ref test.Random);
        Row ready = default;
        TestSchedule.Arrange(out Schedule schedule, 50, 1, ref ready);
        while (all.Count > 0)
        {
            int thread = all.TakeAt(0);
            if (test.Random.Below(2) == 0)
            {
                Scheduler.AddFirst(ref schedule, thread);
                ready.Insert(0, thread);
            }
            else
            {
                Scheduler.AddLast(ref schedule, thread);
                ready.Append(thread);
            }

            TestSchedule.Check(ref test, ref schedule, 1, ref ready);
        }
    }

    internal static void RemoveTheOnlyOne(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [6]);
        Scheduler.Remove(ref schedule, 6);
        TestSchedule.Check(ref test, ref schedule, 1, []);
        TestSchedule.State(ref test, ref schedule, 6, ThreadState.Blocked, "the state of a thread that was removed (0 free, 1 blocked, 2 ready, 3 running)");
    }

    internal static void RemoveTheFront(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [6, 3, 8]);
        Scheduler.Remove(ref schedule, 6);
        TestSchedule.Check(ref test, ref schedule, 1, [3, 8]);
    }

    internal static void RemoveTheBack(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [6, 3, 8]);
        Scheduler.Remove(ref schedule, 8);
        TestSchedule.Check(ref test, ref schedule, 1, [6, 3]);
    }

    internal static void RemoveFromTheMiddle(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, Schedule.Idle, [6, 3, 8, 2]);
        Scheduler.Remove(ref schedule, 3);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, [6, 8, 2]);
        Scheduler.Remove(ref schedule, 8);
        TestSchedule.Check(ref test, ref schedule, Schedule.Idle, [6, 2]);
    }

    internal static void RemovedComesBack(ref Case test)
    {
        TestSchedule.Arrange(out Schedule schedule, 1, [6, 3, 8]);
        Scheduler.Remove(ref schedule, 3);
        Scheduler.AddLast(ref schedule, 3);
        TestSchedule.Check(ref test, ref schedule, 1, [6, 8, 3]);
        Scheduler.Remove(ref schedule, 6);
        Scheduler.AddFirst(ref schedule, 6);
        TestSchedule.Check(ref test, ref schedule, 1, [6, 8, 3]);
    }

    /// <summary>One operation on each of many seeded arrangements: what is not concerned stays as it is.</summary>
    internal static void Seeded(ref Case test)
    {
        for (int round = 0; round < 200; round++)
        {
            int threads = 4 + (int)test.Random.Below(30);
            TestSchedule.Seeded(ref test.Random, out Schedule schedule, threads, out Row ready, out Row others);
            int current = schedule.Current;
            uint choice = test.Random.Below(4);
            if (choice >= 2 && ready.Count > 0)
            {
                Scheduler.Remove(ref schedule, ready.TakeAt((int)test.Random.Below((uint)ready.Count)));
            }
            else if (others.Count > 0)
            {
                int thread = others.TakeAt(0);
                if (choice == 0)
                    Scheduler.AddFirst(ref schedule, thread);
                else
                    Scheduler.AddLast(ref schedule, thread);
                ready.Insert(choice == 0 ? 0 : ready.Count, thread);
            }

            TestSchedule.Check(ref test, ref schedule, current, ref ready);
        }
    }

    /// <summary>A thousand threads in, and out again in a seeded order: the highest number that a link can have is among them.</summary>
    internal static void Thousand(ref Case test)
    {
        const int last = TestSchedule.MostThreads - 1;
        Row ready = default;
        TestSchedule.Arrange(out Schedule schedule, TestSchedule.MostThreads, 1, ref ready);
        for (int thread = 2; thread <= last; thread++)
            Scheduler.AddLast(ref schedule, thread);
        ready = Row.Range(2, last);
        TestSchedule.Check(ref test, ref schedule, 1, ref ready);

        Row leaving = ready;
        leaving.Shuffle(ref test.Random);
        for (int i = 0; i < leaving.Count; i++)
        {
            Scheduler.Remove(ref schedule, leaving[i]);
            if (i % 100 == 0)
                TestSchedule.CheckInvariants(ref test, ref schedule);
        }

        ready = default;
        TestSchedule.Check(ref test, ref schedule, 1, ref ready);
    }
}
