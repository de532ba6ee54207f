using System;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>Sends long frames through FRAMES, and counts the instructions.</summary>
internal static class Source
{
    private const int Batches = 100;
    private const int FramesOfBatch = 20;

    internal static void Run(Handle nic)
    {
        if (!SystemCall.TryAllocate(FrameList.MemorySize / SystemCall.PageSize, out MemoryChunk memory, out Error error))
        {
            KernelLog.WriteLine(error.Text());
            return;
        }

        Span<byte> list = memory.Bytes(FrameList.MemorySize);
        int used = 0;
        for (int i = 0; i < FramesOfBatch; i++, used += FrameList.SizeOf(FrameList.LongestFrame))
        {
            FrameList.WriteLength(list.Slice(used), FrameList.LongestFrame);
            Program.Ready().AsSpan().CopyTo(list.Slice(used + FrameList.LengthSize));
        }

        ulong start = 0;
        for (int i = 0; i <= Batches; i++)
        {
            // The first brings everything into being.
            if (i == 1)
                start = Clock.TimeStamp;
            var question = new Message(NicTags.Frames, (ulong)used, memory);
            if (!RemoteCall.TryCall(nic, ref question, NicTags.Frames, out Message answer, out error) || !answer.Second.IsMemory(out memory))
            {
                KernelLog.WriteLine($"FRAMES: {error.Text()}");
                return;
            }
        }

        KernelLog.WriteLine($"sent frame {(Clock.TimeStamp - start) / (Batches * FramesOfBatch)} instructions");
    }
}
