namespace Euralios.Grader.Boot;

/// <summary>
/// Boots a kernel in QEMU and says what came of it. A request decides its record: icount makes time a function of the instructions, the seed
/// and all that is read come and go while the guest stands, and every limit is judged by exact quantities.
/// </summary>
public static class BootRunner
{
    private const int SeedSize = 16;

    /// <summary>Boots a kernel. Whatever the guest or QEMU does is an <see cref="Ending"/> and no exception.</summary>
    /// <param name="request">What to boot.</param>
    /// <param name="cancellation">Ends QEMU, and the task as cancelled.</param>
    /// <exception cref="Sdk.Build.ToolMissingException">QEMU is not installed, or too old.</exception>
    public static async Task<BootRecord> RunAsync(BootRequest request, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(request.Seed.Length, SeedSize);
        QemuInstallation qemu = await QemuInstallation.FindAsync(cancellation);
        if (request.Network is { } network)
            return await NetworkBoot.RunAsync(qemu, request, network, cancellation);
        BootRecord record = await Session.RunAsync(qemu, request, log: null, cancellation);

        // Only these two endings come about by exceptions, and the run that is repeated ends as surely as the first one did.
        if (record.Stuck is null || record.Ending is not (Ending.Reset or Ending.Dead) || Repeatable(request) is not { } again)
            return record;
        return record with { Stuck = record.Stuck with { Exceptions = await HistoryAsync(qemu, again, cancellation) } };
    }

    /// <summary>
    /// The last processor exceptions of a boot. Logging them slows every interrupt down, so it is not done until it is known that somebody
    /// needs it: then the same boot runs once more, and since it is the same, so are its exceptions.
    /// </summary>
    private static async Task<IReadOnlyList<ExceptionRecord>> HistoryAsync(
        QemuInstallation qemu, BootRequest request, CancellationToken cancellation)
    {
        var log = new InterruptLog();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await Session.RunAsync(qemu, request, reader => log.ReadAsync(reader, enough.Cancel), enough.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The log reached its largest size: what was seen until then is the answer.
        }
        return log.Exceptions;
    }

    /// <summary>
    /// The request as it can be run a second time without a trace outside of it: without the captures, whose files belong to the first run.
    /// Null where a device is tied to something else on the host, which would notice.
    /// </summary>
    private static BootRequest? Repeatable(BootRequest request)
    {
        List<string> kept = [];
        string[] arguments = [.. (request.Machine.Devices ?? []).SelectMany(QemuCommandLine.Split)];
        for (int i = 0; i < arguments.Length; i++)
        {
            string value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "-object" when value.StartsWith("filter-dump", StringComparison.Ordinal):
                    i++;
                    break;
                case "-device" or "-vga":
                case "-netdev" when value.StartsWith("user", StringComparison.Ordinal):
                    kept.AddRange([arguments[i++], value]);
                    break;
                default:
                    return null;
            }
        }
        return request.Dialogue is null ? request with { Machine = request.Machine with { Devices = kept } } : null;
    }
}
