using System.Threading.Channels;
using Euralios.Grader.Boot;
using Euralios.Net.Link;

namespace Euralios.Net.Bench;

/// <summary>The other end of the guest's wire as a stack's link, which loses some of the frames of either direction.</summary>
internal sealed class PeerLink(FramePeer peer, double loss, int seed) : ILink
{
    private const int LongestQueue = 256;

    private readonly Random _random = new(seed);
    private readonly Channel<byte[]> _leaving = Channel.CreateUnbounded<byte[]>();
    private readonly byte[] _begun = new byte[1514];
    private int _begunLength;

    public Span<byte> Begun => _begun.AsSpan(0, _begunLength);

    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        while (peer.TryReceive(out byte[]? bytes))
        {
            if (IsLost())
                continue;
            frame = bytes;
            return true;
        }

        frame = default;
        return false;
    }

    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        _begunLength = _leaving.Reader.Count < LongestQueue ? length : 0;
        frame = Begun;
        return _begunLength > 0;
    }

    public void Send(int length)
    {
        if (!IsLost())
            _leaving.Writer.TryWrite(_begun[..length]);
    }

    /// <summary>Puts frames on the wire as it takes them.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        await foreach (byte[] frame in _leaving.Reader.ReadAllAsync(cancellation))
            await peer.SendAsync(frame, cancellation);
    }

    private bool IsLost() => loss > 0 && _random.NextDouble() < loss;
}
