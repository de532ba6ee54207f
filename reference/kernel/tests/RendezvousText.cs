using System;
using Merriwig.Abi;
using Merriwig.Ipc;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>
/// Rendezvous and transitions as text: <c>Sending 2 m2</c> (thread 2 waits with its message), <c>Receiving 2 only 1</c>;
/// <c>1 Done; 2 Receives m1</c> (what the caller's call comes to; what another's does).
/// </summary>
internal static class RendezvousText
{
    /// <summary>A thread's message: every field of it tells whose it is.</summary>
    internal static Message MessageOf(int thread) => new()
    {
        Tag = (ulong)thread,
        First = (ulong)thread + 100,
        Second = (ulong)thread + 200,
        FirstKind = ItemKind.Rendezvous,
        SecondKind = ItemKind.Memory,
    };

    internal static Rendezvous Parse(string text)
    {
        string[] words = text.Split(' ');
        var rendezvous = new Rendezvous { State = Enum.Parse<RendezvousState>(words[0]) };
        if (rendezvous.State == RendezvousState.Empty)
            return rendezvous;
        rendezvous.Waiter = ushort.Parse(words[1]);
        if (rendezvous.State == RendezvousState.Receiving)
            rendezvous.Partner = words.Length > 2 ? ushort.Parse(words[3]) : Rendezvous.Nobody;
        else
            rendezvous.Message = MessageOf(rendezvous.Waiter);
        return rendezvous;
    }

    internal static string Describe(in Rendezvous rendezvous) => rendezvous.State switch
    {
        RendezvousState.Empty => "Empty",
        RendezvousState.Receiving => $"Receiving {rendezvous.Waiter}{(rendezvous.Partner == Rendezvous.Nobody ? "" : $" only {rendezvous.Partner}")}",
        _ => $"{rendezvous.State} {rendezvous.Waiter} {Describe(rendezvous.Message)}",
    };

    internal static string Describe(in Transition transition, int caller)
    {
        string text = $"{caller} {Describe(transition.Caller, transition.CallerError, transition.Message)}";
        if (transition.Peer != Rendezvous.Nobody)
            text += $"; {transition.Peer} {Describe(transition.PeerAnswer, transition.PeerError, transition.Message)}";
        return text + (transition.PeerFirst ? " first" : "");
    }

    private static string Describe(Answer answer, ErrorCode error, in Message message) => answer switch
    {
        Answer.Receives => $"{answer} {Describe(message)}",
        Answer.Fails => $"{answer} {error}",
        Answer.Returned => $"{answer} {error} {Describe(message)}",
        _ => $"{answer}",
    };

    private static string Describe(in Message message)
    {
        Assert.That(message, Is.EqualTo(MessageOf((int)message.Tag)), "a whole message");
        return $"m{message.Tag}";
    }
}
