namespace Euralios.Labs.Ipc;

/// <summary>What a thread waits for.</summary>
internal enum WaitKind
{
    /// <summary>That somebody receives its message.</summary>
    Send,

    /// <summary>That somebody receives its message, and then for the reply.</summary>
    Call,

    /// <summary>A message, whoever sends it.</summary>
    Receive,

    /// <summary>A message from one thread.</summary>
    Reply,
}

/// <summary>A thread's wait.</summary>
/// <param name="Thread">The thread; 0 for a message that the kernel posted.</param>
/// <param name="Kind">What for.</param>
/// <param name="Message">The tag of its message, or empty.</param>
/// <param name="From">Who owes the reply, or 0.</param>
internal sealed record Wait(int Thread, WaitKind Kind, string Message, int From)
{
    /// <summary>A message stands there.</summary>
    public bool HasMessage => Kind is WaitKind.Send or WaitKind.Call;
}

/// <summary>
/// Who waits where, as the operations' answers say it. It does not know which answer is right, only what must hold whichever it is: a message
/// goes to one thread, once, as it was sent; a wait ends by what it waited for.
/// </summary>
internal sealed class Crowd
{
    private readonly Dictionary<int, Wait> waits = [];

    /// <summary>The waits by rendezvous.</summary>
    public IReadOnlyDictionary<int, Wait> Waits => waits;

    /// <summary>Whether a thread waits.</summary>
    public bool IsWaiting(int thread) => waits.Values.Any(wait => wait.Thread == thread);

    /// <summary>Takes an operation in.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Apply(Operation operation)
    {
        if (operation.Caller.Thread != 0 && waits.FirstOrDefault(entry => entry.Value.Thread == operation.Caller.Thread) is { Value: not null } waiting)
            return $"thread {operation.Caller.Thread} runs although it waits at rendezvous {waiting.Key}";
        if (operation.Caller.Gets == "damaged" || operation.Peer?.Gets == "damaged")
            return "a message does not arrive as it was sent";
        return operation.Kind switch
        {
            "send" or "call" or "post" => Sends(operation),
            "receive" => Receives(operation),
            "close" or "break" => Ends(operation),
            _ => null,
        };
    }

    private string? Sends(Operation operation)
    {
        var (thread, word, _, gets) = operation.Caller;
        switch (word)
        {
            case "refused":
                return null;
            case "returned":
                return operation.Peer is not null ? $"the call failed, and all the same the wait of thread {operation.Peer.Thread} is over"
                    : gets != operation.Message ? $"{Who(thread)} gets back {gets}, which is not its message"
                    : null;
            case "waits" when operation.Peer is null:
                return Add(operation.At, new Wait(thread, operation.Kind == "call" ? WaitKind.Call : WaitKind.Send, operation.Message, 0));
            case "waits" when operation.Kind == "call":
                return Delivers(operation) ?? Add(operation.At, new Wait(thread, WaitKind.Reply, "", operation.Peer!.Thread));
            case "done" when operation.Kind != "call" && operation.Peer is null:
                return $"nobody received the message of {Who(thread)}, which is done: the message is lost";
            case "done" when operation.Kind != "call":
                return Delivers(operation);
            default:
                return $"`{operation.Caller}` is no answer to a {operation.Kind}{(operation.Peer is null ? "" : " that ends a wait")}";
        }
    }

    /// <summary>The message goes to a receiver, whose wait is over.</summary>
    private string? Delivers(Operation operation)
    {
        var peer = operation.Peer!;
        if (!waits.Remove(operation.At, out var wait) || wait.Thread != peer.Thread || wait.HasMessage)
            return $"a message is given to thread {peer.Thread}, which does not wait to receive at rendezvous {operation.At}";
        if (wait.Kind == WaitKind.Reply && wait.From != operation.Caller.Thread)
            return $"thread {peer.Thread} waits for the reply of thread {wait.From}, and gets a message of {Who(operation.Caller.Thread)}";
        return peer.Word == "receives" && peer.Gets == operation.Message ? null
            : $"thread {peer.Thread} should receive {operation.Message}, and its call comes to `{peer}`";
    }

    private string? Receives(Operation operation)
    {
        var (thread, word, _, gets) = operation.Caller;
        switch (word)
        {
            case "fails":
                return operation.Peer is null ? null : $"the call failed, and all the same the wait of thread {operation.Peer.Thread} is over";
            case "waits":
                return operation.Peer is null ? Add(operation.At, new Wait(thread, WaitKind.Receive, "", 0))
                    : $"thread {thread} waits, and all the same the wait of thread {operation.Peer.Thread} is over";
            case "receives":
                break;
            default:
                return $"`{operation.Caller}` is no answer to a receive";
        }

        if (!waits.Remove(operation.At, out var wait) || wait.Message != gets)
            return $"thread {thread} receives {gets}, which does not stand at rendezvous {operation.At}";
        if (wait.Kind == WaitKind.Call)
        {
            return operation.Peer is not null
                ? $"the wait of thread {operation.Peer.Thread} is over, but it called and has no reply yet"
                : Add(operation.At, new Wait(wait.Thread, WaitKind.Reply, "", thread));
        }

        return (operation.Peer?.Thread ?? 0) != wait.Thread ? $"the message of {Who(wait.Thread)} was received, and its wait is not over"
            : operation.Peer is { Word: not "done" } peer ? $"thread {peer.Thread} has sent its message, and its call comes to `{peer}`"
            : null;
    }

    private string? Ends(Operation operation)
    {
        if (operation.Peer is not { } peer)
            return operation.Kind == "break" ? $"nobody's wait at rendezvous {operation.At} was broken" : null;
        if (!waits.Remove(operation.At, out var wait) || wait.Thread != peer.Thread)
            return $"the wait of thread {peer.Thread} is over, which does not wait at rendezvous {operation.At}";
        return wait.HasMessage && (peer.Word != "returned" || peer.Gets != wait.Message)
            ? $"thread {peer.Thread} should get its message {wait.Message} back, and its call comes to `{peer}`"
            : !wait.HasMessage && peer.Word != "fails" ? $"thread {peer.Thread} waited to receive, and its call comes to `{peer}`"
            : null;
    }

    private string? Add(int at, Wait wait)
    {
        if (waits.TryAdd(at, wait))
            return null;
        var other = waits[at];
        return $"{Who(wait.Thread)} waits at rendezvous {at}, where {Who(other.Thread)} {(other.HasMessage ? "has a message" : "waits for one")} already";
    }

    private static string Who(int thread) => thread == 0 ? "the kernel" : $"thread {thread}";
}
