using System;

namespace Euralios.Std;

/// <summary>Questions of the form "length, memory": paths and data.</summary>
public static class RemoteText
{
    /// <summary>Sends a copy of some bytes, and waits for an answer of one kind.</summary>
    /// <param name="handle">The server.</param>
    /// <param name="tag">What is asked.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="expectedTag">The answer's tag.</param>
    /// <param name="answer">The answer, and what comes with it.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryAsk(Handle handle, ulong tag, scoped ReadOnlySpan<byte> bytes, ulong expectedTag, out Message answer, out Error error)
    {
        answer = default;
        if (!MemoryChunk.TryCreate(bytes, out MemoryChunk chunk, out error))
            return false;
        var question = new Message(tag, (ulong)bytes.Length, chunk);
        if (RemoteCall.TryExchange(handle, ref question, RemoteCall.Attempts, out answer, out error))
            return RemoteCall.TryAccept(ref answer, expectedTag, out error);

        // Nobody took it. Where somebody took it and ended, it is not there any more, and this does nothing.
        question.Release();
        answer = default;
        return false;
    }
}
