using System.Diagnostics;
using Euralios.Grader.Boot;
using Euralios.Net.Interface;
using Euralios.Net.Sockets;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;

namespace Euralios.Net.Bench;

/// <summary>
/// A host at the other end of the guest's wire: 10.0.2.2, the very stack. It gives the guest an address by DHCP, sends without end to whoever connects to
/// <see cref="SourcePort"/>, and takes <see cref="SinkLength"/> bytes at <see cref="SinkPort"/>, to say one then.
/// </summary>
internal sealed class PeerHost
{
    public const ushort SourcePort = 5001;
    public const ushort SinkPort = 5002;

    private const int PieceLength = 64 << 10;

    private static readonly Ipv4Address Own = new(0x0A000202);
    private static readonly Ipv4Address Guests = new(0x0A00020F);

    private readonly PeerLink _link;
    private readonly NetworkStack _stack;
    private readonly TcpLayer _tcp;
    private readonly UdpSocket _dhcp;
    private readonly TcpListener _source;
    private readonly TcpListener _sink;
    private readonly List<TcpConnection> _sending = [];
    private readonly Dictionary<TcpConnection, long> _taking = [];
    private readonly byte[] _piece = new byte[PieceLength];

    public PeerHost(FramePeer peer, double loss, int seed)
    {
        _link = new PeerLink(peer, loss, seed) { DhcpAsked = Lease };
        var mac = new MacAddress(0x52550A000202);
        _stack = new NetworkStack(_link, mac, BitConverter.GetBytes((long)seed));
        _tcp = new TcpLayer(_stack.Output, _stack.Random, new TcpOptions());
        _stack.Transport = _tcp;
        _stack.Configure(new Ipv4Configuration(Own, 24, default), [], default);
        bool isOpen = _stack.Udp.TryOpen(DhcpMessage.ServerPort, out UdpSocket? dhcp, out _)
            & _tcp.TryListen(SourcePort, 128, out TcpListener? source, out _)
            & _tcp.TryListen(SinkPort, 128, out TcpListener? sink, out _);
        Debug.Assert(isOpen);
        (_dhcp, _source, _sink) = (dhcp!, source!, sink!);
    }

    /// <summary>How much is taken at <see cref="SinkPort"/> until a byte is said.</summary>
    public long SinkLength { get; set; }

    /// <summary>Segments sent again so far.</summary>
    public long Retransmissions => _tcp.Statistics.Retransmissions;

    public async Task RunAsync(CancellationToken cancellation)
    {
        Task sending = _link.SendAsync(cancellation);
        long begin = Stopwatch.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            bool isDone = _stack.Poll(new Instant(Stopwatch.GetElapsedTime(begin).Ticks / TimeSpan.TicksPerMicrosecond));
            isDone |= Serve();
            if (!isDone)
                await Task.Delay(1, CancellationToken.None);
        }

        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool Serve()
    {
        bool isDone = false;
        while (_source.TryAccept(out TcpConnection? connection))
            _sending.Add(connection);
        while (_sink.TryAccept(out TcpConnection? connection))
            _taking.Add(connection, 0);
        foreach (TcpConnection connection in _sending)
        {
            int room = Math.Min(connection.Room, PieceLength);
            isDone |= room > 0 && connection.Write(_piece.AsSpan(0, room)) > 0;
        }

        foreach (TcpConnection connection in _taking.Keys.ToArray())
        {
            int count = connection.Read(_piece);
            isDone |= count > 0;
            long before = _taking[connection];
            _taking[connection] = before + count;
            if (before < SinkLength && before + count >= SinkLength)
                connection.Write([1]);
        }

        End(_sending);
        foreach (TcpConnection connection in _taking.Keys.Where(connection => connection.IsReceiveEnded || connection.IsClosed).ToArray())
        {
            connection.Close();
            _taking.Remove(connection);
        }

        return isDone;
    }

    private static void End(List<TcpConnection> connections)
    {
        foreach (TcpConnection connection in connections.Where(connection => connection.IsReceiveEnded || connection.IsClosed).ToArray())
        {
            connection.Abort();
            connections.Remove(connection);
        }
    }

    private void Lease(byte[] datagram)
    {
        if (!DhcpMessage.TryParse(datagram, out DhcpMessage? question) || question!.IsReply)
            return;
        var answer = new DhcpMessage
        {
            Type = question.Type == DhcpMessageType.Discover ? DhcpMessageType.Offer : DhcpMessageType.Acknowledge,
            IsReply = true,
            TransactionId = question.TransactionId,
            YourAddress = Guests,
            ClientMac = question.ClientMac,
            ServerIdentifier = Own,
            SubnetMask = 0xFFFFFF00,
            Router = Own,
            LeaseSeconds = 86_400,
        };
        Span<byte> bytes = stackalloc byte[DhcpMessage.MaximumWritten];
        _dhcp.TrySend(new Ipv4Endpoint(Ipv4Address.Broadcast, DhcpMessage.ClientPort), bytes[..answer.Write(bytes)], out _);
    }
}
