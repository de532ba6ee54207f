using System;
using System.Linq;
using Merriwig.Ipc;
using Merriwig.Tasks;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>Threads at random that send, receive and close at a few rendezvous, under the scheduler, against models of both.</summary>
public sealed class ExchangeModelTests
{
    private const int Threads = 6;

    [Test]
    public void AgreesWithTheModels([Range(1, 24)] int seed)
    {
        var random = new Random(seed);
        var rendezvous = new Rendezvous[3];
        ExchangeModel[] models = [.. rendezvous.Select(_ => new ExchangeModel())];
        var order = new ScheduleModel();
        using var schedule = new TestSchedule(Threads + 1);
        for (int thread = 1; thread <= Threads; thread++)
        {
            Scheduler.AddLast(ref schedule.Value, thread);
            order.AddLast(thread);
        }

        for (int step = 0; step < 3_000; step++)
        {
            int at = random.Next(rendezvous.Length);
            ushort caller = (ushort)schedule.Value.Current;
            int choice = caller == Schedule.Idle ? 9 : random.Next(10);
            string expected;
            Transition transition;
            string operation = $"step {step}: ";
            switch (choice)
            {
                case < 3:
                    operation += $"{caller} sends at {at}";
                    Exchange.Send(ref rendezvous[at], caller, RendezvousText.MessageOf(caller), out transition);
                    expected = models[at].Send(caller, wantsReply: false);
                    break;

                case < 6:
                    operation += $"{caller} receives at {at}";
                    Exchange.Receive(ref rendezvous[at], caller, out transition);
                    expected = models[at].Receive(caller);
                    break;

                case < 8:
                    operation += $"{caller} calls at {at}";
                    Exchange.SendReceive(ref rendezvous[at], caller, RendezvousText.MessageOf(caller), out transition);
                    expected = models[at].Send(caller, wantsReply: true);
                    break;

                case 8:
                    Scheduler.Preempt(ref schedule.Value);
                    order.Preempt();
                    continue;

                // Rarely, but always when every thread waits.
                case 9 when caller == Schedule.Idle || random.Next(10) == 0:
                    operation += $"{caller} closes {at}";
                    rendezvous[at].Handles = 1;
                    Exchange.Close(ref rendezvous[at], out transition);
                    expected = models[at].Close(caller);
                    break;

                default:
                    continue;
            }

            Assert.That(RendezvousText.Describe(transition, caller), Is.EqualTo(expected), operation);
            Assert.That(RendezvousText.Describe(rendezvous[at]), Is.EqualTo($"{models[at]}"), operation);
            Exchange.Reschedule(ref schedule.Value, transition);
            Follow(order, expected);
            Assert.That($"{schedule}", Is.EqualTo($"{order}"), operation);
            for (int thread = 1; thread <= Threads; thread++)
                Assert.That(models.Count(model => model.IsWaiting(thread)), Is.EqualTo(schedule.StateOf(thread) == ThreadState.Blocked ? 1 : 0), operation);
        }
    }

    /// <summary>Posts of the kernel, which is no thread: nobody is scheduled for them but who receives.</summary>
    [Test]
    public void AgreesAboutPosts([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        var rendezvous = default(Rendezvous);
        var model = new ExchangeModel();
        for (int step = 0; step < 2_000; step++)
        {
            Transition transition;
            string expected;
            ushort caller = (ushort)random.Next(1, 100);
            switch (random.Next(3))
            {
                case 0:
                    caller = Rendezvous.Nobody;
                    Exchange.Send(ref rendezvous, caller, RendezvousText.MessageOf(caller), out transition);
                    expected = model.Send(caller, wantsReply: false);
                    break;

                case 1 when !model.IsWaiting(caller):
                    Exchange.Receive(ref rendezvous, caller, out transition);
                    expected = model.Receive(caller);
                    break;

                case 2 when !model.IsWaiting(caller):
                    Exchange.SendReceive(ref rendezvous, caller, RendezvousText.MessageOf(caller), out transition);
                    expected = model.Send(caller, wantsReply: true);
                    break;

                default:
                    continue;
            }

            Assert.That(RendezvousText.Describe(transition, caller), Is.EqualTo(expected), $"step {step}");
            Assert.That(RendezvousText.Describe(rendezvous), Is.EqualTo($"{model}"), $"step {step}");

            // Somebody who waits for a reply would wait for ever among so many.
            if (random.Next(5) != 0)
                continue;
            rendezvous.Handles = 1;
            Exchange.Close(ref rendezvous, out _);
            model.Close(Rendezvous.Nobody);
        }
    }

    /// <summary>Who runs next, by the words of the answer.</summary>
    private static void Follow(ScheduleModel order, string answer)
    {
        string[] parts = answer.Split("; ");
        if (parts.Length > 1)
            order.Wake(int.Parse(parts[1].Split(' ')[0]));
        if (parts[0].EndsWith("Waits", StringComparison.Ordinal))
            order.Block();
        else if (answer.EndsWith("first", StringComparison.Ordinal))
            order.GiveWay();
    }
}
