using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>The disk in memory, with the programs of the archive: everything else is started from there.</summary>
internal static class Disk
{
    // Nobody is asked for a password before one is set: passwd does that.
    private const string Users = "root::/ramdisk:system\nuser::/ramdisk/user:own\n";

    /// <summary>Starts it, and mounts it and its directory of programs. The archive's memory goes to it.</summary>
    internal static bool TryStart(Message archive, out Error error)
    {
        archive.Second.IsMemory(out MemoryChunk chunk);
        if (!new Archive(chunk.Bytes((int)archive.First.Value)).TryFind("ramdisk"u8, out ReadOnlySpan<byte> image))
        {
            error = Error.NotFound;
            return false;
        }

        return SystemCall.TryNewRendezvous(out Handle served, out Handle mounted, out error)
            && Drivers.TryStart(image, "ramdisk", served, new ProcessParameters().Arguments("ramdisk"), false, out error)
            && SystemCall.TrySend(mounted, ref archive, out error)
            && SystemCall.TryMount(mounted, "/ramdisk"u8, out error)
            && FileSystem.TryOpen("/ramdisk/bin", OpenFlags.Read, out Handle programs, out _, out error)
            && SystemCall.TryMount(programs, "/bin"u8, out error)
            && Directory.TryCreateDirectory("/ramdisk/user", out error)
            && File.TryWriteAllText("/ramdisk/etc/users", Users, out error);
    }
}
