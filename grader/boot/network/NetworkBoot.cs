namespace Euralios.Grader.Boot;

/// <summary>A boot with a network: the peer is there before the machine, plays beside it, and has heard all of it before the record is made.</summary>
internal static class NetworkBoot
{
    /// <summary>How long a peer may go on when the machine has ended.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    public static async Task<BootRecord> RunAsync(QemuInstallation qemu, BootRequest request, NetworkLink link, CancellationToken cancellation)
    {
        BootRecord? record = null;
        try
        {
            await using INetworkPeer peer = link.CreatePeer();
            using var folder = new WorkingFolder();
            string? file = peer.Capture is null ? folder.File("capture") : null;
            var card = new NetworkCard(link.Card, peer.Open(new PeerContext(request.Seed)), file);
            Machine machine = request.Machine with { Devices = [.. request.Machine.Devices ?? [], .. card.Arguments], IdlesInHostTime = true };
            record = await RunAsync(qemu, request with { Machine = machine }, peer, cancellation);
            return record with { Request = request, Network = new NetworkRecord(peer.Capture ?? FrameCapture.Read(file!, card.Address), peer.Notes) };
        }
#pragma warning disable CA1031 // A peer is anybody's code: one that throws must cost one boot, not the run.
        catch (Exception exception) when (exception is not Sdk.Build.ToolMissingException && !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            record ??= new BootRecord(request, Ending.PeerFailed, null, [], [], 0, [], null, null);
            return record with { Request = request, Ending = Ending.PeerFailed, Stuck = null, Error = $"{exception.GetType().Name}: {exception.Message}" };
        }
    }

    private static async Task<BootRecord> RunAsync(QemuInstallation qemu, BootRequest request, INetworkPeer peer, CancellationToken cancellation)
    {
        using var ended = new CancellationTokenSource();
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task playing = PlayAsync();
        try
        {
            BootRecord record = await Session.RunAsync(qemu, request, log: null, failed.Token, TellPortsAsync);
            await peer.CloseAsync();
            return record;
        }
        catch (OperationCanceledException) when (playing.IsFaulted)
        {
            await playing;
            throw;
        }
        finally
        {
            await ended.CancelAsync();
            await playing.WaitAsync(_grace, CancellationToken.None);
        }

        async Task TellPortsAsync(Guest guest, CancellationToken stop) => peer.Connect(await guest.ForwardedPortsAsync(stop));

        async Task PlayAsync()
        {
            try
            {
                await peer.PlayAsync(ended.Token);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // As it was told.
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        }
    }
}
