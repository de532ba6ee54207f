using System;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>The disk under test, and the programs that can be started.</summary>
internal static class Machine
{
    /// <summary>Where the disk is mounted.</summary>
    internal const string Disk = "/disk";

    /// <summary>The disk's size in MiB.</summary>
    internal const string DiskSize = "8";

    private static readonly SystemStatisticsReader Reader = new();

    private static byte[] own = [];

    /// <summary>The disk's program.</summary>
    internal static byte[] DiskImage { get; private set; } = [];

    /// <summary>The other end of what the disk serves.</summary>
    internal static Handle Server { get; private set; }

    /// <summary>The disk's process.</summary>
    internal static Process DiskProcess { get; private set; }

    /// <summary>Starts the disk with the archive that this program was given.</summary>
    internal static bool TryStart(out Error error)
    {
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out error))
            return false;
        message.Second.IsMemory(out MemoryChunk chunk);
        var archive = new Archive(chunk.Bytes((int)message.First.Value));
        if (!archive.TryFind("init"u8, out ReadOnlySpan<byte> image) || !archive.TryFind("ramdisk"u8, out ReadOnlySpan<byte> diskImage))
            return false;
        own = image.ToArray();
        DiskImage = diskImage.ToArray();
        Handle output = NewOutput();
        if (!SystemCall.TryNewRendezvous(out Handle mounted, out Handle served, out error)
            || !Process.TryExec(DiskImage, served, output, new ProcessParameters().Arguments("ramdisk", "--size", DiskSize), out Process process, out error)
            || !SystemCall.TrySend(mounted, ref message, out error)
            || !SystemCall.TryCopy(mounted, out Handle copy, out error))
            return false;
        DiskProcess = process;
        Server = copy;
        return SystemCall.TryMount(mounted, Text.ToUtf8(Disk), out error);
    }

    /// <summary>Starts another disk, without an archive, whose output goes to the kernel's console.</summary>
    internal static Process StartDisk(string path, string word)
    {
        Expect.Done(SystemCall.TryNewRendezvous(out Handle mounted, out Handle served, out Error error), error);
        Expect.Done(
            Process.TryExec(DiskImage, served, NewOutput(), new ProcessParameters().Arguments("ramdisk", word), out Process process, out error), error);
        Expect.Done(SystemCall.TryMount(mounted, Text.ToUtf8(path), out error), error);
        return process;
    }

    /// <summary>Starts this program again, as a client with a part to play, and an output.</summary>
    internal static Process StartTo(Handle output, string part, params string[] environment)
    {
        Expect.Done(SystemCall.TryNewRendezvous(out Handle other, out Handle input, out Error error), error);
        ProcessParameters parameters = new ProcessParameters().Arguments("client", part).Environment(environment);
        Expect.Done(Process.TryExec(own, input, output, parameters, out Process process, out error), error);
        SystemCall.TryClose(other, out _);
        return process;
    }

    /// <summary>Starts this program again, as a client with a part to play.</summary>
    /// <param name="part">The part.</param>
    /// <param name="input">The other end of its input.</param>
    /// <param name="output">The other end of its output.</param>
    internal static Process Start(string part, out Handle input, out Handle output)
    {
        Expect.Done(SystemCall.TryNewRendezvous(out input, out Handle itsInput, out Error error), error);
        Expect.Done(SystemCall.TryNewRendezvous(out output, out Handle itsOutput, out error), error);
        Expect.Done(
            Process.TryExec(own, itsInput, itsOutput, new ProcessParameters().Arguments("client", part), out Process process, out error), error);
        return process;
    }

    /// <summary>Starts a client whose output goes to the kernel's console.</summary>
    internal static Process Start(string part)
    {
        Process process = Start(part, out Handle input, out Handle output);
        SystemCall.TryClose(input, out _);
        SystemCall.TryClose(output, out _);
        return process;
    }

    /// <summary>Waits for a client's end.</summary>
    internal static ProcessEnd Wait(Process process)
    {
        Expect.Done(process.TryWait(20_000_000, out ProcessEnd end, out Error error), error);
        SystemCall.TryClose(process.Handle, out _);
        return end;
    }

    internal static void Kill(Process process)
    {
        process.TryKill(1, out _);
        Wait(process);
    }

    /// <summary>What the system uses; see <see cref="Usage"/>.</summary>
    internal static Usage Usage() => Reader.Read(DiskProcess.Id);

    /// <summary>An output with nobody at its other end.</summary>
    internal static Handle NewOutput()
    {
        SystemCall.TryNewRendezvous(out Handle output, out Handle other, out _);
        SystemCall.TryClose(other, out _);
        return output;
    }
}
