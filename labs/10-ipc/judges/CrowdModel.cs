using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;

namespace Euralios.Labs.Ipc;

/// <summary>
/// A model of the rendezvous: says for every operation what each thread's call must come to, and compares. It contains the answer, so it is the
/// instructor's.
/// </summary>
public sealed class CrowdModel : IJudge
{
    private const int SendBlocking = 1;
    private const int ReceiveBlocking = 2;
    private const int Closed = 12;

    private const int FewestOperations = 400;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var places = new Dictionary<int, Place>();
        int operations = 0;
        foreach (Operation operation in Meeting.Of(record))
        {
            operations++;
            if (operation.At < 0)
                continue;
            if (!places.TryGetValue(operation.At, out Place? place))
                places[operation.At] = place = new Place();
            (Reply? caller, Reply? peer) = place.Expect(operation);
            if ((caller is null || caller == operation.Caller) && peer == operation.Peer)
                continue;
            return Verdict.Fail(
                $"expected {Show(caller, peer)}, came {Show(caller is null ? null : operation.Caller, operation.Peer)}",
                $"at line {operation.Event.Line} of the trace: {operation.Event.Text}");
        }

        return operations < FewestOperations ? Verdict.Fail($"only {operations} operations: the scenario did not come to its end") : Verdict.Pass;
    }

    private static string Show(Reply? caller, Reply? peer)
    {
        string own = caller is null ? "" : $"`{caller}`";
        string other = peer is null ? "nobody's wait is over" : $"for thread {peer.Thread} `{peer}`";
        return caller is null ? other : peer is null ? own : $"{own} and {other}";
    }

    /// <summary>One rendezvous.</summary>
    private sealed class Place
    {
        private Wait? wait;
        private int handles = 3;
        private int mounts = 1;

        public (Reply? Caller, Reply? Peer) Expect(Operation operation)
        {
            int thread = operation.Caller.Thread;
            switch (operation.Kind)
            {
                case "send" or "call" when handles <= 1:
                    return (new Reply(thread, "refused", Closed, null), null);
                case "send" or "call" or "post":
                    return Send(thread, operation.Message, operation.Kind == "call");
                case "receive":
                    return Receive(thread);
                case "close":
                    (handles, mounts) = (operation.Handles, operation.Mounts);
                    return (null, wait is { Thread: > 0 } && References <= 1 ? End() : null);
                case "copy":
                    (handles, mounts) = (operation.Handles, operation.Mounts);
                    return (null, null);
                default:
                    return (null, End());
            }
        }

        private int References => wait!.Kind == WaitKind.Receive ? handles + mounts : handles;

        private (Reply Caller, Reply? Peer) Send(int thread, string message, bool calls)
        {
            if (wait is null)
            {
                wait = new Wait(thread, calls ? WaitKind.Call : WaitKind.Send, message, 0);
                return (new Reply(thread, "waits", 0, null), null);
            }

            if (wait.HasMessage || (wait.Kind == WaitKind.Reply && wait.From != thread))
                return (new Reply(thread, "returned", wait.HasMessage ? SendBlocking : ReceiveBlocking, message), null);
            var peer = new Reply(wait.Thread, "receives", 0, message);
            wait = calls ? new Wait(thread, WaitKind.Reply, "", wait.Thread) : null;
            return (new Reply(thread, calls ? "waits" : "done", 0, null), peer);
        }

        private (Reply Caller, Reply? Peer) Receive(int thread)
        {
            switch (wait)
            {
                case null:
                    wait = new Wait(thread, WaitKind.Receive, "", 0);
                    return (new Reply(thread, "waits", 0, null), null);
                case { Kind: WaitKind.Call, Message: var message }:
                    wait = new Wait(wait.Thread, WaitKind.Reply, "", thread);
                    return (new Reply(thread, "receives", 0, message), null);
                case { Kind: WaitKind.Send, Message: var message, Thread: var sender }:
                    wait = null;
                    return (new Reply(thread, "receives", 0, message), sender == 0 ? null : new Reply(sender, "done", 0, null));
                default:
                    return (new Reply(thread, "fails", ReceiveBlocking, null), null);
            }
        }

        private Reply? End()
        {
            var over = wait;
            wait = null;
            return over is null ? null
                : over.HasMessage ? new Reply(over.Thread, "returned", Closed, over.Message)
                : new Reply(over.Thread, "fails", Closed, null);
        }
    }
}
