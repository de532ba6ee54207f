using System;
using Merriwig.Abi;
using Merriwig.Ipc;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>The rendezvous machine as tables: each operation in each state, who runs afterwards, and what closing does.</summary>
/// <remarks>
/// Messages are named by their senders: m1 is thread 1's. A thread 0 is the kernel, which posts and does not wait.
/// </remarks>
public sealed class ExchangeTests
{
    // The state, the operation, what it comes to, the state afterwards.
    [TestCase("Empty", "Send 1", "1 Waits", "Sending 1 m1")]
    [TestCase("Empty", "Send 0", "0 Waits", "Sending 0 m0")]
    [TestCase("Empty", "Receive 1", "1 Waits", "Receiving 1")]
    [TestCase("Empty", "SendReceive 1", "1 Waits", "SendReceiving 1 m1")]
    [TestCase("Sending 2 m2", "Send 1", "1 Returned SendBlocking m1", "Sending 2 m2")]
    [TestCase("Sending 2 m2", "Send 0", "0 Returned SendBlocking m0", "Sending 2 m2")]
    [TestCase("Sending 2 m2", "Receive 1", "1 Receives m2; 2 Done", "Empty")]
    [TestCase("Sending 2 m2", "SendReceive 1", "1 Returned SendBlocking m1", "Sending 2 m2")]
    [TestCase("Sending 0 m0", "Send 1", "1 Returned SendBlocking m1", "Sending 0 m0")]
    [TestCase("Sending 0 m0", "Receive 1", "1 Receives m0", "Empty")]
    [TestCase("Sending 0 m0", "SendReceive 1", "1 Returned SendBlocking m1", "Sending 0 m0")]
    [TestCase("Receiving 2", "Send 1", "1 Done; 2 Receives m1", "Empty")]
    [TestCase("Receiving 2", "Send 0", "0 Done; 2 Receives m0", "Empty")]
    [TestCase("Receiving 2", "Receive 1", "1 Fails ReceiveBlocking", "Receiving 2")]
    [TestCase("Receiving 2", "SendReceive 1", "1 Waits; 2 Receives m1", "Receiving 1 only 2")]
    [TestCase("Receiving 2 only 1", "Send 1", "1 Done; 2 Receives m1", "Empty")]
    [TestCase("Receiving 2 only 1", "Receive 1", "1 Fails ReceiveBlocking", "Receiving 2 only 1")]
    [TestCase("Receiving 2 only 1", "SendReceive 1", "1 Waits; 2 Receives m1", "Receiving 1 only 2")]
    [TestCase("Receiving 2 only 3", "Send 1", "1 Returned ReceiveBlocking m1", "Receiving 2 only 3")]
    [TestCase("Receiving 2 only 3", "Send 0", "0 Returned ReceiveBlocking m0", "Receiving 2 only 3")]
    [TestCase("Receiving 2 only 3", "Receive 1", "1 Fails ReceiveBlocking", "Receiving 2 only 3")]
    [TestCase("Receiving 2 only 3", "SendReceive 1", "1 Returned ReceiveBlocking m1", "Receiving 2 only 3")]
    [TestCase("SendReceiving 2 m2", "Send 1", "1 Returned SendBlocking m1", "SendReceiving 2 m2")]
    [TestCase("SendReceiving 2 m2", "Send 0", "0 Returned SendBlocking m0", "SendReceiving 2 m2")]
    [TestCase("SendReceiving 2 m2", "Receive 1", "1 Receives m2", "Receiving 2 only 1")]
    [TestCase("SendReceiving 2 m2", "SendReceive 1", "1 Returned SendBlocking m1", "SendReceiving 2 m2")]
    public void Does(string before, string operation, string expected, string after)
    {
        Rendezvous rendezvous = RendezvousText.Parse(before);
        (Transition transition, int caller) = Apply(ref rendezvous, operation);
        Assert.That(RendezvousText.Describe(transition, caller), Is.EqualTo(expected));
        Assert.That(RendezvousText.Describe(rendezvous), Is.EqualTo(after));
    }

