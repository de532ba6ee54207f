using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Tells the first program something, on the standard output, and waits until it has taken note.</summary>
internal static class StageReport
{
    internal static void Send(ulong tag, string text)
    {
        byte[] bytes = Text.ToUtf8(text);
        if (MemoryChunk.TryCreate(bytes, out MemoryChunk chunk, out _))
            Send(new Message(tag, (ulong)bytes.Length, chunk));
    }

    internal static void Send(Message message) => RemoteCall.TryCall(Handle.StandardOutput, ref message, Tags.Ok, out _, out _);
}
