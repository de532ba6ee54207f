using System;

namespace Euralios.Std;

/// <summary>One handle of a server: its thread, which answers the questions that come there until nobody can come any more.</summary>
internal abstract class Session(Handle handle, bool isShared)
{
    /// <summary>Answers until the client is gone or has said CLOSE, then closes the handle.</summary>
    internal void Run() => Run(null);

    /// <param name="received">A message that has been received there already.</param>
    internal void Run(Message? received)
    {
        Begin();
        bool goesOn = received is null || Take(received.Value);
        while (goesOn)
        {
            if (SystemCall.TryReceive(handle, out Message message, out Error error))
            {
                goesOn = Take(message);
            }
            else if (error == Error.ReceiveBlocking)
            {
                // Somebody waits for an answer to what has none: CLOSE.
                Answer.Send(handle, new Message(Tags.UnknownMessage));
            }
            else
            {
                goesOn = false;
            }
        }

        SystemCall.TryClose(handle, out _);
        Ended();
    }

    /// <summary>Does what a message says.</summary>
    /// <returns>False where it is the last.</returns>
    private bool Take(in Message message)
    {
        if (message.Tag == Tags.Close)
        {
            message.Release();
            return isShared;
        }

        Message answer = AnswerTo(message);
        message.Release();
        Answer.Send(handle, answer);
        return true;
    }

    /// <summary>Starts a session of its own on a new rendezvous.</summary>
    /// <param name="make">Makes the session for its handle.</param>
    /// <param name="client">The client's handle.</param>
    /// <param name="error">Why there is none: no thread, no rendezvous or no handle is left.</param>
    internal static bool TryStart(Func<Handle, Session> make, out Handle client, out Error error)
    {
        if (!SystemCall.TryNewRendezvous(out Handle own, out client, out error))
            return false;
        Session session = make(own);
        if (Thread.TryStart(session.Run, out _, out error))
            return true;
        SystemCall.TryClose(own, out _);
        SystemCall.TryClose(client, out _);
        return false;
    }

    /// <summary>The thread has begun; nothing has been received yet.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>The answer to a question. What came with the question is given back afterwards.</summary>
    protected abstract Message AnswerTo(in Message question);

    /// <summary>The handle is gone.</summary>
    protected virtual void Ended()
    {
    }

    /// <summary>An error as an answer.</summary>
    internal static Message Refuse(Error error) => error switch
    {
        Error.Denied => new Message(Tags.Denied),
        Error.Utf8 => new Message(Tags.InvalidUtf8),
        Error.Parameter => new Message(Tags.InvalidValue),
        _ => new Message(Tags.Error, (ulong)error),
    };

    /// <summary>OK, or an error.</summary>
    protected static Message Result(Error error, ulong count = 0) => error == Error.None ? new Message(Tags.Ok, count) : Refuse(error);
}
