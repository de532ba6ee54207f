using System.Net.Sockets;
using System.Threading.Channels;

namespace Euralios.Grader.Boot;

/// <summary>
/// A peer that speaks raw frames. The guest speaks first: until its first frame has come there is nobody to send to. A partner that derives from this class
/// writes <see cref="SpeakAsync"/>, a loop over what it receives until that is null.
/// </summary>
public abstract class FramePartner : INetworkPeer
{
    private readonly FramePeer _wire = new();
    private readonly List<string> _notes = [];
    private CancellationToken _ended;
    private bool _hasHeard;

    /// <inheritdoc/>
    public FrameCapture Capture => _wire.Capture;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The boot's seed.</summary>
    protected byte[] Seed { get; private set; } = [];

    /// <inheritdoc/>
    public NetworkWire Open(PeerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Seed = context.Seed;
        return _wire.Wire;
    }

    /// <inheritdoc/>
    public Task PlayAsync(CancellationToken machineEnded)
    {
        _ended = machineEnded;
        return SpeakAsync();
    }

    /// <inheritdoc/>
    public Task CloseAsync() => _wire.DrainAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _wire.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The partner's part. It ends when it has no more to say; frames that come afterwards are captured all the same.</summary>
    protected abstract Task SpeakAsync();

    /// <summary>Notes something for the judges.</summary>
    protected void Note(string line) => _notes.Add(line);

    /// <summary>The guest's next frame; null when the machine has ended and all were received.</summary>
    protected async Task<byte[]?> ReceiveAsync()
    {
        try
        {
            byte[] frame = await _wire.ReceiveAsync(CancellationToken.None);
            _hasHeard = true;
            return frame;
        }
        catch (ChannelClosedException)
        {
            return null;
        }
    }

    /// <summary>Sends a frame; waits while the guest's card takes in no more.</summary>
    /// <returns>Whether it was sent: not when the machine has ended.</returns>
    protected async Task<bool> SendAsync(ReadOnlyMemory<byte> frame)
    {
        if (!_hasHeard)
            throw new InvalidOperationException("the guest speaks first: nothing can be sent before a frame of its has come");
        try
        {
            await _wire.SendAsync(frame, _ended);
            return true;
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }
}
