using System;
using Euralios.Net.Link;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>
/// A network card's driver as the stack's link. Frames come and go in memory that is exchanged with the driver, several at a time
/// (handouts/protocols.md, "Network devices"): what came is read in it, and what is to be sent is written in it. Used with the network's gate.
/// </summary>
internal sealed class NicLink(IFrameDriver driver) : ILink
{
    // What came and has not been read: a list from arrivedPlace to arrivedEnd.
    private MemoryChunk arrived;
    private int arrivedEnd;
    private int arrivedPlace;

    // What is to be sent: a list of leavingEnd bytes, in memory that there is if hasLeaving says so.
    private MemoryChunk leaving;
    private bool hasLeaving;
    private int leavingEnd;

    // The length of the frame that was begun.
    private int begun;

    /// <summary>Whether there are frames that came and have not been read.</summary>
    internal bool HasArrived => arrivedPlace < arrivedEnd;

    /// <inheritdoc/>
    public Span<byte> Begun => leaving.Bytes(FrameList.MemorySize).Slice(leavingEnd + FrameList.LengthSize, begun);

    /// <summary>Frames came: a valid list of some bytes, in memory that stays until <see cref="Exchange"/>.</summary>
    internal void Arrive(MemoryChunk memory, int length)
    {
        #region Solution 19.1: the list is read from its beginning
        arrived = memory;
        arrivedEnd = length;
        arrivedPlace = 0;
        #endregion
    }

    /// <inheritdoc/>
    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        #region Solution 19.1: the first of those that are left
        ReadOnlySpan<byte> list = HasArrived ? arrived.Bytes(arrivedEnd).Slice(arrivedPlace) : default;
        bool isFrame = FrameList.TryTake(ref list, out frame);
        arrivedPlace = isFrame ? arrivedEnd - list.Length : arrivedEnd;
        return isFrame;
        #endregion
    }

    /// <inheritdoc/>
    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        #region Solution 19.2: where there is room, which the driver makes
        frame = default;
        bool hasRoom = hasLeaving && FrameList.MemorySize - leavingEnd >= FrameList.SizeOf(length);
        if (!hasRoom && !TryMakeRoom())
            return false;
        begun = length;
        frame = Begun;
        return true;
        #endregion
    }

    /// <inheritdoc/>
    public void Send(int length)
    {
        #region Solution 19.2: the list is longer by a frame
        FrameList.WriteLength(leaving.Bytes(FrameList.MemorySize).Slice(leavingEnd), length);
        leavingEnd += FrameList.SizeOf(length);
        #endregion
    }

    /// <summary>Gives the driver all that is to be sent. What it does not take is lost, as on any link.</summary>
    internal void Flush()
    {
        #region Solution 19.2: the driver gives back memory, or there is none
        if (leavingEnd == 0)
            return;
        hasLeaving = driver.TrySend(leaving, leavingEnd, out leaving);
        leavingEnd = 0;
        #endregion
    }

    /// <summary>
    /// The answer to a driver that brought frames, all of which have been read: what is to be sent. The memory that the frames were in is the next to be filled.
    /// </summary>
    /// <param name="memory">The memory that the frames were in.</param>
    /// <param name="answer">The memory that the driver gets for it: the same if nothing is to be sent.</param>
    /// <returns>The bytes of the list of frames in it; 0 if there are none.</returns>
    internal int Exchange(MemoryChunk memory, out MemoryChunk answer)
    {
        #region Solution 19.2: the two pieces of memory change places
        arrivedEnd = 0;
        arrivedPlace = 0;
        answer = memory;
        int used = leavingEnd;
        if (used > 0)
        {
            answer = leaving;
            leaving = memory;
            leavingEnd = 0;
        }

        return used;
        #endregion
    }

    #region Solution 19.2: the pieces
    private bool TryMakeRoom()
    {
        Flush();
        hasLeaving = hasLeaving || driver.TryAllocate(out leaving);
        return hasLeaving;
    }
    #endregion
}
