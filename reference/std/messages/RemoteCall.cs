namespace Euralios.Std;

/// <summary>A question to a server, and its answer.</summary>
public static class RemoteCall
{
    private const int Attempts = 100;

    /// <summary>Sends a message and waits for the reply. Where the server is busy with somebody else, it tries again, up to 100 times.</summary>
    /// <param name="handle">The server.</param>
    /// <param name="message">The question; where it could not be sent, what the kernel gave back.</param>
    /// <param name="reply">The answer; with a handle or a chunk in it, that is the caller's.</param>
    /// <param name="error">Why there is none, or the error that the server replied.</param>
    public static bool TryCall(Handle handle, ref Message message, out Message reply, out Error error)
    {
        for (int attempt = 0; ; attempt++)
        {
            if (SystemCall.TrySendReceive(handle, ref message, out reply, out error))
                break;
            if (error is not (Error.SendBlocking or Error.ReceiveBlocking) || attempt == Attempts)
                return false;
            SystemCall.Yield();
        }

        error = reply.Tag switch
        {
            Tags.Error when reply.First.Value is > 0 and < (ulong)Error.UnexpectedReply => (Error)reply.First.Value,
            Tags.Error => Error.UnexpectedReply,
            Tags.InvalidUtf8 => Error.Utf8,
            Tags.InvalidFormat or Tags.InvalidValue => Error.Parameter,
            Tags.UnknownMessage => Error.NotImplemented,
            Tags.Denied => Error.Denied,
            _ => Error.None,
        };
        return error == Error.None;
    }

    /// <summary>As <see cref="TryCall(Handle, ref Message, out Message, out Error)"/>, for an answer of one kind: every other is an error.</summary>
    public static bool TryCall(Handle handle, ref Message message, ulong expectedTag, out Message reply, out Error error)
    {
        if (!TryCall(handle, ref message, out reply, out error))
            return false;
        if (reply.Tag == expectedTag)
            return true;
        error = Error.UnexpectedReply;
        return false;
    }
}
