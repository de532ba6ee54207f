using System.Net.Sockets;
using System.Threading.Channels;

namespace Euralios.Grader.Boot;

/// <summary>A program at the other end of a machine's wire: it sends and receives Ethernet frames as they are, without preamble and check sequence.</summary>
/// <remarks>
/// Nothing is lost between the two: where QEMU takes in no more, because the guest's card does not, <see cref="SendAsync"/> waits. The machine may start
/// once there is the peer; the peer may send once the machine has sent a frame, or is known to run. Everything is captured; <see cref="Save"/> writes it.
/// </remarks>
public sealed class FramePeer : IDisposable
{
    /// <summary>The longest datagram that is taken.</summary>
    private const int LongestFrame = 65536;

    private readonly WorkingFolder _folder = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly Channel<byte[]> _received = Channel.CreateUnbounded<byte[]>(new() { SingleWriter = true });
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _listening;

    /// <summary>The peer listens from now on.</summary>
    public FramePeer()
    {
        _socket.Bind(new UnixDomainSocketEndPoint(_folder.File("peer")));
        Wire = NetworkWire.Sockets(_folder.File("guest"), _folder.File("peer"));
        _listening = ListenAsync();
    }

    /// <summary>The wire, for the machine's <see cref="NetworkCard"/>.</summary>
    public NetworkWire Wire { get; }

    /// <summary>All frames on the wire until now.</summary>
    public FrameCapture Capture { get; } = new();

    /// <summary>Sends a frame to the guest.</summary>
    /// <exception cref="SocketException">The machine does not run.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation = default)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            // Connected, because the host tells only of a connected socket when there is room at its other end.
            if (!_socket.Connected)
                _socket.Connect(new UnixDomainSocketEndPoint(_folder.File("guest")));
            Capture.Add(frame, FrameDirection.ToGuest);
            await _socket.SendAsync(frame, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Waits for the next frame of the guest's.</summary>
    public async Task<byte[]> ReceiveAsync(CancellationToken cancellation = default) => await _received.Reader.ReadAsync(cancellation);

    /// <summary>The next frame of the guest's, if it has come.</summary>
    public bool TryReceive([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? frame) => _received.Reader.TryRead(out frame);

    /// <summary>Writes what was captured as a pcap file, for instance when a test has failed.</summary>
    public void Save(string file)
    {
        using FileStream stream = File.Create(file);
        Capture.Write(stream);
    }

    /// <summary>
    /// Takes what a machine that has ended sent last; no frame comes after it. Receiving then ends with a <see cref="ChannelClosedException"/>.
    /// </summary>
    public async Task DrainAsync()
    {
        await _closing.CancelAsync();
        await _listening;
        byte[] buffer = new byte[LongestFrame];
        while (_socket.Available > 0)
            Take(buffer.AsSpan(0, _socket.Receive(buffer)));
        _received.Writer.TryComplete();
    }

    /// <summary>Ends the wire; what is sent by the machine from now on is lost.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _socket.Dispose();
        _listening.GetAwaiter().GetResult();
        _received.Writer.TryComplete();
        _closing.Dispose();
        _sending.Dispose();
        _folder.Dispose();
    }

    private async Task ListenAsync()
    {
        byte[] buffer = new byte[LongestFrame];
        while (true)
        {
            try
            {
                int length = await _socket.ReceiveAsync(buffer.AsMemory(), SocketFlags.None, _closing.Token).ConfigureAwait(false);
                Take(buffer.AsSpan(0, length));
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused)
            {
                // What was sent last did not arrive: the machine is gone. It may come again.
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Take(ReadOnlySpan<byte> datagram)
    {
        byte[] frame = datagram.ToArray();
        Capture.Add(frame, FrameDirection.FromGuest);
        _received.Writer.TryWrite(frame);
    }
}