    // The same operations in a schedule (who runs / the queue / who is blocked), and the schedule afterwards.
    [TestCase("Empty", "Send 1", "1 / 3 / -", "3 / - / 1")]
    [TestCase("Empty", "Send 1", "1 / - / -", "0 / - / 1")]
    [TestCase("Empty", "Receive 1", "1 / 3 / -", "3 / - / 1")]
    [TestCase("Empty", "SendReceive 1", "1 / 3 / -", "3 / - / 1")]
    [TestCase("Receiving 2", "Send 1", "1 / 3 / 2", "1 / 2 3 / -", TestName = "a sender keeps the processor, the receiver is next")]
    [TestCase("Sending 2 m2", "Receive 1", "1 / 3 / 2", "1 / 2 3 / -", TestName = "a receiver keeps the processor, the sender is next")]
    [TestCase("Receiving 2", "SendReceive 1", "1 / 3 / 2", "2 / 3 / 1", TestName = "a call hands the processor to the receiver")]
    [TestCase("Receiving 2 only 1", "SendReceive 1", "1 / 3 / 2", "2 / 3 / 1", TestName = "a reply that asks hands the processor over too")]
    [TestCase("Receiving 2 only 1", "Send 1", "1 / 3 / 2", "1 / 2 3 / -")]
    [TestCase("SendReceiving 2 m2", "Receive 1", "1 / 3 / 2", "1 / 3 / 2", TestName = "a caller waits on for the reply")]
    [TestCase("Sending 0 m0", "Receive 1", "1 / 3 / 2", "1 / 3 / 2")]
    [TestCase("Sending 2 m2", "Send 1", "1 / 3 / 2", "1 / 3 / 2")]
    [TestCase("Sending 2 m2", "SendReceive 1", "1 / 3 / 2", "1 / 3 / 2")]
    [TestCase("Receiving 2", "Receive 1", "1 / 3 / 2", "1 / 3 / 2")]
    [TestCase("Receiving 2 only 3", "Send 1", "1 / 3 / 2", "1 / 3 / 2")]
    [TestCase("Receiving 2", "Close 1", "1 / 3 / 2", "2 / 1 3 / -", TestName = "who is woken by a close runs first, the closer second")]
    [TestCase("Sending 2 m2", "Close 1", "1 / - / 2", "2 / 1 / -")]
    [TestCase("SendReceiving 2 m2", "Close 0", "0 / 3 / 2", "2 / 3 / -", TestName = "a close while nobody runs")]
    [TestCase("Empty", "Close 1", "1 / 3 / 2", "1 / 3 / 2")]
    public void Reschedules(string state, string operation, string before, string after)
    {
        Rendezvous rendezvous = RendezvousText.Parse(state);
        rendezvous.Handles = 1;
        using var schedule = new TestSchedule(4, before);
        (Transition transition, _) = Apply(ref rendezvous, operation);
        Exchange.Reschedule(ref schedule.Value, transition);
        Assert.That($"{schedule}", Is.EqualTo(after));
    }

