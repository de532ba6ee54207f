namespace Merriwig.Trials;

/// <summary>Processes that end while their threads do all kinds of things: others are told, and nothing is left.</summary>
internal static unsafe class DeathTrials
{
    internal static Scenario[] Table =>
    [
        new("death-of-a-sender", &Dying.OfASender),
        new("death-of-a-receiver", &Dying.OfAReceiver),
        new("death-of-a-questioner", &Dying.OfAQuestioner),
        new("death-of-one-that-awaits-a-reply", &Dying.OfOneThatAwaitsAReply),
        new("death-of-one-that-owes-a-reply", &Dying.OfOneThatOwesAReply),
        new("death-of-a-thread-that-owes-one", &Dying.OfAThreadThatOwesAReply),
        new("death-of-the-one-who-receives", &Dying.OfTheOneWhoReceives),
        new("death-of-one-of-the-receivers", &Dying.OfOneOfTheReceivers),
        new("death-of-a-refused-receiver", &Dying.OfARefusedReceiver),
        new("death-of-a-client-before-its-reply", &Dying.OfAClientBeforeItsReply),
        new("death-at-one-of-several", &Dying.AtOneOfSeveral),
        new("death-of-a-sleeper", &Dying.OfASleeper),
        new("death-with-a-deadline", &Dying.WithADeadline),
        new("death-of-one-that-waits-for-one", &Dying.OfOneThatWaitsForAProcess),
        new("death-of-one-that-awaits-a-line", &Dying.OfOneThatAwaitsALine) { HasDevices = true },
        new("death-of-the-suspended", &Dying.OfTheSuspended),
        new("death-of-the-suspender", &Dying.OfASuspenderThread),
        new("death-of-the-ready", &Dying.OfTheReady),
        new("death-of-many-threads", &Dying.OfManyThreads),
        new("death-of-a-parent", &Dying.OfAParent),
        new("death-with-memory-under-way", &Dying.WithMemoryUnderWay),
        new("death-with-mounts", &Dying.WithMounts),
        new("death-told-last", &Dying.IsToldLast),
        new("death-of-the-trial-itself", &Dying.OfTheTrialItself) { Status = 9, Reason = Euralios.Std.EndReason.Killed },
    ];
}
