using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>
/// Rendezvous to try operations on, each in a given state. Every field is filled: those that have no meaning in the state hold leftovers of an
/// earlier use, and nobody may be misled by them.
/// </summary>
internal static class Places
{
    /// <summary>Nobody waits.</summary>
    internal static Rendezvous Empty(ref Case test) => In(ref test, RendezvousState.Empty, AnyThread(ref test), AnyThread(ref test));

    /// <summary>A sender waits with a message; <see cref="Rendezvous.Nobody"/>: the kernel posted it.</summary>
    internal static Rendezvous Sending(ref Case test, ushort sender) => In(ref test, RendezvousState.Sending, sender, AnyThread(ref test));

    /// <summary>A receiver waits for whatever comes.</summary>
    internal static Rendezvous Receiving(ref Case test, ushort receiver) => In(ref test, RendezvousState.Receiving, receiver, Rendezvous.Nobody);

    /// <summary>A caller waits for the reply of one thread.</summary>
    internal static Rendezvous AwaitingReply(ref Case test, ushort caller, ushort from) => In(ref test, RendezvousState.Receiving, caller, from);

    /// <summary>A caller waits with its message.</summary>
    internal static Rendezvous Calling(ref Case test, ushort caller) => In(ref test, RendezvousState.SendReceiving, caller, AnyThread(ref test));

    /// <summary>Four different threads.</summary>
    internal static Threads Threads(ref Case test)
    {
        ushort step = (ushort)(1 + test.Random.Below(10_000));
        ushort first = (ushort)(1 + test.Random.Below(20_000));
        return test.Random.Below(2) == 0
            ? new Threads(first, (ushort)(first + step), (ushort)(first + (2 * step)), (ushort)(first + (3 * step)))
            : new Threads((ushort)(first + (3 * step)), (ushort)(first + (2 * step)), (ushort)(first + step), first);
    }

    /// <summary>A message of random words.</summary>
    internal static Message Message(ref Case test) => new()
    {
        Tag = test.Random.Next(),
        First = test.Random.Next(),
        Second = test.Random.Next(),
        FirstKind = (ItemKind)test.Random.Below(3),
        SecondKind = (ItemKind)test.Random.Below(3),
    };

    private static Rendezvous In(ref Case test, RendezvousState state, ushort waiter, ushort partner) => new()
    {
        Message = Message(ref test),
        State = state,
        Waiter = waiter,
        Partner = partner,
        Handles = 2 + test.Random.Below(1000),
        Mounts = (ushort)test.Random.Below(1000),
    };

    private static ushort AnyThread(ref Case test) => (ushort)(50_000 + test.Random.Below(10_000));
}

/// <summary>Four different threads.</summary>
internal readonly struct Threads(ushort first, ushort second, ushort third, ushort fourth)
{
    internal readonly ushort First = first;
    internal readonly ushort Second = second;
    internal readonly ushort Third = third;
    internal readonly ushort Fourth = fourth;
}
