namespace Merriwig.Lab;

/// <summary>The table of cases, task by task. The names' first words are what <c>lab.yaml</c> sorts them by.</summary>
internal static unsafe class Cases
{
    internal static void Table(ref CaseTable table)
    {
        table.Add("send-where-nobody-is", &SendCases.WhereNobodyIs);
        table.Add("send-posted-where-nobody-is", &SendCases.PostedWhereNobodyIs);
        table.Add("send-to-a-receiver", &SendCases.ToAReceiver);
        table.Add("send-posted-to-a-receiver", &SendCases.PostedToAReceiver);
        table.Add("send-the-reply", &SendCases.TheReply);
        table.Add("send-by-a-stranger", &SendCases.ByAStranger);
        table.Add("send-posted-instead-of-the-reply", &SendCases.PostedInsteadOfTheReply);
        table.Add("send-beside-a-sender", &SendCases.BesideASender);
        table.Add("send-beside-a-posted-message", &SendCases.BesideAPostedMessage);
        table.Add("send-beside-a-caller", &SendCases.BesideACaller);

        table.Add("receive-where-nobody-is", &ReceiveCases.WhereNobodyIs);
        table.Add("receive-from-a-sender", &ReceiveCases.FromASender);
        table.Add("receive-a-posted-message", &ReceiveCases.APostedMessage);
        table.Add("receive-from-a-caller", &ReceiveCases.FromACaller);
        table.Add("receive-beside-a-receiver", &ReceiveCases.BesideAReceiver);
        table.Add("receive-instead-of-replying", &ReceiveCases.InsteadOfReplying);

        table.Add("call-where-nobody-is", &CallCases.WhereNobodyIs);
        table.Add("call-to-a-receiver", &CallCases.ToAReceiver);
        table.Add("call-back-to-a-caller", &CallCases.BackToACaller);
        table.Add("call-is-replied", &CallCases.IsReplied);
        table.Add("call-by-a-stranger", &CallCases.ByAStranger);
        table.Add("call-beside-a-sender", &CallCases.BesideASender);
        table.Add("call-beside-a-caller", &CallCases.BesideACaller);

        table.Add("next-caller-goes-on", &NextCases.CallerGoesOn);
        table.Add("next-caller-waits", &NextCases.CallerWaits);
        table.Add("next-everybody-waits", &NextCases.EverybodyWaits);
        table.Add("next-sender-goes-on", &NextCases.SenderGoesOn);
        table.Add("next-receiver-goes-on", &NextCases.ReceiverGoesOn);
        table.Add("next-call-hands-over", &NextCases.CallHandsOver);
        table.Add("next-call-hands-over-alone", &NextCases.CallHandsOverAlone);
        table.Add("next-closed-runs-first", &NextCases.ClosedRunsFirst);
        table.Add("next-nobody-to-let-go-first", &NextCases.NobodyToLetGoFirst);
        table.Add("next-posted-while-idle", &NextCases.PostedWhileIdle);

        table.Add("close-senders-need-another-handle", &CloseCases.SendersNeedAnotherHandle);
        table.Add("close-returns-the-senders-message", &CloseCases.ReturnsTheSendersMessage);
        table.Add("close-returns-the-callers-message", &CloseCases.ReturnsTheCallersMessage);
        table.Add("close-ends-a-receivers-wait", &CloseCases.EndsAReceiversWait);
        table.Add("close-a-mount-leaves-a-receiver-hope", &CloseCases.AMountLeavesAReceiverHope);
        table.Add("close-ends-the-wait-for-a-reply", &CloseCases.EndsTheWaitForAReply);
        table.Add("close-keeps-a-posted-message", &CloseCases.KeepsAPostedMessage);
        table.Add("close-leaves-an-empty-place", &CloseCases.LeavesAnEmptyPlace);
        table.Add("close-breaks-any-wait", &CloseCases.BreaksAnyWait);
    }
}
