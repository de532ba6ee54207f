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
        // TODO 19.1: The driver brings a list of frames in a piece of memory. Keep where it is, and
        // give the stack one frame after the other, each in its place in that memory, until none is
        // left.
        Unwritten.Task("19.1");
    }

    /// <inheritdoc/>
    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        // TODO 19.1 (continued): the first of those that are left
        frame = default;
        return Unwritten.Task<bool>("19.1");
    }

    /// <inheritdoc/>
    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        // TODO 19.2: The stack writes a frame where TryBeginSend tells it to, in a list of your
        // own, and Send makes it part of the list. The list goes to the driver with Flush, or as
        // the answer to frames that the driver brought (Exchange). Either way you get memory back,
        // which is filled next. Make memory only where you have none, and make room when a frame
        // does not fit. What the driver does not take is lost.
        frame = default;
        return Unwritten.Task<bool>("19.2");
    }

    /// <inheritdoc/>
    public void Send(int length)
    {
        // TODO 19.2 (continued): the list is longer by a frame
        Unwritten.Task("19.2");
    }

    /// <summary>Gives the driver all that is to be sent. What it does not take is lost, as on any link.</summary>
    internal void Flush()
    {
        // TODO 19.2 (continued): the driver gives back memory, or there is none
        Unwritten.Task("19.2");
    }

    /// <summary>
    /// The answer to a driver that brought frames, all of which have been read: what is to be sent. The memory that the frames were in is the next to be filled.
    /// </summary>
    /// <param name="memory">The memory that the frames were in.</param>
    /// <param name="answer">The memory that the driver gets for it: the same if nothing is to be sent.</param>
    /// <returns>The bytes of the list of frames in it; 0 if there are none.</returns>
    internal int Exchange(MemoryChunk memory, out MemoryChunk answer)
    {
        // TODO 19.2 (continued): the two pieces of memory change places
        answer = default;
        return Unwritten.Task<int>("19.2");
    }

    // Yours to add: whatever helper task 19.2 needs.
}
