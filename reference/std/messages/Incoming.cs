namespace Euralios.Std;

/// <summary>Receiving from others, for as long as there are others.</summary>
internal static class Incoming
{
    /// <summary>Waits for a message.</summary>
    /// <param name="handle">Where.</param>
    /// <param name="message">The message; none where there is an error.</param>
    /// <param name="error"><see cref="Error.ReceiveBlocking"/> where somebody else receives there, or waits for an answer that this process owes.</param>
    /// <returns>False where no message can come any more.</returns>
    internal static bool TryReceive(Handle handle, out Message message, out Error error) =>
        SystemCall.TryReceive(handle, out message, out error) || error == Error.ReceiveBlocking;
}
