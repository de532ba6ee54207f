using System.Threading.Channels;
using Euralios.Grader.Boot;
using Euralios.Net.Link;
using Euralios.Net.Wire;

namespace Euralios.Net.Bench;

/// <summary>The other end of the guest's wire as a stack's link, which loses some of the frames of either direction.</summary>
internal sealed class PeerLink(FramePeer peer, double loss, int seed) : ILink
{
    private const int LongestQueue = 256;

    // In a frame with an IPv4 header without options: its protocol, the UDP header's destination port, and what the datagram carries.
    private const int Protocol = 23;
    private const int Port = 36;
    private const int Datagram = 42;

    private readonly Random _random = new(seed);
    private readonly Channel<byte[]> _leaving = Channel.CreateUnbounded<byte[]>();
    private readonly byte[] _begun = new byte[1514];
    private int _begunLength;

    /// <summary>Gets the DHCP messages that clients send: from no address, which a host takes nothing from.</summary>
    public Action<byte[]>? DhcpAsked { get; set; }

    public Span<byte> Begun => _begun.AsSpan(0, _begunLength);

    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        while (peer.TryReceive(out byte[]? bytes))
        {
            if (IsLost())
                continue;
            if (EthernetFrame.TryParse(bytes, out EthernetFrame ethernet) && ethernet.Type == EtherType.Ipv4
                && bytes.Length > Datagram && bytes[Protocol] == (byte)InternetProtocol.Udp && BigEndian.ReadUInt16(bytes.AsSpan(Port)) == DhcpMessage.ServerPort)
            {
                DhcpAsked?.Invoke(bytes[Datagram..]);
                continue;
            }

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
