using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The call <c>receive_any</c>.</summary>
internal static unsafe class AnyOfSeveral
{
    private const ulong Tick = Sleeping.Tick;

    internal static void EachInTurn()
    {
        Rendezvous[] places = Places(3, out uint* handles);
        Actor receiver = Actor.InThisProcess();
        foreach (int number in (int[])[2, 0, 1, 1])
        {
            receiver.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 3, ulong.MaxValue);
            Expect.True(receiver.IsWaiting);
            Call.Done(SystemCallNumber.Send, 10 + (ulong)number, 2, 3, Call.Through(places[number].Second));
            SystemCallRegisters got = receiver.End();
            Expect.Equal(got.Rax, 0ul);
            Expect.Equal(got.Rdi, 10 + (ulong)number);
            Expect.Equal(got.R8, (ulong)number);

            // It is a receiver nowhere any more.
            foreach (Rendezvous place in places)
                Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.Second, 0);
        }
    }

    internal static void WhatIsThere()
    {
        // Of several that wait, the first in the list's order; with a handle and a chunk in it.
        Rendezvous[] places = Places(3, out uint* handles);
        Actor first = Actor.InThisProcess();
        Actor second = Actor.InThisProcess();
        Rendezvous token = Rendezvous.New();
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        *(ulong*)chunk = 123;
        first.Begin(SystemCallNumber.Send, 12, 0, 0, Call.Through(places[2].Second));
        second.Begin(SystemCallNumber.Send, 11, token.First, chunk, Call.Through(places[1].Second) | Call.FirstHandle | Call.SecondMemory);
        SystemCallRegisters got = Call.Make(SystemCallNumber.ReceiveAny, (ulong)handles, 3, 0);
        Expect.Equal(got.Rax, Call.FirstHandle | Call.SecondMemory);
        Expect.Equal(got.R8, 1ul);
        Expect.Equal(*(ulong*)got.Rdx, 123ul);
        got = Call.Done(SystemCallNumber.ReceiveAny, (ulong)handles, 3, 0);
        Expect.Equal(got.R8, 2ul);
        Expect.Equal(got.Rdi, 12ul);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveAny, (ulong)handles, 3, 0);
    }

    internal static void WithAHandleTwice()
    {
        Rendezvous[] places = Places(2, out uint* handles);
        (handles[2], handles[3], handles[4]) = (handles[1], handles[0], handles[1]);
        Actor receiver = Actor.InThisProcess();
        for (int number = 0; number < 2; number++)
        {
            receiver.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 5, ulong.MaxValue);
            Expect.True(receiver.IsWaiting);
            Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(places[number].Second));
            Expect.Equal(receiver.End().R8, (ulong)number); // the first place in the list
        }

        receiver.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 5, 2 * Tick);
        Expect.Equal(receiver.End(10 * Tick).Rax, (ulong)Error.TimedOut);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, places[0].Second, 0);
    }

    internal static void Deadline()
    {
        Rendezvous[] places = Places(2, out uint* handles);
        ulong start = Clock.Microseconds;
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveAny, (ulong)handles, 2, 35_000);
        Expect.True(Clock.Microseconds - start is >= 35_000 and <= 45_200);
        foreach (Rendezvous place in places)
            Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.Second, 0);

        // A message before the time takes the deadline away.
        Actor receiver = Actor.InThisProcess();
        receiver.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 2, 3 * Tick);
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(places[1].Second));
        receiver.End();
        receiver.Begin(SystemCallNumber.Receive, places[0].First);
        SystemCall.Sleep(6 * Tick);
        Expect.True(receiver.IsWaiting);
    }

    internal static void AnswersAQuestion()
    {
        // Whoever received a question by it is the one that can reply.
        Rendezvous[] places = Places(2, out uint* handles);
        foreach (bool waits in (bool[])[true, false])
        {
            Actor server = Actor.InThisProcess();
            Actor client = Actor.InThisProcess();
            if (waits)
                server.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 2, ulong.MaxValue);
            client.Begin(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(places[1].Second));
            if (!waits)
                server.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 2, ulong.MaxValue);
            Expect.Equal(server.End().R8, 1ul);
            Expect.True(client.IsWaiting);
            SystemCallRegisters refused = Call.Make(SystemCallNumber.Send, 7, 8, 9, Call.Through(places[1].First));
            Expect.Equal(refused.Rax, Call.MessageIsBack | (ulong)Error.ReceiveBlocking);
            Expect.Equal(server.Do(SystemCallNumber.Send, 4, 5, 6, Call.Through(places[1].First)).Rax, 0ul);
            Expect.Equal(client.End().Rdi, 4ul);
        }
    }

    internal static void WithEndsOfProcesses()
    {
        Rendezvous[] places = Places(1, out uint* handles);
        Actor first = Actor.InOtherProcess();
        Actor second = Actor.InOtherProcess();
        handles[1] = first.Process.Handle.Number;
        handles[2] = second.Process.Handle.Number;
        Actor waiting = Actor.InThisProcess();
        waiting.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 3, ulong.MaxValue);
        Call.Done(SystemCallNumber.Kill, second.Process.Handle.Number, 77);
        ExpectEnd(waiting.End(), 2, 77, (ulong)EndReason.Killed);

        // One that ended before the call.
        first.Begin(SystemCallNumber.ExitThread, 78);
        ExpectEnd(Call.Make(SystemCallNumber.ReceiveAny, (ulong)handles, 3, 0), 1, 78, (ulong)EndReason.Exited);

        // Both are over, but a message may still come; without that place nothing can.
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveAny, (ulong)handles, 3, 0);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveAny, (ulong)handles, 3, Tick);
        Call.Fails(Error.Closed, SystemCallNumber.ReceiveAny, (ulong)(handles + 1), 2, ulong.MaxValue);
        waiting.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 3, ulong.MaxValue);
        Call.Done(SystemCallNumber.Send, 5, 0, 0, Call.Through(places[0].Second));
        Expect.Equal(waiting.End().R8, 0ul);
    }

    internal static void OfThirtyTwo()
    {
        Rendezvous[] places = Places(32, out uint* handles);
        Actor receiver = Actor.InThisProcess();
        for (int number = 31; number >= 0; number--)
        {
            receiver.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 32, 1_000_000);
            Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(places[number].Second));
            Expect.Equal(receiver.End().R8, (ulong)number);
        }
    }

    private static void ExpectEnd(SystemCallRegisters got, ulong index, ulong status, ulong reason)
    {
        Expect.Equal(got.Rax, 0ul);
        Expect.Equal(got.R8, index);
        Expect.Equal(got.Rdi, Tags.Exited);
        Expect.Equal(got.Rsi, status);
        Expect.Equal(got.Rdx, reason);
    }

    /// <summary>New rendezvous, and a list of their first handles with room for more.</summary>
    private static Rendezvous[] Places(int count, out uint* handles)
    {
        var places = new Rendezvous[count];
        handles = (uint*)Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        for (int i = 0; i < count; i++)
        {
            places[i] = Rendezvous.New();
            handles[i] = (uint)places[i].First;
        }

        return places;
    }
}
