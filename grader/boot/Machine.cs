namespace Euralios.Grader.Boot;

/// <summary>Which firmware starts the kernel. qboot is faster; SeaBIOS also assigns PCI resources and runs a VGA BIOS.</summary>
public enum Firmware
{
    /// <summary><c>-bios qboot.rom</c>.</summary>
    Qboot,

    /// <summary>QEMU's default firmware.</summary>
    SeaBios,
}

/// <summary>The virtual machine that a boot runs on.</summary>
/// <param name="MemoryMiB">Physical memory in MiB, 16 to 4096.</param>
/// <param name="IcountShift">Each guest instruction takes 2^shift ns of virtual time. 0 for counting, larger for behaviour; 0 to 10.</param>
/// <param name="Firmware">The firmware.</param>
/// <param name="Devices">Further QEMU arguments from the lab's <c>machine</c> section, for instance <c>-device rtl8139,netdev=n0</c>.</param>
/// <param name="IdlesInHostTime">
/// While the guest idles its time passes as the host's does, where otherwise it leaps to the guest's next timer. With a peer on the host's side of a network the
/// guest's timeouts would expire before any answer.
/// </param>
public sealed record Machine(
    int MemoryMiB = 64,
    int IcountShift = 5,
    Firmware Firmware = Firmware.Qboot,
    IReadOnlyList<string>? Devices = null,
    bool IdlesInHostTime = false);

/// <summary>
/// What a boot may use before it is ended. The first two are exact (the same on every machine); the byte limits are exact too,
/// because output is a function of the instructions; the wall clock is only a safety net.
/// </summary>
/// <param name="Instructions">Guest instructions, counted by icount from power-on.</param>
/// <param name="VirtualTime">Guest time: an idle guest burns this and no instructions.</param>
/// <param name="ConsoleBytes">Bytes on COM1.</param>
/// <param name="TraceBytes">Bytes on COM2.</param>
/// <param name="WallClock">Host time.</param>
public sealed record Limits(
    long Instructions,
    TimeSpan VirtualTime,
    int ConsoleBytes,
    int TraceBytes,
    TimeSpan WallClock);
