namespace Merriwig.Tests;

/// <summary>
/// What a rendezvous should be, told as who waits: with a message or without, for a reply or not. Answers are texts as
/// <see cref="RendezvousText"/> writes them.
/// </summary>
internal sealed class ExchangeModel
{
    /// <summary>Who waits: with a message until it is taken, for an answer or not, and for whose. Null for nobody.</summary>
    private (int Thread, int? Message, bool WantsReply, int? Partner)? waiting;

    /// <summary>Whether this thread waits here.</summary>
    internal bool IsWaiting(int thread) => waiting?.Thread == thread;

    internal string Send(int caller, bool wantsReply)
    {
        if (waiting is null)
        {
            waiting = (caller, caller, wantsReply, null);
            return $"{caller} Waits";
        }

        if (waiting.Value.Message is not null)
            return $"{caller} Returned SendBlocking m{caller}";
        int receiver = waiting.Value.Thread;
        if (waiting.Value.Partner is int partner && partner != caller)
            return $"{caller} Returned ReceiveBlocking m{caller}";
        waiting = wantsReply ? (caller, null, false, receiver) : null;
        return $"{caller} {(wantsReply ? "Waits" : "Done")}; {receiver} Receives m{caller}";
    }

    internal string Receive(int caller)
    {
        if (waiting is null)
        {
            waiting = (caller, null, false, null);
            return $"{caller} Waits";
        }

        if (waiting.Value.Message is not int message)
            return $"{caller} Fails ReceiveBlocking";
        int sender = waiting.Value.Thread;
        bool wantsReply = waiting.Value.WantsReply;
        waiting = wantsReply ? (sender, null, false, caller) : null;
        return $"{caller} Receives m{message}{(wantsReply || sender == 0 ? "" : $"; {sender} Done")}";
    }

    /// <summary>The last handle but one, and no mount, is left.</summary>
    internal string Close(int caller)
    {
        if (waiting is null || waiting.Value.Thread == 0)
            return $"{caller} Done";
        (int thread, int? message, _, _) = waiting.Value;
        waiting = null;
        return $"{caller} Done; {thread} {(message is null ? "Fails Closed" : $"Returned Closed m{message}")} first";
    }

    /// <summary>The rendezvous as <see cref="RendezvousText"/> writes it.</summary>
    public override string ToString() => waiting switch
    {
        null => "Empty",
        (int thread, int message, bool wantsReply, _) => $"{(wantsReply ? "SendReceiving" : "Sending")} {thread} m{message}",
        (int thread, null, _, int partner) => $"Receiving {thread} only {partner}",
        (int thread, null, _, null) => $"Receiving {thread}",
    };
}
