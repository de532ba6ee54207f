namespace Euralios.Grader.Boot;

/// <summary>A boot's network card, and who is at the other end of its wire.</summary>
/// <param name="Card">The card.</param>
/// <param name="CreatePeer">Makes the peer: a new one for each run of the boot.</param>
public sealed record NetworkLink(NetworkCardModel Card, Func<INetworkPeer> CreatePeer);

/// <summary>What a peer may know of its boot.</summary>
/// <param name="Seed">The 16 bytes that the guest is given too.</param>
public sealed record PeerContext(byte[] Seed);

/// <summary>
/// Whoever is at the other end of a machine's wire: a part of the kit that runs on the host beside QEMU. What the guest sends is data: a peer copes with
/// anything. What it throws is the kit's own failure, and ends the boot as <see cref="Ending.PeerFailed"/>. Most derive from <see cref="FramePartner"/>; one
/// that uses sockets opens them in <see cref="Open"/>.
/// </summary>
public interface INetworkPeer : IAsyncDisposable
{
    /// <summary>What was on the wire; null for a peer that does not see frames: QEMU then writes them down.</summary>
    FrameCapture? Capture => null;

    /// <summary>What the peer noted, for judges, a line each; asked for when it has ended.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>Before the machine starts: everything that it connects to must be there when this returns.</summary>
    /// <returns>What the card's wire leads to.</returns>
    NetworkWire Open(PeerContext context);

    /// <summary>The machine is there, and does not run yet. Beside <see cref="PlayAsync"/>.</summary>
    /// <param name="ports">The ports of the host's loopback that the wire's <see cref="PortForward"/>s have, by those of the guest's.</param>
    void Connect(IReadOnlyDictionary<int, int> ports)
    {
    }

    /// <summary>Plays its part.</summary>
    /// <param name="machineEnded">The machine has ended: the peer ends too, and may do so by the cancellation's exception.</param>
    Task PlayAsync(CancellationToken machineEnded);

    /// <summary>The machine has ended: what it sent last is taken in. Before the cancellation of <see cref="PlayAsync"/>.</summary>
    Task CloseAsync() => Task.CompletedTask;
}

/// <summary>What was on a boot's wire.</summary>
/// <param name="Capture">The frames.</param>
/// <param name="Notes">The peer's notes.</param>
public sealed record NetworkRecord(FrameCapture Capture, IReadOnlyList<string> Notes)
{
    /// <summary>The frames in their order; people count them from 1, as Wireshark does.</summary>
    public IReadOnlyList<CapturedFrame> Frames { get; } = Capture.Frames;
}
