using System;
using Euralios.Net.Link;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>Never comes back.</summary>
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
        while (true)
        {
        }
    }

    /// <inheritdoc/>
    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        while (true)
        {
        }
    }

    /// <inheritdoc/>
    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        frame = default;
        while (true)
        {
        }
    }

    /// <inheritdoc/>
    public void Send(int length)
    {
        while (true)
        {
        }
    }

    /// <summary>Gives the driver all that is to be sent. What it does not take is lost, as on any link.</summary>
    internal void Flush()
    {
        while (true)
        {
        }
    }

    /// <summary>
    /// The answer to a driver that brought frames, all of which have been read: what is to be sent. The memory that the frames were in is the next to be filled.
    /// </summary>
    /// <param name="memory">The memory that the frames were in.</param>
    /// <param name="answer">The memory that the driver gets for it: the same if nothing is to be sent.</param>
    /// <returns>The bytes of the list of frames in it; 0 if there are none.</returns>
    internal int Exchange(MemoryChunk memory, out MemoryChunk answer)
    {
        answer = default;
        while (true)
        {
        }
    }
}
