using System;
using Merriwig.Tasks;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>The scheduler: each operation as a table of schedules before and after, and long lives against a list.</summary>
public sealed class SchedulerTests
{
    private const int Threads = 8;

    [Test]
    public void StartsIdle([Values(1, 2, 256, 65_536)] int threads)
    {
        using var schedule = new TestSchedule(threads);
        Assert.That($"{schedule}", Is.EqualTo("0 / - / -"));
    }

    // Before (who runs / the queue / who is blocked), the operation, after.
    [TestCase("0 / - / -", "AddFirst 1", "0 / 1 / -")]
    [TestCase("0 / 2 3 / -", "AddFirst 1", "0 / 1 2 3 / -")]
    [TestCase("1 / - / -", "AddFirst 2", "1 / 2 / -")]
    [TestCase("1 / 2 3 / 4 5", "AddFirst 4", "1 / 4 2 3 / 5")]
    [TestCase("0 / - / -", "AddLast 1", "0 / 1 / -")]
    [TestCase("0 / 2 3 / -", "AddLast 1", "0 / 2 3 1 / -")]
    [TestCase("1 / - / -", "AddLast 2", "1 / 2 / -")]
    [TestCase("1 / 2 3 / 4 5", "AddLast 4", "1 / 2 3 4 / 5")]
    [TestCase("1 / 2 3 4 / -", "Remove 2", "1 / 3 4 / 2")]
    [TestCase("1 / 2 3 4 / 7", "Remove 3", "1 / 2 4 / 3 7")]
    [TestCase("1 / 2 3 4 / -", "Remove 4", "1 / 2 3 / 4")]
    [TestCase("1 / 2 / -", "Remove 2", "1 / - / 2")]
    [TestCase("0 / 2 / -", "Remove 2", "0 / - / 2")]
    [TestCase("0 / - / -", "Preempt", "0 / - / -")]
    [TestCase("0 / 1 / -", "Preempt", "1 / - / -")]
    [TestCase("0 / 1 2 / -", "Preempt", "1 / 2 / -")]
    [TestCase("1 / - / 2", "Preempt", "1 / - / 2")]
    [TestCase("1 / 2 / -", "Preempt", "2 / 1 / -")]
    [TestCase("1 / 3 2 / 4", "Preempt", "3 / 2 1 / 4")]
    [TestCase("0 / - / 1", "Block", "0 / - / 1")]
    [TestCase("0 / 2 / 1", "Block", "0 / 2 / 1")]
    [TestCase("1 / - / -", "Block", "0 / - / 1")]
    [TestCase("1 / 2 / -", "Block", "2 / - / 1")]
    [TestCase("2 / 3 4 / 1", "Block", "3 / 4 / 1 2")]
    [TestCase("0 / - / 1", "Wake 1", "0 / 1 / - woken")]
    [TestCase("1 / 2 3 / 4", "Wake 4", "1 / 4 2 3 / - woken")]
    [TestCase("1 / 2 3 / 4", "Wake 1", "1 / 2 3 / 4")]
    [TestCase("1 / 2 3 / 4", "Wake 3", "1 / 2 3 / 4")]
    [TestCase("1 / 2 3 / 4", "Wake 5", "1 / 2 3 / 4")]
    [TestCase("1 / - / -", "Wake 0", "1 / - / -")]
    [TestCase("0 / - / -", "Wake 0", "0 / - / -")]
    [TestCase("0 / - / -", "Exit", "0 / - / -")]
    [TestCase("0 / 1 / -", "Exit", "0 / 1 / -")]
    [TestCase("1 / - / 2", "Exit", "0 / - / 2")]
    [TestCase("1 / 2 3 / -", "Exit", "2 / 3 / -")]
    [TestCase("0 / - / -", "GiveWay", "0 / - / -")]
    [TestCase("0 / 1 2 / -", "GiveWay", "1 / 2 / -")]
    [TestCase("1 / - / 2", "GiveWay", "1 / - / 2")]
    [TestCase("1 / 2 / -", "GiveWay", "2 / 1 / -")]
    [TestCase("1 / 2 3 / 4", "GiveWay", "2 / 1 3 / 4")]
    public void Does(string before, string operation, string after)
    {
        using var schedule = new TestSchedule(Threads, before);
        Assert.That($"{schedule}", Is.EqualTo(before));
        string[] words = operation.Split(' ');
        int thread = words.Length > 1 ? int.Parse(words[1]) : 0;
        bool woken = false;
        switch (words[0])
        {
            case "AddFirst":
                Scheduler.AddFirst(ref schedule.Value, thread);
                break;

            case "AddLast":
                Scheduler.AddLast(ref schedule.Value, thread);
                break;

            case "Remove":
                Scheduler.Remove(ref schedule.Value, thread);
                break;

            case "Preempt":
                Scheduler.Preempt(ref schedule.Value);
                break;

            case "Block":
                Scheduler.Block(ref schedule.Value);
                break;

            case "Wake":
                woken = Scheduler.Wake(ref schedule.Value, thread);
                break;

            case "Exit":
                Scheduler.Exit(ref schedule.Value);
                break;

            case "GiveWay":
                Scheduler.GiveWay(ref schedule.Value);
                break;

            default:
                throw new ArgumentException(operation);
        }

        Assert.That($"{schedule}{(woken ? " woken" : "")}", Is.EqualTo(after));
    }

