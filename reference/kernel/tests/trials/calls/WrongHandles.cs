using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Numbers that are no handles.</summary>
internal static unsafe class WrongHandles
{
    internal static void AreRefused()
    {
        // One that was open, those beyond the last, and numbers that become handle 0 where somebody forgets the upper bits.
        Rendezvous place = Rendezvous.New();
        Rendezvous closed = Rendezvous.New();
        closed.Close();
        foreach (ulong handle in (ulong[])[closed.First, closed.Second, 1000, 1023, 1024, 1025, ushort.MaxValue, 1 << 16, int.MaxValue, 1ul << 31, uint.MaxValue])
        {
            Refused(handle, place);
            Call.Fails(Error.InvalidHandle, SystemCallNumber.Send, 1, 2, 3, Call.Through(handle));
            Call.Fails(Error.InvalidHandle, SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(handle));
            Call.Fails(Error.InvalidHandle, SystemCallNumber.Mount, Addresses.Code, 1, 0, Call.Through(handle));
            Call.Fails(Error.InvalidHandle, SystemCallNumber.Exec, Addresses.Code, (handle << 32) | 1, 0, 64ul << 32);
            Call.Fails(Error.InvalidHandle, SystemCallNumber.Exec, Addresses.Code, handle, 0, 64ul << 32);
            uint number = (uint)handle;
            Call.Fails(Error.InvalidHandle, SystemCallNumber.ReceiveAny, (ulong)(&number), 1, 0);
        }

        foreach (ulong handle in (ulong[])[1ul << 32, (1ul << 32) | 1, 1ul << 48, 1ul << 63, (1ul << 63) | 1, ulong.MaxValue - 1])
            Refused(handle, place);

        // Both of exec's handles at once: each is fine, but not twice.
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Exec, Addresses.Code, 0, 0, 64ul << 32);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Exec, Addresses.Code, (1ul << 32) | 1, 0, 64ul << 32);

        // A good handle does not make up for a bad one behind it.
        uint* list = stackalloc uint[3];
        (list[0], list[1], list[2]) = (0, 1, 1000);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.ReceiveAny, (ulong)list, 3, 0);
        (list[0], list[1], list[2]) = (1000, 0, 1);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.ReceiveAny, (ulong)list, 3, 0);

        // Both standard handles are still there.
        Call.Done(SystemCallNumber.Close, Call.Done(SystemCallNumber.CopyRendezvous, 0).Rdi);
        Call.Done(SystemCallNumber.Close, Call.Done(SystemCallNumber.CopyRendezvous, 1).Rdi);
    }

    internal static void NewOnesAreTheLowest()
    {
        Rendezvous first = Rendezvous.New();
        Expect.Equal(first.First, 2ul);
        Expect.Equal(first.Second, 3ul);
        Expect.Equal(Call.Done(SystemCallNumber.CopyRendezvous, 2).Rdi, 4ul);
        Call.Done(SystemCallNumber.Close, 3);
        Call.Done(SystemCallNumber.Close, 3); // nothing happens
        Expect.Equal(Call.Done(SystemCallNumber.CopyRendezvous, 2).Rdi, 3ul);
        Call.Done(SystemCallNumber.Close, 2);
        SystemCallRegisters pair = Call.Done(SystemCallNumber.NewRendezvous);
        Expect.Equal(pair.Rdi, 2ul);
        Expect.Equal(pair.Rsi, 5ul);
        for (ulong handle = 2; handle <= 5; handle++)
            Call.Done(SystemCallNumber.Close, handle);
    }

    private static void Refused(ulong handle, Rendezvous place)
    {
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Receive, handle);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.ReceiveDeadline, handle, 0);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.CopyRendezvous, handle);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Kill, handle, 0);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Wait, handle, 0);
        Call.Done(SystemCallNumber.Close, handle);

        // Inside a message: nothing is sent, and the good item beside it stays.
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Send, 1, handle, 0, Call.Through(place.First) | Call.FirstHandle);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Send, 1, 0, handle, Call.Through(place.First) | Call.SecondHandle);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Send, 1, place.Second, handle, Call.Through(place.First) | Call.FirstHandle | Call.SecondHandle);
        Call.Done(SystemCallNumber.Close, Call.Done(SystemCallNumber.CopyRendezvous, place.Second).Rdi);
    }
}
