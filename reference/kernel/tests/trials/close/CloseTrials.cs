namespace Merriwig.Trials;

/// <summary>What closing handles means for whoever waits: error 12 when nobody else can come, and not before.</summary>
internal static unsafe class CloseTrials
{
    internal static Scenario[] Table =>
    [
        new("close-of-a-receivers-other-end", &Closing.OfAReceiversOtherEnd),
        new("close-of-a-senders-other-end", &Closing.OfASendersOtherEnd),
        new("close-of-a-questions-other-end", &Closing.OfAQuestionsOtherEnd),
        new("close-instead-of-a-reply", &Closing.InsteadOfAReply),
        new("close-of-one-of-several", &Closing.OfOneOfSeveral),
        new("close-of-a-copy", &Closing.OfACopy),
        new("close-of-own-handle", &Closing.OfOwnHandle),
        new("close-of-own-handle-of-several", &Closing.OfOwnHandleWhereOthersStay),
        new("close-with-a-mount", &Closing.WithAMount),
        new("close-with-a-mount-and-a-sender", &Closing.WithAMountAndASender),
        new("close-of-a-mount-by-exec", &Closing.OfAMountThatOnlyAProcessHas),
        new("close-of-a-handle-in-a-message", &Closing.OfAHandleInAMessage),
        new("close-of-messages-in-messages", &Closing.OfMessagesInMessages),
        new("close-of-the-receivers-handle", &Closing.OfTheReceiversHandle),
        new("close-of-the-receivers-copies", &Closing.OfTheReceiversCopies),
        new("close-while-receiving", &Closing.WhileReceiving),
        new("close-after-the-receivers-handle-moved", &Closing.AfterTheReceiversHandleMoved),
        new("close-before-a-receive", &Closing.BeforeAReceive),
    ];
}
