namespace Euralios.Std;

/// <summary>
/// What a server offers behind a path where there is neither a directory nor a file: a handle of its own, whose questions it answers in a thread of its own, so
/// that an answer may take its time. The server has no lock around it.
/// </summary>
public abstract class Conversation
{
    private bool isAsked;

    /// <summary>The conversation's end of the rendezvous.</summary>
    protected Handle Handle { get; private set; }

    /// <summary>
    /// Whether the client is gone, while it should wait for its answer: what takes long asks this now and then. Before the first question it is unknown,
    /// and the answer no: to look would take that question away.
    /// </summary>
    public bool IsClientGone
    {
        get
        {
            if (!isAsked)
                return false;
            if (!SystemCall.TryReceive(Handle, 0, out Message message, out Error error))
                return error is Error.Closed or Error.InvalidHandle;

            // Whoever asked waits no longer, and another holder of the handle came.
            message.Release();
            return true;
        }
    }

    internal Message Answer(in Message question)
    {
        isAsked = true;
        Message answer = AnswerTo(question);
        isAsked = false;
        return answer;
    }

    /// <summary>The thread has begun; nothing has been received yet.</summary>
    protected internal virtual void Begin()
    {
    }

    /// <summary>The answer to a question. What came with the question is given back afterwards.</summary>
    protected internal abstract Message AnswerTo(in Message question);

    /// <summary>The client is gone, or has said CLOSE.</summary>
    protected internal abstract void End();

    /// <summary>Starts a conversation, whose <see cref="End"/> is called in any case if it was started.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="client">The client's handle.</param>
    /// <param name="error">Why there is none: no thread, no rendezvous or no handle is left.</param>
    public static bool TryStart(Conversation conversation, out Handle client, out Error error) =>
        Session.TryStart(
            own =>
            {
                conversation.Handle = own;
                return new ConversationSession(conversation, own);
            },
            out client,
            out error);

    /// <summary>An error as an answer.</summary>
    protected static Message Refuse(Error error) => Session.Refuse(error);
}

/// <summary>A handle of a <see cref="Conversation"/>.</summary>
internal sealed class ConversationSession(Conversation conversation, Handle handle) : Session(handle, isShared: false)
{
    protected override void Begin() => conversation.Begin();

    protected override Message AnswerTo(in Message question) => conversation.Answer(question);

    protected override void Ended() => conversation.End();
}
