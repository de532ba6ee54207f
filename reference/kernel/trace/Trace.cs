using System;
using Merriwig.Devices;

namespace Merriwig.Tracing;

/// <summary>The parts of the kernel whose events can be switched on.</summary>
[Flags]
internal enum Subsystem
{
    None = 0,
    Boot = 1,
    Cpu = 2,
    Frame = 4,

    /// <summary>A lab's own events: always written where a lab's image writes them.</summary>
    Lab = 8,

    /// <summary>Who has the processor.</summary>
    Sched = 16,

    /// <summary>Processes and threads, from their start to their end.</summary>
    Process = 32,

    /// <summary>Messages.</summary>
    Ipc = 64,

    /// <summary>The memory of programs.</summary>
    Memory = 128,

    /// <summary>Mounts.</summary>
    Vfs = 256,

    /// <summary>System calls.</summary>
    Syscall = 512,

    /// <summary>The kernel audits itself: switched on by a word of its own on the command line.</summary>
    Audit = 1024,
}

/// <summary>
/// The trace line: whole lines <c>subsystem.event key=value ...</c> on COM2, for graders, tests and pictures. Only this folder writes there,
/// for the kernel and for programs that may (the call debug_write).
/// Every event is documented in <c>handouts/tracing.md</c>.
/// </summary>
/// <remarks>
/// The port is written without a driver: a file stands behind it, which takes every byte at once, and a broken UART driver must not silence
/// the line that reports it.
/// </remarks>
internal static class Trace
{
    private const ushort SecondSerialPort = 0x2F8;

    private static Subsystem enabled = Subsystem.Lab;

    /// <summary>Whether a subsystem's events are wanted, or any of several subsystems': ask before forming one.</summary>
    internal static bool IsOn(Subsystem subsystem) => (enabled & subsystem) != 0;

    /// <summary>Switches subsystems on by name, separated by commas; unknown names are ignored.</summary>
    internal static void Enable(ReadOnlySpan<byte> names)
    {
        int start = 0;
        for (int i = 0; i <= names.Length; i++)
        {
            if (i < names.Length && names[i] != (byte)',')
                continue;
            ReadOnlySpan<byte> name = names.Slice(start, i - start);
            start = i + 1;
            enabled |= ByName(name);
        }
    }

    /// <summary>Switches a subsystem on.</summary>
    internal static void Enable(Subsystem subsystem) => enabled |= subsystem;

    private static Subsystem ByName(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("boot"u8))
            return Subsystem.Boot;
        if (name.SequenceEqual("cpu"u8))
            return Subsystem.Cpu;
        if (name.SequenceEqual("frame"u8))
            return Subsystem.Frame;
        if (name.SequenceEqual("sched"u8))
            return Subsystem.Sched;
        if (name.SequenceEqual("process"u8))
            return Subsystem.Process;
        if (name.SequenceEqual("ipc"u8))
            return Subsystem.Ipc;
        if (name.SequenceEqual("memory"u8))
            return Subsystem.Memory;
        if (name.SequenceEqual("vfs"u8))
            return Subsystem.Vfs;
        return name.SequenceEqual("syscall"u8) ? Subsystem.Syscall : Subsystem.None;
    }

    /// <summary>Starts an event. <see cref="TraceEvent.End"/> ends its line.</summary>
    internal static TraceEvent Event(string name)
    {
        Write(name);
        return default;
    }

    internal static void Write(byte value) => Ports.Write8(SecondSerialPort, value);

    /// <summary>Writes lines as they are: for programs that report.</summary>
    internal static void Write(ReadOnlySpan<byte> lines)
    {
        foreach (byte value in lines)
            Write(value);
    }

    internal static void Write(string text)
    {
        foreach (char character in text)
            Write((byte)character);
    }
}
