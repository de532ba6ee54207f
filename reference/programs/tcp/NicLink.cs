using System;
using Euralios.Net.Link;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>
/// A network card's driver as the stack's link. Frames come and go in memory that is exchanged with the driver, several at a time
/// (handouts/protocols.md, "Network devices"): what came is read in it, and what is to be sent is written in it. Used with the network's gate.
/// </summary>
internal sealed class NicLink(Handle nic) : ILink
{
    // What came and has not been read.
    private MemoryChunk arrived;
    private int arrivedEnd;
    private int arrivedPlace;

    // What is to be sent.
    private MemoryChunk leaving;
    private bool hasLeaving;
    private int leavingEnd;

    // The length of the frame that was begun.
    private int begun;

    public Span<byte> Begun => leaving.Bytes(FrameList.MemorySize).Slice(leavingEnd + FrameList.LengthSize, begun);

    /// <summary>Whether there are frames that came and have not been read.</summary>
    internal bool HasArrived => arrivedPlace < arrivedEnd;

    /// <summary>Frames came: a valid list, in memory that stays until all of them were read.</summary>
    internal void Arrive(MemoryChunk memory, int length)
    {
        arrived = memory;
        arrivedEnd = length;
        arrivedPlace = 0;
    }

    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        ReadOnlySpan<byte> list = HasArrived ? arrived.Bytes(arrivedEnd).Slice(arrivedPlace) : default;
        bool isFrame = FrameList.TryTake(ref list, out frame);
        arrivedPlace = isFrame ? arrivedEnd - list.Length : arrivedEnd;
        return isFrame;
    }

    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        frame = default;
        bool hasRoom = hasLeaving && FrameList.MemorySize - leavingEnd >= FrameList.SizeOf(length);
        if (!hasRoom && !TryMakeRoom())
            return false;
        begun = length;
        frame = Begun;
        return true;
    }

    public void Send(int length)
    {
        FrameList.WriteLength(leaving.Bytes(FrameList.MemorySize).Slice(leavingEnd), length);
        leavingEnd += FrameList.SizeOf(length);
    }

    /// <summary>Gives the driver all that is to be sent. What it does not take is lost, as on any link.</summary>
    internal void Flush()
    {
        if (leavingEnd == 0)
            return;
        var question = new Message(NicTags.Frames, (ulong)leavingEnd, leaving);
        leavingEnd = 0;
        hasLeaving = RemoteCall.TryCall(nic, ref question, NicTags.Frames, out Message answer, out _) && TryTakeMemory(answer);
    }

    /// <summary>The answer to a driver that brought frames: what is to be sent. The memory that the frames were in is the next to be filled.</summary>
    internal Message Exchange(MemoryChunk memory)
    {
        arrivedEnd = 0;
        arrivedPlace = 0;
        if (!hasLeaving || leavingEnd == 0)
            return new Message(NicTags.Frames, 0, memory);
        var answer = new Message(NicTags.Frames, (ulong)leavingEnd, leaving);
        leaving = memory;
        leavingEnd = 0;
        return answer;
    }

    private bool TryMakeRoom()
    {
        Flush();
        hasLeaving = hasLeaving || SystemCall.TryAllocate(FrameList.MemorySize / SystemCall.PageSize, out leaving, out _);
        return hasLeaving;
    }

    private bool TryTakeMemory(in Message answer)
    {
        if (FrameMemory.TryRead(answer, out ReadOnlySpan<byte> list) && list.IsEmpty && answer.Second.IsMemory(out leaving))
            return true;
        answer.Release();
        return false;
    }
}
