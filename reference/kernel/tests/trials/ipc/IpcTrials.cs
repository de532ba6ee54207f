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
    ];
}
