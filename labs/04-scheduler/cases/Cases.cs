namespace Merriwig.Lab;

/// <summary>The table of cases, task by task. The names' first words are what <c>lab.yaml</c> sorts them by.</summary>
internal static unsafe class Cases
{
    internal static void Table(ref CaseTable table)
    {
        table.Add("queue-first-into-empty", &QueueCases.FirstIntoEmpty);
        table.Add("queue-last-into-empty", &QueueCases.LastIntoEmpty);
        table.Add("queue-first-goes-before-all", &QueueCases.FirstGoesBeforeAll);
        table.Add("queue-last-goes-behind-all", &QueueCases.LastGoesBehindAll);
        table.Add("queue-while-idle-runs", &QueueCases.WhileIdleRuns);
        table.Add("queue-both-ends", &QueueCases.BothEnds);
        table.Add("queue-remove-the-only-one", &QueueCases.RemoveTheOnlyOne);
        table.Add("queue-remove-the-front", &QueueCases.RemoveTheFront);
        table.Add("queue-remove-the-back", &QueueCases.RemoveTheBack);
        table.Add("queue-remove-from-the-middle", &QueueCases.RemoveFromTheMiddle);
        table.Add("queue-removed-comes-back", &QueueCases.RemovedComesBack);
        table.Add("queue-seeded", &QueueCases.Seeded);
        table.Add("queue-thousand-threads", &QueueCases.Thousand);

        table.Add("preempt-front-runs", &PreemptCases.FrontRuns);
        table.Add("preempt-alone", &PreemptCases.Alone);
        table.Add("preempt-idle-alone", &PreemptCases.IdleAlone);
        table.Add("preempt-idle-gives-way", &PreemptCases.IdleGivesWay);
        table.Add("preempt-idle-gives-way-to-the-only-one", &PreemptCases.IdleGivesWayToTheOnlyOne);
        table.Add("preempt-two-alternate", &PreemptCases.TwoAlternate);
        table.Add("preempt-full-round", &PreemptCases.FullRound);
        table.Add("preempt-seeded", &PreemptCases.Seeded);
        table.Add("preempt-thousand-threads", &PreemptCases.Thousand);

        table.Add("block-front-runs", &BlockCases.FrontRuns);
        table.Add("block-last-leaves-idle", &BlockCases.LastLeavesIdle);
        table.Add("block-one-after-the-other", &BlockCases.OneAfterTheOther);
        table.Add("block-idle-never", &BlockCases.IdleNever);
        table.Add("exit-front-runs", &BlockCases.ExitFrontRuns);
        table.Add("exit-last-leaves-idle", &BlockCases.ExitLastLeavesIdle);
        table.Add("exit-idle-never", &BlockCases.ExitIdleNever);
        table.Add("exit-number-again", &BlockCases.ExitNumberAgain);
        table.Add("block-and-exit-seeded", &BlockCases.Seeded);

        table.Add("wake-runs-next", &WakeCases.RunsNext);
        table.Add("wake-last-woken-first", &WakeCases.LastWokenFirst);
        table.Add("wake-while-idle-runs", &WakeCases.WhileIdleRuns);
        table.Add("wake-after-blocking", &WakeCases.AfterBlocking);
        table.Add("wake-after-removing", &WakeCases.AfterRemoving);
        table.Add("wake-ready-is-refused", &WakeCases.ReadyIsRefused);
        table.Add("wake-running-is-refused", &WakeCases.RunningIsRefused);
        table.Add("wake-free-is-refused", &WakeCases.FreeIsRefused);
        table.Add("wake-idle-is-refused", &WakeCases.IdleIsRefused);
        table.Add("wake-twice", &WakeCases.Twice);
        table.Add("wake-seeded", &WakeCases.Seeded);

        table.Add("giveway-last-comes-next", &GiveWayCases.LastComesNext);
        table.Add("giveway-to-the-only-one", &GiveWayCases.ToTheOnlyOne);
        table.Add("giveway-twice-is-back", &GiveWayCases.TwiceIsBack);
        table.Add("giveway-nobody-ready", &GiveWayCases.NobodyReady);
        table.Add("giveway-idle", &GiveWayCases.Idle);
        table.Add("giveway-hand-over", &GiveWayCases.HandOver);
        table.Add("giveway-seeded", &GiveWayCases.Seeded);
        table.Add("every-operation", &GiveWayCases.EveryOperation);
    }
}