    /// <summary>Every ready thread runs once a round, in the same order round after round.</summary>
    [Test]
    public void IsRoundRobin()
    {
        using var schedule = new TestSchedule(Threads, "4 / 1 6 2 5 / 3");
        var order = new int[10];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = schedule.Value.Current;
            Scheduler.Preempt(ref schedule.Value);
        }

        Assert.That(string.Join(" ", order), Is.EqualTo("4 1 6 2 5 4 1 6 2 5"));
    }

    /// <summary>Seeded lives of a schedule: 2,000 operations each.</summary>
    [Test]
    public void AgreesWithAList([Range(1, 24)] int seed)
    {
        var random = new Random(seed);
        int threads = random.Next(1, 12);
        using var schedule = new TestSchedule(threads);
        var model = new ScheduleModel();
        for (int step = 0; step < 2_000; step++)
        {
            string operation = Step(random, threads, ref schedule.Value, model);
            Assert.That($"{schedule}", Is.EqualTo($"{model}"), $"step {step}: {operation}");
        }
    }

    private static string Step(Random random, int threads, ref Schedule schedule, ScheduleModel model)
    {
        int thread = random.Next(threads);
        bool canBeAdded = model.IsFree(thread) || model.Blocked.Contains(thread);
        switch (random.Next(8))
        {
            case 0 when canBeAdded:
                Scheduler.AddFirst(ref schedule, thread);
                model.AddFirst(thread);
                return $"AddFirst {thread}";

            case 1 when canBeAdded:
                Scheduler.AddLast(ref schedule, thread);
                model.AddLast(thread);
                return $"AddLast {thread}";

            case 2 when model.Queue.Contains(thread):
                Scheduler.Remove(ref schedule, thread);
                model.Remove(thread);
                return $"Remove {thread}";

            case 3 when model.Current != 0:
                Scheduler.Block(ref schedule);
                model.Block();
                return "Block";

            // Rarely, or nobody would be left.
            case 4 when model.Current != 0 && random.Next(4) == 0:
                Scheduler.Exit(ref schedule);
                model.Exit();
                return "Exit";

            case 5:
                Scheduler.GiveWay(ref schedule);
                model.GiveWay();
                return "GiveWay";

            case 6:
                Assert.That(Scheduler.Wake(ref schedule, thread), Is.EqualTo(model.Wake(thread)));
                return $"Wake {thread}";

            default:
                Scheduler.Preempt(ref schedule);
                model.Preempt();
                return "Preempt";
        }
    }
}
