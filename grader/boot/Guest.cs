using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Euralios.Grader.Boot;

/// <summary>
/// The guest as it is seen from outside, through QEMU's monitor and its gdb stub. Starts stopped at the reset vector. Registers and memory are
/// read only while it stands; the counters and <see cref="StateAsync"/> also while it runs.
/// </summary>
internal sealed partial class Guest : IDisposable
{
    /// <summary>
    /// The high-precision event timer counts virtual time in steps of 10 ns. It is the one clock that the monitor can read at any moment and
    /// that costs the guest nothing; it stands at 0 until somebody switches it on, which is done here, and nothing in the kit uses it.
    /// </summary>
    private const ulong HpetConfiguration = 0xFED0_0010, HpetCounter = 0xFED0_00F0;
    private const uint HpetEnable = 1;
    private const long HpetNanoseconds = 10;

    private readonly QmpClient _qmp;
    private readonly RegisterLayout _layout;
    private readonly WorkingFolder _folder;
    private readonly int _icountShift;

    private Guest(QmpClient qmp, GdbClient gdb, RegisterLayout layout, WorkingFolder folder, int icountShift)
    {
        (_qmp, Gdb, _layout, _folder, _icountShift) = (qmp, gdb, layout, folder, icountShift);
    }

    /// <summary>The gdb stub: run, stop, memory.</summary>
    public GdbClient Gdb { get; }

    /// <summary>Why the guest shut down, after it did and something was asked.</summary>
    public string? ShutdownReason => _qmp.ShutdownReason;

    /// <summary>See <see cref="ForwardedPorts"/>.</summary>
    public Task<IReadOnlyDictionary<int, int>> ForwardedPortsAsync(CancellationToken cancellation) => ForwardedPorts.ReadAsync(_qmp, cancellation);

    /// <summary>Takes QEMU's two connections.</summary>
    public static async Task<Guest> ConnectAsync(
        Socket monitor, Socket debugger, WorkingFolder folder, int icountShift, CancellationToken cancellation)
    {
        QmpClient qmp = await QmpClient.ConnectAsync(await monitor.AcceptAsync(cancellation), cancellation);
        GdbClient? gdb = null;
        try
        {
            gdb = new GdbClient(await debugger.AcceptAsync(cancellation));
            RegisterLayout layout = await RegisterLayout.FetchAsync(gdb, cancellation);
            await gdb.WritePhysicalAsync(HpetConfiguration, HpetEnable, cancellation);
            return new Guest(qmp, gdb, layout, folder, icountShift);
        }
        catch
        {
            gdb?.Dispose();
            qmp.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Guest instructions and guest time so far. A stop at a breakpoint moves guest time on to the guest's next timer, as if the processor
    /// had slept until then (QEMU takes a stopped processor for an idle one); by how much is a function of the guest alone.
    /// </summary>
    public async Task<(long Instructions, TimeSpan VirtualTime)> ClockAsync(CancellationToken cancellation)
    {
        (long instructions, string dump) = await _qmp.InstructionsAndAsync($"xp /1gx 0x{HpetCounter:x}", cancellation);
        Match counter = CounterPattern().Match(dump);
        long nanoseconds = counter.Success ? long.Parse(counter.Groups[1].ValueSpan, NumberStyles.HexNumber) * HpetNanoseconds : 0;

        // A guest may tamper with the timer, but no time passes more slowly than its instructions.
        nanoseconds = Math.Max(nanoseconds, instructions << _icountShift);
        return (instructions, new TimeSpan(nanoseconds / TimeSpan.NanosecondsPerTick));
    }

    /// <summary>Whether the processor stands in <c>hlt</c>, and whether an interrupt could wake it.</summary>
    public async Task<(bool Halted, bool InterruptsEnabled)> StateAsync(CancellationToken cancellation)
    {
        const int InterruptFlag = 1 << 9;
        string dump = await _qmp.HumanAsync("info registers", cancellation);
        Match state = StatePattern().Match(dump);
        if (!state.Success)
            throw new MachineException("QEMU's register dump has neither flags nor halt state");
        return (state.Groups[2].ValueSpan is "1", (int.Parse(state.Groups[1].ValueSpan, NumberStyles.HexNumber) & InterruptFlag) != 0);
    }

    /// <summary>The processor's registers by gdb's names.</summary>
    public Task<Dictionary<string, ulong>> RegistersAsync(CancellationToken cancellation) => _layout.ReadAsync(Gdb, cancellation);

    /// <summary>Reads virtual memory; null where it is not mapped.</summary>
    public async Task<byte[]?> ReadAsync(ulong address, int length, CancellationToken cancellation)
    {
        // The stub takes a round trip for every chunk, the monitor writes a file: each is the faster one for its sizes.
        if (length <= 8 * GdbClient.Chunk)
            return await Gdb.ReadAsync(address, length, cancellation);
        string file = _folder.File("memory");
        try
        {
            await _qmp.SaveMemoryAsync(address, length, file, cancellation);
        }
        catch (MachineException)
        {
            return null;
        }
        return await File.ReadAllBytesAsync(file, cancellation);
    }

    public void Dispose()
    {
        Gdb.Dispose();
        _qmp.Dispose();
    }

    [GeneratedRegex(@": 0x([0-9a-f]{16})")]
    private static partial Regex CounterPattern();

    [GeneratedRegex(@"\b(?:EFL|RFL)=([0-9a-f]{8}).*\bHLT=([01])")]
    private static partial Regex StatePattern();
}
