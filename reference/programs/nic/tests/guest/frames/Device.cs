using System;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>Questions to /dev/nic.</summary>
internal static class Device
{
    /// <summary>The next frame, if one has come. Its memory is in the answer.</summary>
    internal static bool TryRead(Handle nic, out ReadOnlySpan<byte> frame, out Message answer)
    {
        frame = default;
        var question = new Message(Tags.Read);
        return RemoteCall.TryCall(nic, ref question, out answer, out _) && answer.Tag == Tags.Data && answer.TryGetBytes(out frame);
    }

    /// <summary>Sends a frame.</summary>
    internal static bool TryWrite(Handle nic, ReadOnlySpan<byte> frame, out Error error) =>
        RemoteText.TryAsk(nic, Tags.Write, frame, Tags.Ok, out _, out error);

    /// <summary>Sends the frames of a list; the memory comes back, and is freed.</summary>
    internal static bool TrySendFrames(Handle nic, ulong used, MemoryChunk memory, out Error error)
    {
        var question = new Message(NicTags.Frames, used, memory);
        bool done = RemoteCall.TryCall(nic, ref question, NicTags.Frames, out Message answer, out error);
        answer.Release();
        return done;
    }

    /// <summary>What the driver has counted, as JSON.</summary>
    internal static string Query(Handle nic)
    {
        var question = new Message(Tags.Query);
        return RemoteCall.TryCall(nic, ref question, Tags.Json, out Message answer, out Error error) && answer.TryGetBytes(out ReadOnlySpan<byte> text)
            ? Text.FromUtf8(text)
            : error.Text();
    }
}
