using System;
using Euralios.Programs.Echo;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What the program is for: it answers each frame that it is asked with.</summary>
internal static class Entry
{
    internal static int Run(string[] arguments)
    {
        while (SystemCall.TryReceive(Handle.StandardInput, out Message message, out _))
        {
            message.TryGetBytes(out ReadOnlySpan<byte> frame);
            byte[] answer = Echo.Answer(frame);
            message.Release();
            MemoryChunk.TryCreate(answer, out MemoryChunk chunk, out _);
            Answer.Send(Handle.StandardInput, new Message(Tags.Data, (ulong)answer.Length, chunk));
        }

        return 0;
    }
}
