namespace Merriwig.Trials;

/// <summary>Deadlines, sleep, waiting for one of several, and the clock that programs read.</summary>
internal static unsafe class TimeTrials
{
    internal static Scenario[] Table =>
    [
        new("time-sleep-lasts", &Sleeping.Lasts),
        new("time-sleep-of-nothing-yields", &Sleeping.OfNothingYields),
        new("time-sleep-for-ever", &Sleeping.ForEver),
        new("time-sleepers-wake-in-order", &Sleeping.WakesInOrder),
        new("time-sleepers-in-great-number", &Sleeping.InGreatNumber),
        new("time-deadline-of-receive", &Deadlines.OfReceive),
        new("time-deadline-of-nothing", &Deadlines.OfNothing),
        new("time-deadline-after-a-message", &Deadlines.AfterAMessage),
        new("time-deadline-leaves-nothing", &Deadlines.LeavesNothing),
        new("time-deadline-of-wait", &Deadlines.OfWait),
        new("time-deadline-while-suspended", &Deadlines.WhileSuspended),
        new("time-deadline-of-an-open-question", &Deadlines.OfARepliersRendezvous),
        new("time-any-of-several", &AnyOfSeveral.EachInTurn),
        new("time-any-takes-what-is-there", &AnyOfSeveral.WhatIsThere),
        new("time-any-with-a-handle-twice", &AnyOfSeveral.WithAHandleTwice),
        new("time-any-deadline", &AnyOfSeveral.Deadline),
        new("time-any-answers-a-question", &AnyOfSeveral.AnswersAQuestion),
        new("time-any-with-ends-of-processes", &AnyOfSeveral.WithEndsOfProcesses),
        new("time-any-of-thirty-two", &AnyOfSeveral.OfThirtyTwo),
        new("time-clock-never-goes-back", &ClockPage.NeverGoesBack),
        new("time-clock-agrees-with-sleep", &ClockPage.AgreesWithSleep),
        new("time-clock-agrees-with-statistics", &ClockPage.AgreesWithStatistics),
        new("time-clock-page-is-read-only", &ClockPage.IsReadOnly) { Vector = 14 },
    ];
}
