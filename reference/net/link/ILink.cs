using System;

namespace Euralios.Net.Link;

/// <summary>
/// What frames go over: Ethernet without preamble and check sequence, 14 to 1,514 bytes. It never waits. Frames are written and read in place.
/// </summary>
public interface ILink
{
    /// <summary>The next frame that came.</summary>
    /// <param name="frame">The frame, which stays as it is until the next call.</param>
    /// <returns>Whether there was one.</returns>
    bool TryReceive(out ReadOnlySpan<byte> frame);

    /// <summary>Begins a frame; one that was begun and not sent is given up.</summary>
    /// <param name="length">Its most bytes.</param>
    /// <param name="frame">Where to write it: <paramref name="length"/> bytes of any content.</param>
    /// <returns>Whether the link has room now. If not, the sender tries again when it is polled next.</returns>
    bool TryBeginSend(int length, out Span<byte> frame);

    /// <summary>
    /// The frame that was begun last and not sent, where <see cref="TryBeginSend"/> said: for what is known only at its end, as lengths.
    /// </summary>
    Span<byte> Begun { get; }

    /// <summary>Sends the frame that was begun, with as much of it as was written. A short frame is padded by the link.</summary>
    void Send(int length);
}
