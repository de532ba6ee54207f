using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>This program's own file, for trials that start it again: the runner hands it out.</summary>
internal static class Image
{
    private static MemoryChunk chunk;
    private static int length;

    /// <summary>The file.</summary>
    internal static ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (length == 0)
                Ask();
            return chunk.Bytes(length);
        }
    }

    private static void Ask()
    {
        var question = new Message(Tags.Read);
        Expect.Done(SystemCall.TrySendReceive(Handle.StandardInput, ref question, out Message answer, out Error error), error);
        Expect.True(answer.Second.IsMemory(out chunk));
        length = (int)answer.First.Value;
    }
}
