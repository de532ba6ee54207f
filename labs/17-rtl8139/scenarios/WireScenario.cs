using System;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Sends every frame back that the partner sends, as the driver brings them, until one says that it is over.</summary>
internal static class WireScenario
{
    private const ulong Patience = 10_000_000;

    internal static void Run(Stage stage)
    {
        if (!Station.TryBegin(stage, out StagedProgram driver))
            return;
        SystemCall.TryNewRendezvous(out Handle own, out Handle given, out _);
        var attach = new Message(NicTags.Attach, given);
        if (!RemoteCall.TryCall(driver.Server, ref attach, Tags.Ok, out _, out Error error))
        {
            Station.Stopped(error);
            return;
        }

        if (!Station.TryGreet(driver))
            return;
        for (bool isOver = false; !isOver;)
        {
            if (!SystemCall.TryReceive(own, Patience, out Message message, out error))
            {
                Station.Stopped(error);
                break;
            }

            isOver = SendBack(own, message);
        }

        Station.Finish(driver);
    }

    /// <summary>Answers the driver with those of its frames that are the partner's tests.</summary>
    /// <returns>Whether the last was among them.</returns>
    private static bool SendBack(Handle own, in Message message)
    {
        if (message.Tag != NicTags.Frames || !message.TryGetBytes(out ReadOnlySpan<byte> list) || !message.Second.IsMemory(out MemoryChunk memory))
            return false;
        Span<byte> back = memory.Bytes(FrameList.MemorySize);
        int used = 0;
        bool isOver = false;
        while (FrameList.TryTake(ref list, out ReadOnlySpan<byte> frame))
        {
            isOver |= Station.Kind(frame) == Station.Over;
            if (Station.Kind(frame) != Station.Test)
                continue;

            // Never behind the frame itself, which may therefore be overwritten.
            int length = frame.Length;
            frame.CopyTo(back.Slice(used + FrameList.LengthSize));
            FrameList.WriteLength(back.Slice(used), length);
            used += FrameList.SizeOf(length);
        }

        Answer.Send(own, new Message(NicTags.Frames, (ulong)used, message.Second));
        return isOver;
    }
}
