using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Scenes of waiting and closing. A party's own handle is one end; the trial has the other and closes it.</summary>
internal static unsafe class Closing
{
    internal static void OfAReceiversOtherEnd() => ForBoth(static (party, other) =>
    {
        party.Receive();
        party.ExpectWaits();
        Close(other);
        party.ExpectFails(Error.Closed);
    });

    internal static void OfASendersOtherEnd() => ForBoth(static (party, other) =>
    {
        party.Send();
        party.ExpectWaits();
        Close(other);
        party.ExpectReturned(Error.Closed);
    });

    internal static void OfAQuestionsOtherEnd() => ForBoth(static (party, other) =>
    {
        party.SendReceive();
        party.ExpectWaits();
        Close(other);
        party.ExpectReturned(Error.Closed);
    });

    internal static void InsteadOfAReply() => ForBoth(static (party, other) =>
    {
        // The question arrived, so there is no message to give back.
        party.SendReceive();
        SystemCallRegisters question = Call.Make(SystemCallNumber.Receive, other);
        party.ExpectWaits();
        Close(other);
        party.ExpectFails(Error.Closed);
        party.Sent.ExpectWith(Actor.InThisProcess(), question);
    });

    internal static void OfTheReceiversHandle() => ForReceiver(static (place, receiver, sender, handle) =>
    {
        // Its process has received here, and gives it up: who waits with a message gets it back, who comes later is refused, until somebody receives.
        receiver.Do(SystemCallNumber.Close, handle);
        Expect.Equal(sender.End().Rax, Call.MessageIsBack | (ulong)Error.Closed);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 7, 8, 9, Call.Through(place.Second));
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, 0);
        ExpectWaits(sender, place);
        Call.Done(SystemCallNumber.Receive, place.First);
    });

    internal static void OfTheReceiversCopies() => ForReceiver(static (place, receiver, sender, handle) =>
    {
        // A copy of a handle that was received through is as good as it.
        ulong copy = receiver.Do(SystemCallNumber.CopyRendezvous, handle).Rdi;
        receiver.Do(SystemCallNumber.Close, handle);
        Expect.True(sender.IsWaiting);
        receiver.Do(SystemCallNumber.Close, copy);
        Expect.Equal(sender.End().Rax, Call.MessageIsBack | (ulong)Error.Closed);
    });

    internal static void WhileReceiving() => ForReceiver(static (place, receiver, sender, handle) =>
    {
        // The handle by which a thread waits goes away, and the thread still takes what comes.
        Actor other = receiver.Fork();
        receiver.Do(SystemCallNumber.Receive, handle);
        Expect.Equal(sender.End().Rax, 0ul);
        receiver.Begin(SystemCallNumber.Receive, handle);
        other.Do(SystemCallNumber.Close, handle);
        Expect.True(receiver.IsWaiting);
        Call.Done(SystemCallNumber.Send, 7, 8, 9, Call.Through(place.Second));
        Expect.Equal(receiver.End().Rdi, 7ul);
    });

    internal static void AfterTheReceiversHandleMoved() => ForReceiver(static (place, receiver, sender, handle) =>
    {
        // Whoever gets it may yet receive; it has not so far, and is no receiver whose end would matter.
        Actor heir = Actor.InOtherProcess();
        Rendezvous road = Rendezvous.New();
        ulong gate = heir.Share(road.SecondHandle);
        receiver.Begin(SystemCallNumber.Send, 1, handle, 0, Call.Through(receiver.Share(road.FirstHandle)) | Call.FirstHandle);
        heir.Do(SystemCallNumber.Receive, gate);
        Expect.Equal(receiver.End().Rax, 0ul);
        Expect.True(sender.IsWaiting);
        Expect.Done(heir.Process.TryKill(1, out Error error), error);
        Expect.True(sender.IsWaiting);
        Call.Done(SystemCallNumber.Receive, place.First);
        Expect.Equal(sender.End().Rax, 0ul);
        road.Close();
    });

    /// <summary>
    /// A receiver in another process has received once by the handle, and a sender waits again. The trial has both ends too. Twice: by
    /// <c>receive</c> and by <c>receive_any</c>.
    /// </summary>
    private static void ForReceiver(Action<Rendezvous, Actor, Actor, ulong> scene)
    {
        foreach (bool any in (bool[])[false, true])
        {
            Rendezvous place = Rendezvous.New();
            Actor receiver = Actor.InOtherProcess();
            Actor sender = Actor.InThisProcess();
            ulong handle = receiver.Share(place.FirstHandle);
            if (any)
                ReceiveFromAny(receiver, handle);
            else
                receiver.Begin(SystemCallNumber.Receive, handle);
            Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
            Expect.Equal(receiver.End().Rdi, 1ul);
            ExpectWaits(sender, place);
            scene(place, receiver, sender, handle);
            Children.EndAll();
            place.Close();
        }
    }

    private static void ReceiveFromAny(Actor receiver, ulong handle)
    {
        uint* list = (uint*)Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        list[0] = (uint)handle;
        receiver.Begin(SystemCallNumber.ReceiveAny, receiver.Give(new MemoryChunk((ulong)list)), 1, ulong.MaxValue);
    }

    private static void ExpectWaits(Actor sender, Rendezvous place)
    {
        sender.Begin(SystemCallNumber.Send, 4, 5, 6, Call.Through(place.Second));
        Expect.True(sender.IsWaiting);
    }

    internal static void OfOneOfSeveral()
    {
        // One of three places of a receive_any: it tells which, and is not a receiver at the others any more.
        Actor actor = Actor.InThisProcess();
        Rendezvous[] places = [Rendezvous.New(), Rendezvous.New(), Rendezvous.New()];
        uint* handles = (uint*)Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        for (int i = 0; i < 3; i++)
            handles[i] = (uint)places[i].First;
        actor.Begin(SystemCallNumber.ReceiveAny, (ulong)handles, 3, ulong.MaxValue);
        Expect.True(actor.IsWaiting);
        Close(places[1].Second);
        SystemCallRegisters got = actor.End();
        Expect.Equal(got.Rax, (ulong)Error.Closed);
        Expect.Equal(got.R8, 1ul);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, places[0].Second, 0);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, places[2].Second, 0);
    }

    internal static void OfACopy() => ForBoth(static (party, other) =>
    {
        ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, other).Rdi;
        party.Receive();
        Close(other);
        party.ExpectWaits();
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(copy));
        Expect.Equal(party.Actor.End().Rdi, 1ul);
        party.Receive();
        Close(copy);
        party.ExpectFails(Error.Closed);
    });

    internal static void OfOwnHandle()
    {
        // A thread waits, and another one of its process closes the handle: one reference is left, and that is the other end's, who cannot be received by.
        Actor waiting = Actor.InOtherProcess();
        Actor closing = waiting.Fork();
        Rendezvous place = Rendezvous.New();
        ulong handle = waiting.Give(place.FirstHandle);
        waiting.Begin(SystemCallNumber.Receive, handle);
        Expect.Equal(closing.Do(SystemCallNumber.Close, handle).Rax, 0ul);
        Expect.Equal(waiting.End().Rax, (ulong)Error.Closed);
        Expect.Equal(waiting.Do(SystemCallNumber.Receive, handle).Rax, (ulong)Error.InvalidHandle);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));

        // As a sender: its message comes back.
        Rendezvous another = Rendezvous.New();
        handle = waiting.Give(another.FirstHandle);
        waiting.Begin(SystemCallNumber.Send, 5, 6, 7, Call.Through(handle));
        Expect.Equal(closing.Do(SystemCallNumber.Close, handle).Rax, 0ul);
        SystemCallRegisters got = waiting.End();
        Expect.Equal(got.Rax, Call.MessageIsBack | (ulong)Error.Closed);
        Expect.Equal(got.Rdi, 5ul);
        Call.Fails(Error.Closed, SystemCallNumber.ReceiveDeadline, another.Second, 0);
        Children.EndAll();
    }

    internal static void OfOwnHandleWhereOthersStay()
    {
        // Two references are left: somebody can still come, so the thread goes on waiting without a handle.
        Actor waiting = Actor.InOtherProcess();
        Actor closing = waiting.Fork();
        Rendezvous place = Rendezvous.New();
        ulong handle = waiting.Give(place.FirstHandle);
        ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, place.Second).Rdi;
        waiting.Begin(SystemCallNumber.Receive, handle);
        closing.Do(SystemCallNumber.Close, handle);
        Expect.True(waiting.IsWaiting);
        Call.Done(SystemCallNumber.Send, 5, 6, 7, Call.Through(place.Second));
        Expect.Equal(waiting.End().Rdi, 5ul);
        Call.Done(SystemCallNumber.Close, copy);
        Children.EndAll();
    }

    internal static void WithAMount()
    {
        // A server that waits has hope as long as it is mounted somewhere.
        Actor server = Actor.InOtherProcess();
        Rendezvous place = Rendezvous.New();
        ulong handle = server.Give(place.FirstHandle);
        server.Begin(SystemCallNumber.Receive, handle);
        fixed (byte* path = "/server"u8)
        {
            Call.Done(SystemCallNumber.Mount, (ulong)path, 7, 0, Call.Through(place.Second));
            Expect.True(server.IsWaiting);
            ulong client = Call.Done(SystemCallNumber.Open, (ulong)path, 7).Rdi;
            Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(client));
            Expect.Equal(server.End().Rdi, 1ul);
            server.Begin(SystemCallNumber.Receive, handle);
            Close(client);
            Expect.True(server.IsWaiting);
            Call.Done(SystemCallNumber.Unmount, (ulong)path, 7);
        }

        Expect.Equal(server.End().Rax, (ulong)Error.Closed);
        Children.EndAll();
    }

    internal static void WithAMountAndASender()
    {
        // For a sender a mount is no hope: through it nobody receives.
        Rendezvous place = Rendezvous.New();
        Actor sender = Actor.InThisProcess();
        fixed (byte* path = "/sender"u8)
        {
            ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, place.Second).Rdi;
            Call.Done(SystemCallNumber.Mount, (ulong)path, 7, 0, Call.Through(copy));
            sender.Begin(SystemCallNumber.SendReceive, 5, 6, 7, Call.Through(place.First));
            Expect.True(sender.IsWaiting);
            Close(place.Second);
            Expect.Equal(sender.End().Rax, Call.MessageIsBack | (ulong)Error.Closed);

            // Nor for whoever waits for a reply.
            ulong server = Call.Done(SystemCallNumber.Open, (ulong)path, 7).Rdi;
            sender.Begin(SystemCallNumber.SendReceive, 5, 6, 7, Call.Through(place.First));
            Expect.Equal(Call.Make(SystemCallNumber.Receive, server).Rdi, 5ul);
            Close(server);
            Expect.Equal(sender.End().Rax, (ulong)Error.Closed);
            Call.Done(SystemCallNumber.Unmount, (ulong)path, 7);
        }
    }

    internal static void OfAMountThatOnlyAProcessHas()
    {
        // The mount is in a process's own table, and goes with it.
        Rendezvous place = Rendezvous.New();
        Rendezvous input = Rendezvous.New();
        Rendezvous output = Rendezvous.New();
        Actor server = Actor.InThisProcess();
        Process owner = Children.Start(
            input.FirstHandle, output.FirstHandle, new ProcessParameters().Mount(place.SecondHandle, "/owned").Arguments(Actor.Word, Actor.Word));
        server.Begin(SystemCallNumber.Receive, place.First);
        Expect.True(server.IsWaiting);
        Children.Kill(owner);
        Expect.Equal(server.End().Rax, (ulong)Error.Closed);
    }

    internal static void OfAHandleInAMessage()
    {
        // As long as the other end travels in a message somebody may still receive it.
        Rendezvous place = Rendezvous.New();
        Rendezvous way = Rendezvous.New();
        Actor waiting = Actor.InThisProcess();
        Actor sender = Actor.InOtherProcess();
        ulong theirs = sender.Give(way.FirstHandle);
        ulong item = sender.Give(place.SecondHandle);
        waiting.Begin(SystemCallNumber.Receive, place.First);
        sender.Begin(SystemCallNumber.Send, 1, item, 3, Call.Through(theirs) | Call.FirstHandle);
        Expect.True(waiting.IsWaiting);

        // Its sender ends, and the message with it.
        Children.Kill(sender.Process);
        Expect.Equal(waiting.End().Rax, (ulong)Error.Closed);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(way.Second));
    }

    internal static void OfMessagesInMessages()
    {
        // A chain of processes that wait to send: each message carries the end at which the next could be received. When the first end goes all of
        // them are told, one after the other.
        const int length = 20;
        Actor[] senders = new Actor[length];
        Rendezvous[] places = new Rendezvous[length];
        Actor process = Actor.InOtherProcess();
        for (int i = 0; i < length; i++)
        {
            places[i] = Rendezvous.New();
            senders[i] = process.Fork();
            ulong way = senders[i].Give(places[i].FirstHandle);
            ulong item = i == 0 ? 0 : senders[i].Give(places[i - 1].SecondHandle);
            senders[i].Begin(SystemCallNumber.Send, (ulong)i, item, 3, Call.Through(way) | (i == 0 ? 0 : Call.FirstHandle));
        }

        Usage before = Usage.Now();
        Close(places[length - 1].Second);
        SystemCallRegisters got = senders[length - 1].End();
        Expect.Equal(got.Rax, Call.MessageIsBack | (ulong)Error.Closed | Call.FirstHandle);
        for (int i = length - 2; i >= 0; i--)
        {
            Expect.True(senders[i].IsWaiting);
            senders[i + 1].Do(SystemCallNumber.Close, got.Rsi);
            got = senders[i].End();
            Expect.Equal(got.Rax & 0xFF, Call.MessageIsBack | (ulong)Error.Closed);
            Expect.Equal(got.Rdi, (ulong)i);
        }

        // The same once more, but the process ends with all its messages.
        for (int i = 1; i < length; i++)
        {
            Rendezvous way = Rendezvous.New();
            Rendezvous end = Rendezvous.New();
            senders[i].Begin(
                SystemCallNumber.Send, 1, senders[i].Give(end.FirstHandle), 3, Call.Through(senders[i].Give(way.FirstHandle)) | Call.FirstHandle);
        }

        Children.EndAll();
        Expect.True(Usage.Now().Threads < before.Threads);
    }

    internal static void BeforeAReceive()
    {
        // Nobody else is left, so nothing can come: by any call.
        Rendezvous place = Rendezvous.New();
        Close(place.Second);
        Call.Fails(Error.Closed, SystemCallNumber.ReceiveDeadline, place.First, 0);
        Call.Fails(Error.Closed, SystemCallNumber.ReceiveDeadline, place.First, 20_000);
        Call.Fails(Error.Closed, SystemCallNumber.Receive, place.First);
        uint* list = (uint*)Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Rendezvous other = Rendezvous.New();
        (list[0], list[1]) = ((uint)place.First, (uint)other.First);
        Call.Fails(Error.Closed, SystemCallNumber.ReceiveAny, (ulong)list, 1, ulong.MaxValue);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveAny, (ulong)list, 2, 0);
        Close(place.First);

        // The last handle goes while a thread waits: it is told, and the rendezvous is no more.
        place = other;
        Usage before = Usage.Now();
        Actor waiting = Actor.InThisProcess();
        waiting.Begin(SystemCallNumber.Receive, place.First);
        Expect.True(waiting.IsWaiting);
        Close(place.First);
        Expect.Equal(waiting.End().Rax, (ulong)Error.Closed);
        Close(place.Second);
        Expect.Equal(Usage.Now().Rendezvous, before.Rendezvous + 2 - 1); // the actor's two, and this one less
    }

    /// <summary>A scene with a thread of this process and with another process, and for each kind of message.</summary>
    private static void ForBoth(Action<Party, ulong> scene)
    {
        foreach (bool otherProcess in (bool[])[false, true])
        {
            Actor actor = Actor.In(otherProcess);
            for (Contents contents = Contents.Values; contents <= Contents.Both; contents++)
            {
                Rendezvous place = Rendezvous.New();
                scene(new Party(actor, actor.Give(place.FirstHandle), contents), place.Second);
                if (!otherProcess)
                    Close(place.First);
            }
        }

        Children.EndAll();
    }

    private static void Close(ulong handle) => Call.Done(SystemCallNumber.Close, handle);
}
