using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>What messages carry: handles and chunks move, all of them or none, and what cannot be delivered is not lost but given back.</summary>
internal static unsafe class Carriage
{
    private const int MostHandles = 1024;

    private const ulong ErrorKind = 3;

    internal static void ItemsLeaveAtOnce()
    {
        // The sender waits; nobody has received yet. What it sent is not its process's any more.
        Rendezvous place = Rendezvous.New();
        Rendezvous token = Rendezvous.New();
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        *(ulong*)chunk = 77;
        Actor sender = Actor.InThisProcess();
        sender.Begin(SystemCallNumber.Send, 1, token.Second, chunk, Call.Through(place.First) | Call.FirstHandle | Call.SecondMemory);
        Expect.True(sender.IsWaiting);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.CopyRendezvous, token.Second);
        Call.Fails(Error.DoubleFree, SystemCallNumber.FreeMemory, chunk);
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, chunk, 64);

        // New ones may take their numbers, and are others.
        Rendezvous other = Rendezvous.New();
        Expect.Equal(other.First, token.Second);
        Expect.Equal(Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi, chunk);
        Expect.Equal(*(ulong*)chunk, 0ul);
        SystemCallRegisters message = Call.Make(SystemCallNumber.Receive, place.Second);
        Expect.Equal(message.Rax, Call.FirstHandle | Call.SecondMemory);
        Expect.True(message.Rsi != token.Second && message.Rdx != chunk);
        Expect.Equal(*(ulong*)message.Rdx, 77ul);
        Expect.Equal(*(ulong*)chunk, 0ul);
    }

    internal static void SentChunkIsGone()
    {
        Process sender = Child.Start("send-chunk", out Handle channel);
        Expect.Equal(Call.Make(SystemCallNumber.ReceiveDeadline, channel.Number, 1_000_000).Rax, Call.SecondMemory);
        Child.ExpectFault(sender, 14);
    }

    /// <summary>
    /// The part of the sender. The processor remembers the page from its writing, and after the call goes on with it: it must have been told that the page
    /// is gone.
    /// </summary>
    internal static int SendChunkAndWrite()
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Sequence.Start();
        *(ulong*)chunk = 1;
        Call.Done(SystemCallNumber.Send, 1, 0, chunk, Call.Through(0) | Call.SecondMemory);
        *(ulong*)chunk = 2;
        return 0;
    }

    internal static void AllOrNothing()
    {
        Rendezvous place = Rendezvous.New();
        Rendezvous token = Rendezvous.New();
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 2, 0).Rdi;
        ulong free = chunk + Addresses.ChunkWindow;
        *(ulong*)chunk = 99;
        ulong two = Call.FirstHandle | Call.SecondHandle;
        ulong memory = Call.FirstMemory | Call.SecondMemory;
        ulong handleFirst = Call.FirstHandle | Call.SecondMemory;
        ulong memoryFirst = Call.FirstMemory | Call.SecondHandle;
        Usage before = Usage.Now();

        // The first is good and the second bad, and the other way round.
        Refused(Error.InvalidHandle, token.First, 1000, two);
        Refused(Error.InvalidHandle, 1000, token.First, two);
        Refused(Error.InvalidHandle, chunk, 1000, memoryFirst);
        Refused(Error.InvalidHandle, 1000, chunk, handleFirst);
        Refused(Error.DoubleFree, token.First, free, handleFirst);
        Refused(Error.DoubleFree, free, token.First, memoryFirst);
        Refused(Error.Parameter, token.First, Addresses.Heap, handleFirst);
        Refused(Error.Parameter, chunk, Addresses.Code, memory);
        Refused(Error.Parameter, 0x8000_0280_4000_0000, chunk, memory);
        Refused(Error.Parameter, ulong.MaxValue, token.First, memoryFirst);

        // The same one twice, a chunk also by another of its addresses.
        Refused(Error.InvalidHandle, token.First, token.First, two);
        Refused(Error.DoubleFree, chunk, chunk, memory);
        Refused(Error.DoubleFree, chunk, chunk + 4096, memory);
        Usage.ExpectAs(before);
        Expect.Equal(*(ulong*)chunk, 99ul);
        Call.Done(SystemCallNumber.Close, token.First);
        Call.Done(SystemCallNumber.FreeMemory, chunk);

        void Refused(Error error, ulong first, ulong second, ulong control)
        {
            SystemCallRegisters after = Call.Fails(error, SystemCallNumber.Send, 5, first, second, Call.Through(place.First) | control);
            Expect.Equal(after.Rdi, 5ul);
            Expect.Equal(after.Rsi, first);
            Expect.Equal(after.Rdx, second);
            Call.Fails(error, SystemCallNumber.SendReceive, 5, first, second, Call.Through(place.First) | control);
        }
    }

    internal static void LongWithoutItemsIsShort()
    {
        // Kinds: none; and error, which in a message that is sent is a value.
        foreach (ulong control in (ulong[])[Call.Long, Call.Long | (ErrorKind << 9), Call.Long | (ErrorKind << 11), Call.Long | (ErrorKind << 9) | (ErrorKind << 11)])
        {
            SystemCallRegisters message = Pass(7, 8, 9, control);
            Expect.Equal(message.Rax, 0ul);
            Expect.Equal(message.Rdi, 7ul);
            Expect.Equal(message.Rsi, 8ul);
            Expect.Equal(message.Rdx, 9ul);
        }

        // Kinds without the bit that makes a message long mean nothing, nor do the bits above them.
        Expect.Equal(Pass(7, 1000, 1000, 0x200 | 0x800).Rax, 0ul);
        Expect.Equal(Pass(7, 8, 9, 0xFFFF_C000).Rax, 0ul);
        Expect.Equal(Pass(ulong.MaxValue, ulong.MaxValue, 1ul << 63, 0).Rdx, 1ul << 63);
    }

    internal static void ItemsOfAllKinds()
    {
        // A handle beside an error kind: the one moves, the other is a number.
        Rendezvous token = Rendezvous.New();
        SystemCallRegisters message = Pass(7, token.First, 9, Call.FirstHandle | (ErrorKind << 11));
        Expect.Equal(message.Rax, Call.FirstHandle);
        Expect.Equal(message.Rdx, 9ul);
        message = Pass(7, 8, message.Rsi, Call.SecondHandle | (ErrorKind << 9));
        Expect.Equal(message.Rax, Call.SecondHandle);
        Expect.Equal(message.Rsi, 8ul);

        // Two handles to one rendezvous, and two chunks by addresses in their middle.
        message = Pass(7, message.Rdx, token.Second, Call.FirstHandle | Call.SecondHandle);
        Expect.Equal(message.Rax, Call.FirstHandle | Call.SecondHandle);
        Expect.True(message.Rsi != message.Rdx);
        ulong one = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        ulong two = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        *(ulong*)one = 1;
        *(ulong*)two = 2;
        message = Pass(7, two + 8, one + 0x3FFF_FFFF, Call.FirstMemory | Call.SecondMemory);
        Expect.Equal(message.Rsi, one); // the lowest window
        Expect.Equal(*(ulong*)message.Rsi, 2ul);
        Expect.Equal(*(ulong*)message.Rdx, 1ul);
    }

    internal static void NoFreeHandle()
    {
        Actor receiver = Actor.InOtherProcess();
        Rendezvous place = Rendezvous.New();
        ulong theirs = receiver.Share(place.FirstHandle);
        int filled = Fill(receiver, theirs);
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;

        // No place for the handle, but for the chunk beside it.
        Rendezvous token = Rendezvous.New();
        receiver.Begin(SystemCallNumber.Receive, theirs);
        Call.Done(SystemCallNumber.Send, 1, token.Second, chunk, Call.Through(place.Second) | Call.FirstHandle | Call.SecondMemory);
        SystemCallRegisters got = receiver.End();
        Expect.Equal(got.Rax, Call.Long | (ErrorKind << 9) | (2ul << 11));
        Expect.Equal(got.Rsi, (ulong)Error.NoMemorySlots);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(token.First));
        Expect.Equal(receiver.Do(SystemCallNumber.FreeMemory, got.Rdx).Rax, 0ul);

        // A place for one of two.
        Expect.Equal(receiver.Do(SystemCallNumber.Close, (ulong)filled).Rax, 0ul);
        Rendezvous first = Rendezvous.New();
        Rendezvous second = Rendezvous.New();
        receiver.Begin(SystemCallNumber.Receive, theirs);
        Call.Done(SystemCallNumber.Send, 1, first.Second, second.Second, Call.Through(place.Second) | Call.FirstHandle | Call.SecondHandle);
        got = receiver.End();
        Expect.Equal(got.Rax, Call.FirstHandle | (ErrorKind << 11));
        Expect.Equal(got.Rsi, (ulong)filled);
        Expect.Equal(got.Rdx, (ulong)Error.NoMemorySlots);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(second.First));
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, first.First, 0);

        // Calls that make handles say so, and make none.
        Expect.Equal(receiver.Do(SystemCallNumber.NewRendezvous).Rax, (ulong)Error.NoMemorySlots);
        Expect.Equal(receiver.Do(SystemCallNumber.CopyRendezvous, theirs).Rax, (ulong)Error.NoMemorySlots);
        Children.EndAll();
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(first.First));
    }

    internal static void NoFreeWindow()
    {
        Rendezvous place = Rendezvous.New();
        Actor receiver = Actor.InThisProcess();
        Actor sender = Actor.InOtherProcess();
        ulong theirs = sender.Share(place.SecondHandle);
        receiver.Begin(SystemCallNumber.Receive, place.First);
        ulong chunk = sender.Do(SystemCallNumber.AllocateMemory, 1000, 0xFFFF_FFFF).Rdi;
        sender.Begin(SystemCallNumber.Send, 1, 2, 3, Call.Through(theirs));
        receiver.End();
        sender.End();
        receiver.Begin(SystemCallNumber.Receive, place.First);

        // All windows are used when the chunk comes: it is given back, with its tables.
        sender.BeginAfter(300_000, SystemCallNumber.Send, 1, 2, chunk, Call.Through(theirs) | Call.SecondMemory);
        while (Call.Make(SystemCallNumber.AllocateMemory, 1, 0).Rax == 0)
        {
        }

        Usage before = Usage.Now();
        SystemCallRegisters got = receiver.End(1_000_000);
        Expect.Equal(Usage.Now().Frames - before.Frames, 1000ul + 3);
        Expect.Equal(got.Rax, Call.Long | (ErrorKind << 11));
        Expect.Equal(got.Rsi, 2ul);
        Expect.Equal(got.Rdx, (ulong)Error.NoMemorySlots);
    }

    internal static void NoPlaceForTheReturned()
    {
        // A sender waits. Meanwhile its process uses the place of the handle that it sent; then nobody will come, and the handle has no way back.
        Actor sender = Actor.InOtherProcess();
        Actor filler = sender.Fork();
        Rendezvous place = Rendezvous.New();
        Rendezvous token = Rendezvous.New();
        ulong theirs = sender.Give(place.FirstHandle);
        ulong item = sender.Give(token.SecondHandle);
        sender.Begin(SystemCallNumber.Send, 1, item, 3, Call.Through(theirs) | Call.FirstHandle);
        Expect.True(sender.IsWaiting);
        Fill(filler, theirs);
        Call.Done(SystemCallNumber.Close, place.Second);

        // The filler's copies are references too: only when they go the sender is alone. The last is closed by the process's end.
        Expect.True(sender.IsWaiting);
        Children.EndAll();
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(token.First));
    }

    internal static void ReturnedWithoutAPlace()
    {
        Actor sender = Actor.InOtherProcess();
        Actor filler = sender.Fork();
        Rendezvous place = Rendezvous.New();
        Rendezvous token = Rendezvous.New();
        Rendezvous spare = Rendezvous.New();
        ulong theirs = sender.Give(place.FirstHandle);
        ulong item = sender.Give(token.SecondHandle);
        ulong copies = sender.Share(spare.FirstHandle);
        sender.Begin(SystemCallNumber.Send, 1, item, 3, Call.Through(theirs) | Call.FirstHandle);
        Fill(filler, copies);
        Call.Done(SystemCallNumber.Close, place.Second);

        // Its answer: closed, the message is back, but not the handle. Nobody has it any more.
        SystemCallRegisters got = sender.End();
        Expect.Equal(got.Rax, Call.MessageIsBack | (ulong)Error.Closed | Call.Long | (ErrorKind << 9));
        Expect.Equal(got.Rsi, (ulong)Error.NoMemorySlots);
        Expect.Equal(got.Rdx, 3ul);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(token.First));
    }

    internal static void ToNobody()
    {
        // Where only the sender's own handle is left, the answer is error 12 without a message: all that it names is still the sender's.
        Rendezvous place = Rendezvous.New();
        Rendezvous token = Rendezvous.New();
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Call.Done(SystemCallNumber.Close, place.Second);
        foreach (SystemCallNumber number in (SystemCallNumber[])[SystemCallNumber.Send, SystemCallNumber.SendReceive])
        {
            SystemCallRegisters after = Call.Fails(
                Error.Closed, number, 1, token.First, chunk, Call.Through(place.First) | Call.FirstHandle | Call.SecondMemory);
            Expect.Equal(after.Rsi, token.First);
            Expect.Equal(after.Rdx, chunk);
        }

        Call.Done(SystemCallNumber.FreeMemory, chunk);
        Call.Done(SystemCallNumber.Close, Call.Done(SystemCallNumber.CopyRendezvous, token.First).Rdi);

        // A mount lets others come, but nobody who could receive.
        fixed (byte* path = "/nobody"u8)
        {
            ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
            Call.Done(SystemCallNumber.Mount, (ulong)path, 7, 0, Call.Through(copy));
            Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(place.First));
            Call.Done(SystemCallNumber.Unmount, (ulong)path, 7);
        }
    }

    internal static void ThroughItself()
    {
        // A message that carries the handle it is sent through, and one that carries the other end: there is no way to receive the latter but by a copy.
        Rendezvous place = Rendezvous.New();
        Actor sender = Actor.InThisProcess();
        sender.Begin(SystemCallNumber.Send, 1, place.First, 3, Call.Through(place.First) | Call.FirstHandle);
        Expect.True(sender.IsWaiting);
        SystemCallRegisters got = Call.Make(SystemCallNumber.Receive, place.Second);
        Expect.Equal(got.Rax, Call.FirstHandle);
        Expect.Equal(got.Rsi, place.First);
        sender.End();
        sender.Begin(SystemCallNumber.Send, 1, place.Second, 3, Call.Through(place.First) | Call.FirstHandle);
        Expect.True(sender.IsWaiting);

        // Without another handle the message's own reference is the last: nobody will come.
        Call.Done(SystemCallNumber.Close, place.First);
        got = sender.End();
        Expect.Equal(got.Rax, Call.MessageIsBack | (ulong)Error.Closed | Call.FirstHandle);
        Call.Done(SystemCallNumber.Close, got.Rsi);
    }

    /// <summary>Makes copies of a handle until there is no more place; returns the last one's number.</summary>
    private static int Fill(Actor actor, ulong handle)
    {
        ulong last = 0;
        for (int i = 0; i < MostHandles; i++)
        {
            SystemCallRegisters copy = actor.Do(SystemCallNumber.CopyRendezvous, handle);
            if (copy.Rax != 0)
            {
                Expect.Equal(copy.Rax, (ulong)Error.NoMemorySlots);
                Expect.Equal(last, (ulong)MostHandles - 1);
                return (int)last;
            }

            last = copy.Rdi;
        }

        Expect.Fail("more handles than there can be");
        return 0;
    }

    /// <summary>A thread sends, and this one receives.</summary>
    private static SystemCallRegisters Pass(ulong rdi, ulong rsi, ulong rdx, ulong control)
    {
        Rendezvous place = Rendezvous.New();
        Sequence.ForkAndRun(() => Call.Make(SystemCallNumber.Send, rdi, rsi, rdx, Call.Through(place.First) | control));
        SystemCallRegisters message = Call.Make(SystemCallNumber.ReceiveDeadline, place.Second, 0);
        SystemCall.Yield();
        place.Close();
        return message;
    }
}
