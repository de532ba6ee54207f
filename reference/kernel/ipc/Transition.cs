using Merriwig.Abi;

namespace Merriwig.Ipc;

/// <summary>What a thread's call comes to.</summary>
internal enum Answer : byte
{
    /// <summary>Nothing yet: the thread waits.</summary>
    Waits,

    /// <summary>The call is done, and there is nothing to receive.</summary>
    Done,

    /// <summary>The call is done, and the thread receives the transition's message.</summary>
    Receives,

    /// <summary>The call failed.</summary>
    Fails,

    /// <summary>The call failed, and the thread gets its own message back: it is the transition's.</summary>
    Returned,
}

/// <summary>
/// What one operation on a rendezvous comes to: an answer for the thread that called, an answer for at most one other whose wait it ends, and
/// at most one message that goes to one of them.
/// </summary>
internal struct Transition
{
    /// <summary>The message that a thread whose answer is <see cref="Answer.Receives"/> or <see cref="Answer.Returned"/> gets.</summary>
    internal Message Message;

    /// <summary>What the caller's call comes to.</summary>
    internal Answer Caller;

    /// <summary>Why, where it failed.</summary>
    internal ErrorCode CallerError;

    /// <summary>The thread whose wait is over; <see cref="Rendezvous.Nobody"/> if no wait is.</summary>
    internal ushort Peer;

    /// <summary>What the other thread's call comes to; without meaning where there is no other.</summary>
    internal Answer PeerAnswer;

    /// <summary>Why, where it failed.</summary>
    internal ErrorCode PeerError;

    /// <summary>The other thread runs at once, and the caller right after it.</summary>
    internal bool PeerFirst;
}
