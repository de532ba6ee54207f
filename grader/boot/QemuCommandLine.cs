using System.Globalization;

namespace Euralios.Grader.Boot;

/// <summary>QEMU's arguments for a boot: everything in them serves that the same request gives the same run, and that the guest stays inside.</summary>
internal static class QemuCommandLine
{
    /// <summary>The names of the sockets and files in the boot's folder.</summary>
    public const string Monitor = "monitor", Debugger = "debugger", Console = "console", Trace = "trace", Ready = "ready";

    /// <summary>A pipe holds thousands of single bytes; of a socket's buffer each would take a good part, and the rest would be lost.</summary>
    private static readonly string[] TraceToStandardError = ["-chardev", "file,id=trace,path=/dev/stderr", "-serial", "chardev:trace"];

    /// <summary>Builds the argument list.</summary>
    /// <param name="qemu">The QEMU it is for.</param>
    /// <param name="request">What to boot.</param>
    /// <param name="folder">Where the sockets and files are.</param>
    /// <param name="logInterrupts">Write every exception and interrupt to standard error.</param>
    public static List<string> For(QemuInstallation qemu, BootRequest request, WorkingFolder folder, bool logInterrupts)
    {
        List<string> arguments =
        [
            .. Hardware(request.Machine, request.Image, request.Archive, request.CommandLine),
            .. Counted(request.Machine),

            // A reset ends the run, but leaves the machine stopped instead of gone, so that it can be looked at.
            "-no-shutdown", "-S",

            "-chardev", $"socket,id=monitor,path={Quoted(folder.File(Monitor))}", "-mon", "chardev=monitor,mode=control",
            "-chardev", $"socket,id=debugger,path={Quoted(folder.File(Debugger))}", "-gdb", "chardev:debugger",

            // Files take bytes at once; a socket's reader would hold the guest up and so become part of its time.
            "-chardev", $"{(request.Dialogue is null ? "file" : "socket")},id=console,path={Quoted(folder.File(Console))}",
            "-chardev", $"file,id=trace,path={Quoted(folder.File(Trace))}",
            "-serial", "chardev:console", "-serial", "chardev:trace",
        ];
        if (qemu.Sandboxed)
            arguments.AddRange(["-sandbox", QemuInstallation.SandboxPolicy]);
        if (logInterrupts)
            arguments.AddRange(["-d", "int"]);
        return arguments;
    }

    /// <summary>
    /// A machine for a person: COM1 is QEMU's standard streams, COM2 its standard error or nothing, and time is the host's. All keys are for the guest but
    /// Ctrl-A, QEMU's own: with X after it ends the machine.
    /// </summary>
    public static List<string> ForPerson(Machine machine, string image, string? archive, string commandLine, bool trace) =>
    [
        .. Hardware(machine, image, archive, commandLine),
        "-chardev", "stdio,id=console,signal=off,mux=on", "-serial", "chardev:console", "-mon", "chardev=console,mode=readline",
        .. trace ? TraceToStandardError : ["-serial", "null"],
    ];

    /// <summary>
    /// A machine for a person with a screen and a keyboard of its own, in a window or on the terminal: time is the host's, and nobody sees the serial lines.
    /// </summary>
    public static List<string> ForScreen(Machine machine, string image, string? archive, string commandLine, bool window) =>
    [
        .. Hardware(machine, image, archive, commandLine, window ? "default" : "curses"),
        "-device", "VGA", "-serial", "null", "-serial", "null",
    ];

    /// <summary>
    /// A machine that somebody attends to by a program: as in <see cref="For"/> time is a function of the instructions; it has a VGA, and COM1 and QEMU's
    /// monitor are sockets, COM1 one that takes many bytes at once: the guest's driver gives up on a line that takes none for a time, and the guest's time
    /// may run fast.
    /// </summary>
    public static List<string> ForAttendant(QemuInstallation qemu, Machine machine, string image, string archive, WorkingFolder folder, int consolePort) =>
    [
        .. Hardware(machine, image, archive, ""),
        .. Counted(machine),
        "-device", "VGA",
        "-chardev", $"socket,id=monitor,path={Quoted(folder.File(Monitor))}", "-mon", "chardev=monitor,mode=control",
        "-chardev", $"socket,id=console,host=127.0.0.1,port={Number(consolePort)}", "-serial", "chardev:console", "-serial", "null",
        .. qemu.Sandboxed ? new[] { "-sandbox", QemuInstallation.SandboxPolicy } : [],
    ];

    /// <summary>
    /// A machine for a debugger: as in <see cref="For"/> time is a function of the instructions, so a graded run can be followed; it stands
    /// before its first instruction. When it connects to <see cref="Ready"/> the debugger's socket listens: QEMU makes them in this order.
    /// </summary>
    public static List<string> ForDebugger(Machine machine, string image, string? archive, string commandLine, WorkingFolder folder) =>
    [
        .. Hardware(machine, image, archive, commandLine),
        .. Counted(machine),
        "-S",
        "-chardev", $"socket,id=debugger,path={Quoted(folder.File(Debugger))},server=on,wait=off", "-gdb", "chardev:debugger",
        "-chardev", $"socket,id=ready,path={Quoted(folder.File(Ready))}",
        "-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console",
        .. TraceToStandardError,
    ];

    /// <summary>The arguments in one entry of the machine's devices: <c>-device rtl8139,netdev=n0</c> may be one entry or two.</summary>
    public static string[] Split(string device) => device.StartsWith('-') ? device.Split(' ', 2, StringSplitOptions.TrimEntries) : [device];

    private static List<string> Hardware(Machine machine, string image, string? archive, string commandLine, string display = "none")
    {
        List<string> arguments =
        [
            "-M", "pc", "-cpu", "qemu64", "-m", Number(machine.MemoryMiB),
            "-nodefaults", "-no-user-config", "-display", display, "-no-reboot",
            "-kernel", image, "-append", commandLine,
            "-device", "isa-debug-exit,iobase=0xf4,iosize=0x04",
        ];
        if (archive is not null)
            arguments.AddRange(["-initrd", archive]);
        if (machine.Firmware == Firmware.Qboot)
            arguments.AddRange(["-bios", "qboot.rom"]);

        arguments.AddRange((machine.Devices ?? []).SelectMany(Split));
        return arguments;
    }

    /// <summary>Time is a function of the instructions: no host time enters, and idle time is skipped, unless the machine wants it otherwise.</summary>
    private static List<string> Counted(Machine machine) =>
        ["-icount", $"shift={Number(machine.IcountShift)},sleep={(machine.IdlesInHostTime ? "on" : "off")}", "-rtc", "base=2026-01-01T00:00:00,clock=vm"];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>In QEMU's option lists a comma ends the value and two stand for one.</summary>
    internal static string Quoted(string path) => path.Replace(",", ",,", StringComparison.Ordinal);
}
