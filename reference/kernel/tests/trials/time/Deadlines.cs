using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Waits that end by themselves.</summary>
internal static unsafe class Deadlines
{
    private const ulong Tick = Sleeping.Tick;

    internal static void OfReceive()
    {
        Rendezvous place = Rendezvous.New();
        foreach (ulong microseconds in (ulong[])[1, Tick, 55_000])
        {
            ulong start = Clock.Microseconds;
            Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, microseconds);
            ulong elapsed = Clock.Microseconds - start;
            Expect.True(elapsed >= microseconds && elapsed <= microseconds + Tick + 200, $"{microseconds} us lasted {elapsed}");
        }
    }

    internal static void OfNothing()
    {
        // A time of 0 takes what is there and does not wait, not even for the others to run.
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.Fork(() =>
        {
            Sequence.Note('S');
            Call.Make(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        });
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, 0);
        Sequence.Note('M');
        SystemCall.Yield();
        Expect.Equal(Call.Done(SystemCallNumber.ReceiveDeadline, place.First, 0).Rdi, 1ul);
        Sequence.Expect("MS");
    }

    internal static void AfterAMessage()
    {
        // The message came first: the deadline is taken away and does not end the next wait.
        Rendezvous place = Rendezvous.New();
        Actor receiver = Actor.InThisProcess();
        receiver.Begin(SystemCallNumber.ReceiveDeadline, place.First, 5 * Tick);
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Expect.Equal(receiver.End().Rdi, 1ul);
        receiver.Begin(SystemCallNumber.Receive, place.First);
        SystemCall.Sleep(10 * Tick);
        Expect.True(receiver.IsWaiting);
        Call.Done(SystemCallNumber.Send, 4, 5, 6, Call.Through(place.Second));
        Expect.Equal(receiver.End().Rdi, 4ul);

        // For ever is not a time.
        receiver.Begin(SystemCallNumber.ReceiveDeadline, place.First, ulong.MaxValue);
        SystemCall.Sleep(3 * Tick);
        Expect.True(receiver.IsWaiting);
    }

    internal static void LeavesNothing()
    {
        // After its time the receiver is not there any more: a sender waits, and the next receiver is the first.
        Rendezvous place = Rendezvous.New();
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, Tick);
        Actor sender = Actor.InThisProcess();
        sender.Begin(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Expect.True(sender.IsWaiting);
        Expect.Equal(Call.Done(SystemCallNumber.Receive, place.First).Rdi, 1ul);
        sender.End();
    }

    internal static void OfWait()
    {
        Actor other = Actor.InOtherProcess();
        ulong handle = other.Process.Handle.Number;
        ulong start = Clock.Microseconds;
        Call.Fails(Error.TimedOut, SystemCallNumber.Wait, handle, 30_000);
        Expect.True(Clock.Microseconds - start is >= 30_000 and <= 40_200);

        // It can be waited for again, and by one at a time.
        Actor waiting = Actor.InThisProcess();
        waiting.Begin(SystemCallNumber.Wait, handle, 1_000_000);
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.Wait, handle, 0);
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.Wait, handle, 1_000_000);
        Call.Done(SystemCallNumber.Kill, handle, 5);
        SystemCallRegisters end = waiting.End();
        Expect.Equal(end.Rax, 0ul);
        Expect.Equal(end.Rdi, 5ul);
        Expect.Equal(end.Rsi, (ulong)EndReason.Killed);
    }

    internal static void WhileSuspended()
    {
        // A deadline passes while the thread is suspended: it has its answer, and runs when it is resumed.
        Rendezvous place = Rendezvous.New();
        ulong buffer = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Actor receiver = Actor.InThisProcess();
        receiver.Begin(SystemCallNumber.ReceiveDeadline, place.First, 2 * Tick);
        Call.Done(SystemCallNumber.Suspend, buffer, 4);
        SystemCall.Sleep(5 * Tick);
        Expect.True(receiver.IsWaiting);

        // It is no receiver any more, though it has not run.
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.Second, 0);
        Call.Done(SystemCallNumber.Resume);
        Expect.Equal(receiver.End().Rax, (ulong)Error.TimedOut);
    }

    internal static void OfARepliersRendezvous()
    {
        // Somebody waits for a reply there: receiving is refused at once, whatever the time.
        Rendezvous place = Rendezvous.New();
        Actor client = Actor.InThisProcess();
        client.Begin(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(place.First));
        Expect.Equal(Call.Done(SystemCallNumber.ReceiveDeadline, place.Second, 1_000_000).Rdi, 1ul);
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.ReceiveDeadline, place.Second, 0);
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.ReceiveDeadline, place.Second, 1_000_000);
        Call.Done(SystemCallNumber.Send, 4, 5, 6, Call.Through(place.Second));
        Expect.Equal(client.End().Rdi, 4ul);
    }
}
