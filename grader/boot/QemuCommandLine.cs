using System.Globalization;

namespace Euralios.Grader.Boot;

/// <summary>QEMU's arguments for a boot: everything in them serves that the same request gives the same run, and that the guest stays inside.</summary>
internal static class QemuCommandLine
{
    /// <summary>The names of the sockets and files in the boot's folder.</summary>
    public const string Monitor = "monitor", Debugger = "debugger", Console = "console", Trace = "trace";

    /// <summary>Builds the argument list.</summary>
    /// <param name="qemu">The QEMU it is for.</param>
    /// <param name="request">What to boot.</param>
    /// <param name="folder">Where the sockets and files are.</param>
    /// <param name="logInterrupts">Write every exception and interrupt to standard error.</param>
    public static List<string> For(QemuInstallation qemu, BootRequest request, WorkingFolder folder, bool logInterrupts)
    {
        Machine machine = request.Machine;
        List<string> arguments =
        [
            "-M", "pc", "-cpu", "qemu64", "-m", Number(machine.MemoryMiB),
            "-nodefaults", "-no-user-config", "-display", "none",
            "-kernel", request.Image, "-append", request.CommandLine,

            // Time is a function of the instructions: no host time enters, and idle time is skipped.
            "-icount", $"shift={Number(machine.IcountShift)},sleep=off", "-rtc", "base=2026-01-01T00:00:00,clock=vm",

            // A reset ends the run, but leaves the machine stopped instead of gone, so that it can be looked at.
            "-no-reboot", "-no-shutdown", "-S",
            "-device", "isa-debug-exit,iobase=0xf4,iosize=0x04",

            "-chardev", $"socket,id=monitor,path={Quoted(folder.File(Monitor))}", "-mon", "chardev=monitor,mode=control",
            "-chardev", $"socket,id=debugger,path={Quoted(folder.File(Debugger))}", "-gdb", "chardev:debugger",

            // Files take bytes at once; a socket's reader would hold the guest up and so become part of its time.
            "-chardev", $"{(request.Dialogue is null ? "file" : "socket")},id=console,path={Quoted(folder.File(Console))}",
            "-chardev", $"file,id=trace,path={Quoted(folder.File(Trace))}",
            "-serial", "chardev:console", "-serial", "chardev:trace",
        ];
        if (request.Archive is not null)
            arguments.AddRange(["-initrd", request.Archive]);
        if (machine.Firmware == Firmware.Qboot)
            arguments.AddRange(["-bios", "qboot.rom"]);
        if (qemu.Sandboxed)
            arguments.AddRange(["-sandbox", QemuInstallation.SandboxPolicy]);
        if (logInterrupts)
            arguments.AddRange(["-d", "int"]);

        arguments.AddRange((machine.Devices ?? []).SelectMany(Split));
        return arguments;
    }

    /// <summary>The arguments in one entry of the machine's devices: <c>-device rtl8139,netdev=n0</c> may be one entry or two.</summary>
    public static string[] Split(string device) => device.StartsWith('-') ? device.Split(' ', 2, StringSplitOptions.TrimEntries) : [device];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>In QEMU's option lists a comma ends the value and two stand for one.</summary>
    private static string Quoted(string path) => path.Replace(",", ",,", StringComparison.Ordinal);
}
