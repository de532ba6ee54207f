using System;
using System.Collections.Generic;
using Euralios.Net.Link;

namespace Euralios.Net.Tests;

/// <summary>A link whose other end is the test: frames that wait to be received, and frames that were sent.</summary>
internal sealed class FrameLink : ILink
{
    private readonly Queue<byte[]> incoming = new();
    private readonly Queue<byte[]> outgoing = new();
    private byte[] begun = [];

    /// <summary>Whether it has room for frames.</summary>
    public bool HasRoom { get; set; } = true;

    public int SentCount => outgoing.Count;

    public Span<byte> Begun => begun;

    public void Deliver(byte[] frame) => incoming.Enqueue(frame);

    public bool TryTakeSent(out byte[] frame) => outgoing.TryDequeue(out frame!);

    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        bool hasOne = incoming.TryDequeue(out byte[]? bytes);
        frame = bytes;
        return hasOne;
    }

    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        // Whatever is not written shows.
        begun = HasRoom ? new byte[length] : [];
        begun.AsSpan().Fill(0xEE);
        frame = begun;
        return HasRoom;
    }

    public void Send(int length)
    {
        outgoing.Enqueue(begun[..length]);
        begun = [];
    }
}
