namespace Euralios.Std;

/// <summary>Receiving from others, for as long as there are others.</summary>
internal static class Incoming
{
    // The kernel tells a receiver that waits when the last other handle is closed, but not one that begins to wait after that. So it looks once soon, for
    // who went away while the last message was being answered, and then now and then, for who did just before the wait.
    private const ulong Soon = 10_000;
    private const ulong Later = 1_000_000;

    /// <summary>Waits for a message.</summary>
    /// <param name="handle">Where.</param>
    /// <param name="message">The message; none where there is an error.</param>
    /// <param name="error"><see cref="Error.ReceiveBlocking"/> where somebody else receives there, or waits for an answer that this process owes.</param>
    /// <returns>False where no message can come any more.</returns>
    internal static bool TryReceive(Handle handle, out Message message, out Error error)
    {
        for (ulong wait = Soon; ; wait = Later)
        {
            if (SystemCall.TryReceive(handle, wait, out message, out error) || error == Error.ReceiveBlocking)
                return true;
            if (error != Error.TimedOut)
                return false;

            // A message to nobody: whether there is anybody is looked at first.
            var nothing = new Message(Tags.Empty);
            if (!SystemCall.TryReply(handle, ref nothing, out error) && error is Error.Closed or Error.InvalidHandle)
                return false;
        }
    }
}
