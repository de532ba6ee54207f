namespace Euralios.Std;

/// <summary>A question to a server, and its answer.</summary>
public static class RemoteCall
{
    /// <summary>A hundred times at once, then for ten seconds.</summary>
    internal const int Attempts = 1_100;

    /// <summary>Sends a message and waits for the reply. Where the server is busy with somebody else, it tries again, for some ten seconds.</summary>
    /// <param name="handle">The server.</param>
    /// <param name="message">The question; where it could not be sent, what the kernel gave back.</param>
    /// <param name="reply">The answer; with a handle or a chunk in it, that is the caller's. Empty where there is an error.</param>
    /// <param name="error">Why there is none, or the error that the server replied.</param>
    public static bool TryCall(Handle handle, ref Message message, out Message reply, out Error error)
    {
        if (!TryExchange(handle, ref message, Attempts, out reply, out error))
            return false;
        error = ErrorOf(reply);
        if (error == Error.None)
            return true;
        reply.Release();
        reply = default;
        return false;
    }

    /// <summary>As <see cref="TryCall(Handle, ref Message, out Message, out Error)"/>, for an answer of one kind: every other is an error.</summary>
    public static bool TryCall(Handle handle, ref Message message, ulong expectedTag, out Message reply, out Error error)
    {
        return TryExchange(handle, ref message, Attempts, out reply, out error) && TryAccept(ref reply, expectedTag, out error);
    }

    /// <summary>Whether a reply is of one kind. If not, what it carries is given back.</summary>
    internal static bool TryAccept(ref Message reply, ulong expectedTag, out Error error)
    {
        error = ErrorOf(reply);
        if (error == Error.None && reply.Tag == expectedTag)
            return true;
        error = error == Error.None ? Error.UnexpectedReply : error;
        reply.Release();
        reply = default;
        return false;
    }

    /// <summary>Sends a message and waits for the reply, whatever it is. A server that is busy with somebody else is asked again.</summary>
    internal static bool TryExchange(Handle handle, ref Message message, int attempts, out Message reply, out Error error)
    {
        for (int attempt = 0; ; attempt++)
        {
            if (SystemCall.TrySendReceive(handle, ref message, out reply, out error))
                return true;
            if (error is not (Error.SendBlocking or Error.ReceiveBlocking) || attempt == attempts)
                return false;
            Patience.Wait(attempt);
        }
    }

    /// <summary>The error that a reply is.</summary>
    internal static Error ErrorOf(in Message reply) => reply.Tag switch
    {
        Tags.Error when reply.First.Value is > 0 and < (ulong)Error.UnexpectedReply => (Error)reply.First.Value,
        Tags.Error => Error.UnexpectedReply,
        Tags.InvalidUtf8 => Error.Utf8,
        Tags.InvalidFormat or Tags.InvalidValue => Error.Parameter,
        Tags.UnknownMessage => Error.NotImplemented,
        Tags.Denied => Error.Denied,
        _ => Error.None,
    };
}
