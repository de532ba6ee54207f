namespace Merriwig.Lab;

/// <summary>The table of cases, task by task. The names' first words are what <c>lab.yaml</c> sorts them by.</summary>
internal static unsafe class Cases
{
    internal static void Table(ref CaseTable table)
    {
        table.Add("start-wakes-the-chip", &StartCases.WakesTheChip);
        table.Add("start-waits-for-the-reset", &StartCases.WaitsForTheReset);
        table.Add("start-gives-up", &StartCases.GivesUp);
        table.Add("start-nothing-there", &StartCases.NothingThere);
        table.Add("start-card-without-reset", &StartCases.CardWithoutReset);
        table.Add("start-card-is-on", &StartCases.CardIsOn);
        table.Add("start-card-twice", &StartCases.CardTwice);

        table.Add("receive-start", &ReceiveCases.Start);
        table.Add("receive-accepts", &ReceiveCases.Accepts);
        table.Add("receive-nothing", &ReceiveCases.Nothing);
        table.Add("receive-every-length", &ReceiveCases.EveryLength);
        table.Add("receive-round-the-end", &ReceiveCases.RoundTheEnd);
        table.Add("receive-at-the-end", &ReceiveCases.AtTheEnd);
        table.Add("receive-reader", &ReceiveCases.Reader);
        table.Add("receive-few-registers", &ReceiveCases.FewRegisters);
        table.Add("receive-leaves-the-rest", &ReceiveCases.LeavesTheRest);
        table.Add("receive-unfinished", &ReceiveCases.Unfinished);
        table.Add("receive-damaged", &ReceiveCases.Damaged);
        table.Add("receive-too-long", &ReceiveCases.TooLong);
        table.Add("receive-not-whole", &ReceiveCases.NotWhole);
        table.Add("receive-impossible", &ReceiveCases.Impossible);
        table.Add("receive-any-header", &ReceiveCases.AnyHeader);

        table.Add("send-start", &SendCases.Start);
        table.Add("send-every-length", &SendCases.EveryLength);
        table.Add("send-four-at-once", &SendCases.FourAtOnce);
        table.Add("send-in-turn", &SendCases.InTurn);
        table.Add("send-counts", &SendCases.Counts);
        table.Add("send-no-wait", &SendCases.NoWait);
        table.Add("send-few-registers", &SendCases.FewRegisters);
        table.Add("send-start-anew", &SendCases.StartAnew);

        table.Add("interrupt-start", &InterruptCases.Start);
        table.Add("interrupt-each", &InterruptCases.Each);
        table.Add("interrupt-together", &InterruptCases.Together);
        table.Add("interrupt-meanwhile", &InterruptCases.Meanwhile);
        table.Add("interrupt-none", &InterruptCases.None);
        table.Add("interrupt-gone", &InterruptCases.Gone);
        table.Add("interrupt-overflow-is-masked", &InterruptCases.OverflowIsMasked);

        table.Add("recover-overflow-ends", &RecoverCases.OverflowEnds);
        table.Add("recover-flood", &RecoverCases.Flood);
        table.Add("recover-broken-ring", &RecoverCases.BrokenRing);
        table.Add("recover-abort", &RecoverCases.Abort);
        table.Add("recover-underrun", &RecoverCases.Underrun);
        table.Add("recover-sender-anew", &RecoverCases.SenderAnew);
        table.Add("recover-each-cause-is-counted", &RecoverCases.EachCauseIsCounted);
        table.Add("recover-bus-error", &RecoverCases.BusError);
        table.Add("recover-gone", &RecoverCases.Gone);
        table.Add("recover-any-chip", &RecoverCases.AnyChip);
    }
}
