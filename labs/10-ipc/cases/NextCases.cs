using Merriwig.Ipc;
using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>Task 10.4: who runs after an operation. Thread 1 has the processor.</summary>
internal static class NextCases
{
    internal static void CallerGoesOn(ref Case test)
    {
        TestSchedule.Create(out Schedule schedule, blocked: 4);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Done });
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Receives });
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Fails });
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Returned });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(1, 2, 3));
    }

    internal static void CallerWaits(ref Case test)
    {
        TestSchedule.Create(out Schedule schedule, blocked: 4);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Waits });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(2, 3));
    }

    internal static void EverybodyWaits(ref Case test)
    {
        TestSchedule.Create(out Schedule schedule, blocked: 2);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Waits });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(Schedule.Idle));
    }

    internal static void SenderGoesOn(ref Case test)
    {
        ushort peer = Blocked(ref test);
        TestSchedule.Create(out Schedule schedule, blocked: 4);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Done, Peer = peer, PeerAnswer = Answer.Receives });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(1, peer, 2, 3));
    }

    internal static void ReceiverGoesOn(ref Case test)
    {
        ushort peer = Blocked(ref test);
        TestSchedule.Create(out Schedule schedule, blocked: 4);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Receives, Peer = peer, PeerAnswer = Answer.Done });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(1, peer, 2, 3));
    }

    internal static void CallHandsOver(ref Case test)
    {
        ushort peer = Blocked(ref test);
        TestSchedule.Create(out Schedule schedule, blocked: 4);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Waits, Peer = peer, PeerAnswer = Answer.Receives });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(peer, 2, 3));
    }

    internal static void CallHandsOverAlone(ref Case test)
    {
        TestSchedule.Create(out Schedule schedule, blocked: 2);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Waits, Peer = 5, PeerAnswer = Answer.Receives });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(5));
    }

    internal static void ClosedRunsFirst(ref Case test)
    {
        ushort peer = Blocked(ref test);
        TestSchedule.Create(out Schedule schedule, blocked: 4);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Done, Peer = peer, PeerAnswer = Answer.Returned, PeerFirst = true });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(peer, 1, 2, 3));
        TestSchedule.Create(out schedule, blocked: 2);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Done, Peer = peer, PeerAnswer = Answer.Fails, PeerFirst = true });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(peer, 1));
    }

    internal static void NobodyToLetGoFirst(ref Case test)
    {
        // A posted message whose wait is broken: there is no thread behind it.
        TestSchedule.Create(out Schedule schedule, blocked: 4);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Done, PeerAnswer = Answer.Returned, PeerFirst = true });
        TestSchedule.Expect(ref test, ref schedule, Order.Of(1, 2, 3));
    }

    internal static void PostedWhileIdle(ref Case test)
    {
        ushort peer = Blocked(ref test);
        TestSchedule.Create(out Schedule schedule, blocked: 2);
        Scheduler.Block(ref schedule);
        Exchange.Reschedule(ref schedule, new Transition { Caller = Answer.Done, Peer = peer, PeerAnswer = Answer.Receives });
        Order order = default;
        test.Equal(Schedule.Idle, (ulong)schedule.Current, "the thread that has the processor: the idle one, until it looks");
        test.Equal(1, (ulong)TestSchedule.Order(ref schedule, order), "threads that are ready");
        test.Equal(peer, order[0], "the thread that runs next");
    }

    private static ushort Blocked(ref Case test) => (ushort)(4 + test.Random.Below(TestSchedule.Threads - 4));
}
