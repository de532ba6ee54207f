using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Parties at a rendezvous that is empty: the caller, whose call is tried, and others who bring the rendezvous into a state.</summary>
internal sealed class Stage
{
    private readonly Rendezvous place;

    private Stage(Contents contents, Actor caller, Actor other, Actor third)
    {
        place = Rendezvous.New();
        Caller = new Party(caller, caller.Share(place.FirstHandle), contents);
        Other = new Party(other, other.Share(place.FirstHandle), contents);
        Third = new Party(third, third.Share(place.FirstHandle), contents);
    }

    internal Party Caller { get; }

    internal Party Other { get; }

    internal Party Third { get; }

    /// <summary>
    /// Plays a scene with threads of this process and with processes, for each kind of message. Afterwards the rendezvous must be empty, and nothing may be
    /// left of any message.
    /// </summary>
    internal static void ForAll(Action<Stage> scene)
    {
        foreach (bool otherProcess in (bool[])[false, true])
        {
            Actor caller = Actor.In(otherProcess);
            Actor other = Actor.In(otherProcess);
            Actor third = Actor.In(otherProcess);

            // Once to warm up: stacks and heaps grow when they are first used.
            for (Contents contents = Contents.Values; contents <= Contents.Both; contents++)
            {
                Play(scene, otherProcess, contents, caller, other, third);
                Usage before = Usage.Now();
                Play(scene, otherProcess, contents, caller, other, third);
                Usage.ExpectAs(before);
            }
        }

        Children.EndAll();
    }

    /// <summary>The rendezvous is empty: nobody is there to be received from, and whoever sends waits until somebody receives.</summary>
    private void ExpectEmpty()
    {
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, 0);
        Party party = new(Other.Actor, Other.Place, Contents.Values);
        party.Send();
        party.ExpectWaits();
        SystemCallRegisters here = Call.Make(SystemCallNumber.ReceiveDeadline, place.First, 0);
        party.Sent.ExpectWith(null!, here);
        party.ExpectDone();
    }

    private static void Play(Action<Stage> scene, bool otherProcess, Contents contents, Actor caller, Actor other, Actor third)
    {
        var stage = new Stage(contents, caller, other, third);
        scene(stage);
        stage.ExpectEmpty();
        if (otherProcess)
        {
            caller.Do(SystemCallNumber.Close, stage.Caller.Place);
            other.Do(SystemCallNumber.Close, stage.Other.Place);
            third.Do(SystemCallNumber.Close, stage.Third.Place);
        }

        stage.place.Close();
    }
}
