namespace Merriwig.Trials;

/// <summary>Messages: every cell of the transition table, who runs next, what is carried and what becomes of it.</summary>
internal static unsafe class IpcTrials
{
    internal static Scenario[] Table =>
    [
        new("ipc-send-to-empty", &Transitions.SendToEmpty),
        new("ipc-receive-from-empty", &Transitions.ReceiveFromEmpty),
        new("ipc-send-receive-to-empty", &Transitions.SendReceiveToEmpty),
        new("ipc-send-to-sender", &Transitions.SendToSender),
        new("ipc-receive-from-sender", &Transitions.ReceiveFromSender),
        new("ipc-send-receive-to-sender", &Transitions.SendReceiveToSender),
        new("ipc-send-to-receiver", &Transitions.SendToReceiver),
        new("ipc-receive-from-receiver", &Transitions.ReceiveFromReceiver),
        new("ipc-send-receive-to-receiver", &Transitions.SendReceiveToReceiver),
        new("ipc-send-to-partner", &Transitions.SendToPartner),
        new("ipc-receive-from-partner", &Transitions.ReceiveFromPartner),
        new("ipc-send-receive-to-partner", &Transitions.SendReceiveToPartner),
        new("ipc-send-to-restricted-receiver", &Transitions.SendToRestrictedReceiver),
        new("ipc-receive-from-restricted", &Transitions.ReceiveFromRestrictedReceiver),
        new("ipc-send-receive-to-restricted", &Transitions.SendReceiveToRestrictedReceiver),
        new("ipc-send-to-send-receiver", &Transitions.SendToSendReceiver),
        new("ipc-receive-from-send-receiver", &Transitions.ReceiveFromSendReceiver),
        new("ipc-send-receive-to-same", &Transitions.SendReceiveToSendReceiver),

        new("ipc-send-only-to-who-waits", &Transitions.SendOnlyToWhoWaits),

        new("ipc-turn-after-send", &Turns.AfterSend),
        new("ipc-turn-after-receive", &Turns.AfterReceive),
        new("ipc-turn-after-send-receive", &Turns.AfterSendReceive),
        new("ipc-turn-after-question", &Turns.AfterReceiveFromSendReceiver),
        new("ipc-turn-after-a-wait", &Turns.AfterAWait),
        new("ipc-turn-after-errors", &Turns.AfterErrors),
        new("ipc-turn-after-close", &Turns.AfterClose),
        new("ipc-turn-after-fork", &Turns.AfterFork),
        new("ipc-turn-after-yield", &Turns.AfterYield),
        new("ipc-turn-after-exit", &Turns.AfterExit),
        new("ipc-turn-after-exec", &Turns.AfterExec),
        new("ipc-turn-after-sleep", &Turns.AfterASleep),
        new("ipc-turn-of-busy-threads", &Turns.Preemption),

        new("ipc-items-leave-at-once", &Carriage.ItemsLeaveAtOnce),
        new("ipc-sent-chunk-is-gone", &Carriage.SentChunkIsGone),
        new("ipc-items-all-or-none", &Carriage.AllOrNothing),
        new("ipc-long-without-items", &Carriage.LongWithoutItemsIsShort),
        new("ipc-items-of-all-kinds", &Carriage.ItemsOfAllKinds),
        new("ipc-no-free-handle", &Carriage.NoFreeHandle),
        new("ipc-no-free-window", &Carriage.NoFreeWindow),
        new("ipc-returned-to-full-process", &Carriage.ReturnedWithoutAPlace),
        new("ipc-waits-as-long-as-copies-live", &Carriage.NoPlaceForTheReturned),
        new("ipc-send-to-nobody", &Carriage.ToNobody),
        new("ipc-send-through-itself", &Carriage.ThroughItself),
    ];
}
