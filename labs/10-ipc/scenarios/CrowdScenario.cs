using System.Runtime.CompilerServices;
using Merriwig.Inspect;
using Merriwig.Ipc;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// Seven threads that send, receive, call and reply at random, while references come and go and waits are broken. Every step is an event; now
/// and then the host reads the rendezvous themselves.
/// </summary>
internal static class CrowdScenario
{
    private const int Steps = 600;
    private const int StepsBetweenInspections = 60;

    // The rendezvous at which a thread owes a reply, counted from 1.
    private static Debts debts;

    internal static void Run(RandomSource random)
    {
        debts = default;
        Stage.Begin(Stage.Threads);
        Stage.Publish();
        for (int step = 1; step <= Steps; step++)
        {
            Step(ref random);
            if (step % StepsBetweenInspections == 0)
            {
                Trace.Event("meet.inspect").Number("step", (ulong)step).End();
                Checkpoint.Inspect("crowd"u8, (ulong)step);
            }
        }
    }

    private static void Step(ref RandomSource random)
    {
        int at = (int)random.Below(Stage.Places);
        uint choice = random.Below(100);
        if (choice < 8)
            Stage.Tick();
        else if (choice < 20)
            Refer(ref random, at);
        else if (choice < 26)
            Stage.Post(at, random.Next());
        else if (choice < 29)
            Break(at);
        else if (Stage.Running != 0)
            Operate(ref random, at);
    }

    private static void Operate(ref RandomSource random, int at)
    {
        int thread = Stage.Running;
        uint choice = random.Below(100);
        ulong tag = random.Next();
        if (debts[thread] != 0 && choice < 70)
        {
            at = debts[thread] - 1;
            debts[thread] = 0;

            // A reply that asks back, now and then.
            if (choice < 60)
                Stage.Send(at, tag);
            else
                Call(at, tag);
        }
        else if (choice % 3 == 0)
        {
            Stage.Send(at, tag);
        }
        else if (choice % 3 == 1)
        {
            bool called = Stage.Place(at).State == RendezvousState.SendReceiving;
            if (Stage.Receive(at).Caller == Answer.Receives && called)
                debts[thread] = (byte)(at + 1);
        }
        else
        {
            Call(at, tag);
        }
    }

    private static void Call(int at, ulong tag)
    {
        int receiver = Stage.Call(at, tag).Peer;
        if (receiver is > 0 and <= Stage.Threads)
            debts[receiver] = (byte)(at + 1);
    }

    private static void Break(int at)
    {
        ref Rendezvous place = ref Stage.Place(at);
        if (place.State != RendezvousState.Empty && place.Waiter != Rendezvous.Nobody)
            Stage.Break(at);
    }

    private static void Refer(ref RandomSource random, int at)
    {
        ref Rendezvous place = ref Stage.Place(at);
        bool more = random.Below(5) < 3;
        if (random.Below(4) == 0)
            Stage.Refer(at, place.Handles, (ushort)(more ? 1 : 0));
        else if (more ? place.Handles < 3 : place.Handles > 1)
            Stage.Refer(at, more ? place.Handles + 1 : place.Handles - 1, place.Mounts);
    }

    [InlineArray(Stage.Threads + 1)]
    private struct Debts
    {
        private byte first;
    }
}