    // The state, the handles and mounts that are left, what it comes to for who waits, the state afterwards.
    [TestCase("Empty", 0, 0, "", "Empty")]
    [TestCase("Empty", 1, 0, "", "Empty")]
    [TestCase("Sending 2 m2", 2, 0, "", "Sending 2 m2")]
    [TestCase("Sending 2 m2", 1, 0, "; 2 Returned Closed m2 first", "Empty")]
    [TestCase("Sending 2 m2", 1, 3, "; 2 Returned Closed m2 first", "Empty", TestName = "nobody receives through a mount")]
    [TestCase("Sending 2 m2", 0, 0, "; 2 Returned Closed m2 first", "Empty")]
    [TestCase("Sending 0 m0", 1, 0, "", "Sending 0 m0", TestName = "what the kernel posted stays")]
    [TestCase("SendReceiving 2 m2", 2, 0, "", "SendReceiving 2 m2")]
    [TestCase("SendReceiving 2 m2", 1, 0, "; 2 Returned Closed m2 first", "Empty")]
    [TestCase("SendReceiving 2 m2", 1, 1, "; 2 Returned Closed m2 first", "Empty")]
    [TestCase("Receiving 2", 2, 0, "", "Receiving 2")]
    [TestCase("Receiving 2", 1, 1, "", "Receiving 2", TestName = "a sender may come through a mount")]
    [TestCase("Receiving 2", 1, 0, "; 2 Fails Closed first", "Empty")]
    [TestCase("Receiving 2 only 3", 2, 0, "", "Receiving 2 only 3")]
    [TestCase("Receiving 2 only 3", 1, 0, "; 2 Fails Closed first", "Empty")]
    [TestCase("Receiving 2 only 3", 1, 1, "; 2 Fails Closed first", "Empty", TestName = "a reply does not come through a mount")]
    public void Closes(string before, int handles, int mounts, string expected, string after)
    {
        Rendezvous rendezvous = RendezvousText.Parse(before);
        rendezvous.Handles = (ushort)handles;
        rendezvous.Mounts = (ushort)mounts;
        Exchange.Close(ref rendezvous, out Transition transition);
        Assert.That(RendezvousText.Describe(transition, 1), Is.EqualTo($"1 Done{expected}"));
        Assert.That(RendezvousText.Describe(rendezvous), Is.EqualTo(after));
    }

    /// <summary>A wait is broken whatever references there are.</summary>
    [TestCase("Sending 2 m2", "1 Done; 2 Returned Closed m2 first")]
    [TestCase("SendReceiving 2 m2", "1 Done; 2 Returned Closed m2 first")]
    [TestCase("Receiving 2", "1 Done; 2 Fails Closed first")]
    [TestCase("Receiving 2 only 3", "1 Done; 2 Fails Closed first")]
    public void Breaks(string before, string expected)
    {
        Rendezvous rendezvous = RendezvousText.Parse(before);
        rendezvous.Handles = 5;
        var transition = new Transition { Caller = Answer.Done };
        Exchange.Break(ref rendezvous, ref transition);
        Assert.That(RendezvousText.Describe(transition, 1), Is.EqualTo(expected));
        Assert.That(RendezvousText.Describe(rendezvous), Is.EqualTo("Empty"));
    }

    [TestCase(0, 0, true)]
    [TestCase(1, 0, true)]
    [TestCase(1, 5, true, TestName = "no receiver comes through a mount")]
    [TestCase(2, 0, false)]
    public void IsClosedToSenders(int handles, int mounts, bool expected)
    {
        var rendezvous = new Rendezvous { Handles = (ushort)handles, Mounts = (ushort)mounts };
        Assert.That(Exchange.IsClosedToSenders(rendezvous), Is.EqualTo(expected));
    }

    [Test]
    public void ShortMessagesHoldValues()
    {
        var message = Message.Short(1, 2, 3);
        Assert.That((message.Tag, message.First, message.Second), Is.EqualTo((1, 2, 3)));
        Assert.That((message.FirstKind, message.SecondKind), Is.EqualTo((ItemKind.Value, ItemKind.Value)));
    }

    private static (Transition Transition, int Caller) Apply(ref Rendezvous rendezvous, string operation)
    {
        string[] words = operation.Split(' ');
        ushort caller = ushort.Parse(words[1]);
        Transition transition;
        switch (words[0])
        {
            case "Send":
                Exchange.Send(ref rendezvous, caller, RendezvousText.MessageOf(caller), out transition);
                break;

            case "Receive":
                Exchange.Receive(ref rendezvous, caller, out transition);
                break;

            case "SendReceive":
                Exchange.SendReceive(ref rendezvous, caller, RendezvousText.MessageOf(caller), out transition);
                break;

            case "Close":
                Exchange.Close(ref rendezvous, out transition);
                break;

            default:
                throw new ArgumentException(operation);
        }

        return (transition, caller);
    }
}
