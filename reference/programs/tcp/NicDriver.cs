using System;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>The driver behind a handle: <c>/dev/nic</c> (handouts/protocols.md, "Network devices").</summary>
internal sealed class NicDriver(Handle nic) : IFrameDriver
{
    public bool TryAllocate(out MemoryChunk memory) => SystemCall.TryAllocate(FrameList.MemorySize / SystemCall.PageSize, out memory, out _);

    public bool TrySend(MemoryChunk memory, int used, out MemoryChunk next)
    {
        next = default;
        var question = new Message(NicTags.Frames, (ulong)used, memory);
        if (!RemoteCall.TryCall(nic, ref question, NicTags.Frames, out Message answer, out _))
            return false;
        if (FrameMemory.TryRead(answer, out ReadOnlySpan<byte> list) && list.IsEmpty && answer.Second.IsMemory(out next))
            return true;
        answer.Release();
        return false;
    }
}
