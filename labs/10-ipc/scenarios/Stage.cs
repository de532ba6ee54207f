using System;
using System.Runtime.CompilerServices;
using Merriwig.Abi;
using Merriwig.Ipc;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// Seven threads and five rendezvous. The threads have no code: a scenario says what the one that has the processor does next, and this class
/// does it through the exchange and writes what came of it. Each operation is an event, then come the thread whose wait it ended, and who
/// runs now.
/// </summary>
internal static class Stage
{
    internal const int Threads = TestSchedule.Threads - 1;
    internal const int Places = 5;

    private static Table places;
    private static Schedule schedule;

    /// <summary>
    /// Nobody waits at a rendezvous; each has three handles and one mount. Thread 1 runs and the others are ready in order; those from
    /// <paramref name="threads"/> + 1 on stay away.
    /// </summary>
    internal static void Begin(int threads)
    {
        TestSchedule.Create(out schedule, blocked: threads + 1);
        Span<Rendezvous> table = places;
        for (int at = 0; at < Places; at++)
            table[at] = new Rendezvous { Handles = 3, Mounts = 1 };
        Trace.Event("meet.begin").Number("threads", (ulong)threads).Number("places", Places).End();
        ReportNext();
    }

    /// <summary>Lets the host read the rendezvous and the schedule.</summary>
    internal static void Publish()
    {
        RendezvousInspection.Publish(places);
        ScheduleInspection.Publish(ref schedule);
    }

    /// <summary>The thread that has the processor; 0 for the idle one.</summary>
    internal static ushort Running => (ushort)schedule.Current;

    internal static ref Rendezvous Place(int at) => ref ((Span<Rendezvous>)places)[at];

    /// <summary>The thread that runs sends, unless nobody is left who could receive.</summary>
    internal static Transition Send(int at, ulong tag)
    {
        if (Refused("meet.send", at, tag))
            return default;
        Event("meet.send", at).Hexadecimal("message", tag);
        Exchange.Send(ref Place(at), Running, Letter.Of(tag), out Transition transition);
        return Finish(transition);
    }

    /// <summary>The thread that runs receives.</summary>
    internal static Transition Receive(int at)
    {
        Event("meet.receive", at);
        Exchange.Receive(ref Place(at), Running, out Transition transition);
        return Finish(transition);
    }

    /// <summary>The thread that runs sends and waits for the reply, unless nobody is left who could receive.</summary>
    internal static Transition Call(int at, ulong tag)
    {
        if (Refused("meet.call", at, tag))
            return default;
        Event("meet.call", at).Hexadecimal("message", tag);
        Exchange.SendReceive(ref Place(at), Running, Letter.Of(tag), out Transition transition);
        return Finish(transition);
    }

    /// <summary>The kernel posts a message, whoever runs.</summary>
    internal static Transition Post(int at, ulong tag)
    {
        Trace.Event("meet.post").Number("at", (ulong)at).Hexadecimal("message", tag);
        Exchange.Send(ref Place(at), Rendezvous.Nobody, Letter.Of(tag), out Transition transition);
        ReportAnswer(transition.Caller, transition.CallerError, transition.Message);
        transition.Caller = Answer.Done; // the kernel does not wait
        ReportPeer(transition);
        return Reschedule(transition);
    }

    /// <summary>References come or go.</summary>
    internal static void Refer(int at, uint handles, ushort mounts)
    {
        ref Rendezvous place = ref Place(at);
        bool closes = handles < place.Handles || mounts < place.Mounts;
        place.Handles = handles;
        place.Mounts = mounts;
        Trace.Event(closes ? "meet.close" : "meet.copy").Number("at", (ulong)at).Number("handles", handles).Number("mounts", mounts).End();
        if (!closes)
            return;
        Exchange.Close(ref place, out Transition transition);
        ReportPeer(transition);
        Reschedule(transition);
    }

    /// <summary>The thread that would have ended the wait here is gone.</summary>
    internal static void Break(int at)
    {
        var transition = new Transition { Caller = Answer.Done };
        Trace.Event("meet.break").Number("at", (ulong)at).End();
        Exchange.Break(ref Place(at), ref transition);
        ReportPeer(transition);
        Reschedule(transition);
    }

    /// <summary>The timer's tick: the thread that runs goes to the back of the queue.</summary>
    internal static void Tick()
    {
        Trace.Event("meet.tick").Number("thread", Running).End();
        Scheduler.Preempt(ref schedule);
        ReportNext();
    }

    // What the kernel asks before it lets a thread send.
    private static bool Refused(string name, int at, ulong tag)
    {
        if (!Exchange.IsClosedToSenders(Place(at)))
            return false;
        Event(name, at).Hexadecimal("message", tag).Word("answer", "refused").Number("error", (ulong)ErrorCode.Closed).End();
        return true;
    }

    private static TraceEvent Event(string name, int at) => Trace.Event(name).Number("thread", Running).Number("at", (ulong)at);

    private static Transition Finish(in Transition transition)
    {
        ReportAnswer(transition.Caller, transition.CallerError, transition.Message);
        ReportPeer(transition);
        return Reschedule(transition);
    }

    private static Transition Reschedule(in Transition transition)
    {
        Exchange.Reschedule(ref schedule, transition);
        ReportNext();
        return transition;
    }

    private static void ReportPeer(in Transition transition)
    {
        if (transition.Peer == Rendezvous.Nobody)
            return;
        Trace.Event("meet.peer").Number("thread", transition.Peer);
        ReportAnswer(transition.PeerAnswer, transition.PeerError, transition.Message);
    }

    // The rest of a line whose beginning is written.
    private static void ReportAnswer(Answer answer, ErrorCode error, in Message message)
    {
        TraceEvent line = default;
        line.Word("answer", answer switch
        {
            Answer.Waits => "waits",
            Answer.Done => "done",
            Answer.Receives => "receives",
            Answer.Fails => "fails",
            _ => "returned",
        });
        if (answer is Answer.Fails or Answer.Returned)
            line.Number("error", (ulong)error);
        if (answer is Answer.Receives or Answer.Returned)
        {
            if (Letter.IsIntact(message))
                line.Hexadecimal("gets", message.Tag);
            else
                line.Word("gets", "damaged");
        }

        line.End();
    }

    private static void ReportNext()
    {
        Order order = default;
        int count = TestSchedule.Order(ref schedule, order);
        Digits digits = default;
        int length = 0;
        for (int i = Running == Schedule.Idle ? 0 : 1; i < count; i++)
        {
            if (length != 0)
                digits[length++] = '.';
            digits[length++] = (char)('0' + order[i]);
        }

        ReadOnlySpan<char> then = digits;
        TraceEvent line = Trace.Event("meet.next").Number("runs", Running);
        if (length == 0)
            line.Word("then", "none").End();
        else
            line.Word("then", then.Slice(0, length)).End();
    }

    [InlineArray(Places)]
    private struct Table
    {
        private Rendezvous first;
    }

    [InlineArray(2 * TestSchedule.Threads)]
    private struct Digits
    {
        private char first;
    }
}
