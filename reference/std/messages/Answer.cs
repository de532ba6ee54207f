namespace Euralios.Std;

/// <summary>What a server says to whoever asked.</summary>
public static class Answer
{
    /// <summary>Answers a question. A client that does not wait for its answer, or is gone, does not get it, and what the answer carries is given back.</summary>
    public static bool Send(Handle handle, Message answer)
    {
        if (SystemCall.TryReply(handle, ref answer, out _))
            return true;
        answer.Release();
        return false;
    }
}
