using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Euralios.Grader.Boot;

/// <summary>
/// A machine that is used as a person uses it: with a terminal at COM1, a keyboard and a screen. Its time is a function of its instructions, and idle
/// time is skipped. Order is judged and time is not: who uses it waits for what is to be seen, and then types.
/// </summary>
public sealed class AttendedMachine : IAsyncDisposable
{
    private readonly WorkingFolder _folder;
    private readonly QemuProcess _process;
    private readonly QmpClient _qmp;

    private AttendedMachine(Machine machine, WorkingFolder folder, QemuProcess process, QmpClient qmp, Socket serial)
    {
        (_folder, _process, _qmp) = (folder, process, qmp);
        Serial = new SerialTerminal(serial);
        Keyboard = new KeyboardInput(qmp, machine.IcountShift);
        Screen = new ScreenView(qmp, folder.File("cells"));
    }

    /// <summary>The terminal at COM1.</summary>
    public SerialTerminal Serial { get; }

    /// <summary>The keyboard, with the American layout.</summary>
    public KeyboardInput Keyboard { get; }

    /// <summary>The screen, in text mode.</summary>
    public ScreenView Screen { get; }

    /// <summary>Switches a machine on. It has a VGA beside the devices that it is given.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="image">The kernel.</param>
    /// <param name="archive">The programs' archive.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Sdk.Build.ToolMissingException">QEMU is not installed, or too old.</exception>
    public static async Task<AttendedMachine> StartAsync(Machine machine, string image, string archive, CancellationToken cancellation = default)
    {
        QemuInstallation qemu = await QemuInstallation.FindAsync(cancellation);
        var folder = new WorkingFolder();
        QemuProcess? process = null;
        try
        {
            Socket monitor = folder.Listen(QemuCommandLine.Monitor), console = folder.ListenOnPort(out int port);
            process = await QemuProcess.StartAsync(
                qemu, QemuCommandLine.ForAttendant(qemu, machine, image, archive, folder, port), log: null);
            using var connecting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            Task<(QmpClient, Socket)> connections = ConnectAsync(monitor, console, connecting.Token);
            if (await Task.WhenAny(connections, process.Exited) != connections)
            {
                await connecting.CancelAsync();
                throw new MachineException($"QEMU ended with status {process.ExitStatus}: {await process.MessagesAsync()}");
            }

            (QmpClient qmp, Socket serial) = await connections;
            return new AttendedMachine(machine, folder, process, qmp, serial);
        }
        catch
        {
            if (process is not null)
                await process.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Enters a line by keyboard where the screen's last line is a prompt: waits for the prompt, then for the line behind it, presses Enter, and waits for
    /// another last line. The two must fit into a row.
    /// </summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="line">The line; it must not be empty.</param>
    /// <param name="until">The last line afterwards, usually the next prompt.</param>
    public async Task<ScreenText> EnterAsync(string prompt, string line, string until)
    {
        await Screen.WaitForLastLineAsync(prompt);
        await Keyboard.TypeAsync(line);
        await Screen.WaitForLastLineAsync(prompt + line);
        await Keyboard.PressAsync("ret");
        return await Screen.WaitForLastLineAsync(until);
    }

    /// <summary>The port of the host's loopback that leads to a port of the guest's: see <see cref="PortForward"/>.</summary>
    /// <exception cref="MachineException">None does.</exception>
    public async Task<int> HostPortAsync(int guestPort, CancellationToken cancellation = default)
    {
        IReadOnlyDictionary<int, int> ports = await ForwardedPorts.ReadAsync(_qmp, cancellation);
        return ports.TryGetValue(guestPort, out int port) ? port : throw new MachineException($"No port leads to the guest's port {guestPort}.");
    }

    /// <summary>Waits until the machine is off.</summary>
    /// <exception cref="TimeoutException">It is not, after half a minute of the host's.</exception>
    public async Task<PersonBootEnd> WaitForEndAsync()
    {
        await _process.Exited.WaitAsync(Patience.Limit);
        return new(_process.ExitStatus, await _process.MessagesAsync());
    }

    /// <summary>Guest instructions since power-on.</summary>
    public async Task<long> CountInstructionsAsync(CancellationToken cancellation = default) =>
        (await _qmp.InstructionsAndAsync("info status", cancellation)).Instructions;

    /// <summary>Writes a picture of the screen, a PNG file.</summary>
    public Task SavePictureAsync(string file, CancellationToken cancellation = default) => _qmp.ExecuteAsync(
        "screendump", new JsonObject { ["filename"] = file, ["format"] = "png" }, cancellation);

    /// <summary>The instructions since power-on, and the guest's date and time, by its CMOS clock: it is set to the beginning of 2026.</summary>
    public async Task<(long Instructions, DateTime Time)> ClockAsync(CancellationToken cancellation = default)
    {
        JsonElement count = await _qmp.ExecuteAsync("query-replay", null, cancellation);
        JsonElement time = await _qmp.ExecuteAsync(
            "qom-get", new JsonObject { ["path"] = "/machine", ["property"] = "rtc-time" }, cancellation);
        return (count.GetProperty("icount").GetInt64(), new DateTime(
            1900 + Part("tm_year"), 1 + Part("tm_mon"), Part("tm_mday"), Part("tm_hour"), Part("tm_min"), Part("tm_sec"), DateTimeKind.Utc));

        int Part(string name) => time.GetProperty(name).GetInt32();
    }

    /// <summary>Ends the machine if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _qmp.Dispose();
        Serial.Dispose();
        _folder.Dispose();
    }

    private static async Task<(QmpClient Qmp, Socket Serial)> ConnectAsync(Socket monitor, Socket console, CancellationToken cancellation)
    {
        QmpClient qmp = await QmpClient.ConnectAsync(await monitor.AcceptAsync(cancellation), cancellation);
        return (qmp, await console.AcceptAsync(cancellation));
    }
}
