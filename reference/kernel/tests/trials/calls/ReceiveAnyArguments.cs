using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Arguments of the call <c>receive_any</c>; what it does is tried in the group of deadlines.</summary>
internal static unsafe class ReceiveAnyArguments
{
    internal static void Counts()
    {
        Rendezvous place = Rendezvous.New();
        uint* handles = stackalloc uint[33];
        for (int i = 0; i < 33; i++)
            handles[i] = (uint)place.First;
        foreach (ulong count in (ulong[])[0, 33, 34, 1ul << 32, (1ul << 32) + 1, ulong.MaxValue])
            Call.Fails(Error.Parameter, SystemCallNumber.ReceiveAny, (ulong)handles, count, 0);
        for (ulong count = 1; count <= 32; count++)
            Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveAny, (ulong)handles, count, 0);

        // Where somebody else receives already.
        Actor other = Actor.InThisProcess();
        other.Begin(SystemCallNumber.Receive, place.Second);
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.ReceiveAny, (ulong)handles, 1, 0);
        Rendezvous free = Rendezvous.New();
        handles[0] = (uint)free.First;
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.ReceiveAny, (ulong)handles, 2, ulong.MaxValue);

        // Nothing is left of the call that failed: the free one is as it was.
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, free.Second, 0);
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.First));
        Expect.Equal(other.End().Rdi, 1ul);
    }
}
