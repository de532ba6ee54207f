namespace Merriwig.Ipc;

/// <summary>Who waits at a rendezvous.</summary>
internal enum RendezvousState : byte
{
    /// <summary>Nobody.</summary>
    Empty,

    /// <summary>A sender with its message; or a message that the kernel posted, with nobody behind it.</summary>
    Sending,

    /// <summary>A receiver: for whatever comes, or for the reply of one thread.</summary>
    Receiving,

    /// <summary>A sender with its message, which afterwards waits for the reply of whoever receives it.</summary>
    SendReceiving,
}

/// <summary>
/// A place where two threads meet to pass a message. It holds no messages but the one of a sender who waits. The methods that change it are
/// <see cref="Exchange"/>'s.
/// </summary>
internal struct Rendezvous
{
    /// <summary>No thread: a message that the kernel posted has no sender, and a receiver without a partner takes what comes.</summary>
    internal const ushort Nobody = 0;

    /// <summary>The message of a sender who waits.</summary>
    internal Message Message;

    /// <summary>Who waits.</summary>
    internal RendezvousState State;

    /// <summary>The thread that waits.</summary>
    internal ushort Waiter;

    /// <summary>Of a receiver: the only thread whose message it takes.</summary>
    internal ushort Partner;

    /// <summary>References that can send and receive: handles of processes, and handles inside messages.</summary>
    internal uint Handles;

    /// <summary>References of mount tables: through them others can still come to send, but nobody can receive.</summary>
    internal ushort Mounts;
}
