using System;

namespace Euralios.Std;

// Paths that lead to servers. Paths are UTF-8.
public static unsafe partial class SystemCall
{
    /// <summary>A handle on the server that is mounted at a path, or the longest beginning of it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="handle">The handle.</param>
    /// <param name="matched">How many bytes of the path led to the server; the rest is the server's business.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryOpen(ReadOnlySpan<byte> path, out Handle handle, out int matched, out Error error)
    {
        fixed (byte* pointer = path)
        {
            bool done = Try(Make(SystemCallNumber.Open, (ulong)pointer, (ulong)path.Length), out SystemCallRegisters output, out error);
            handle = done ? new Handle((uint)output.Rdi) : default;
            matched = done ? (int)output.Rsi : 0;
            return done;
        }
    }

    /// <summary>Mounts a server at a path. The handle is the mount's from then on.</summary>
    public static bool TryMount(Handle handle, ReadOnlySpan<byte> path, out Error error)
    {
        fixed (byte* pointer = path)
            return Try(Make(SystemCallNumber.Mount, (ulong)pointer, (ulong)path.Length, rax: (ulong)handle.Number << HandleShift), out _, out error);
    }

    /// <summary>Unmounts what is mounted at just this path.</summary>
    public static bool TryUnmount(ReadOnlySpan<byte> path, out Error error)
    {
        fixed (byte* pointer = path)
            return Try(Make(SystemCallNumber.Unmount, (ulong)pointer, (ulong)path.Length), out _, out error);
    }

    /// <summary>The mounted paths, as a JSON array of strings in a chunk that is the caller's.</summary>
    public static bool TryListMounts(out MemoryChunk chunk, out int length, out Error error)
    {
        bool done = Try(Make(SystemCallNumber.ListMounts), out SystemCallRegisters output, out error);
        chunk = done ? new MemoryChunk(output.Rdi) : default;
        length = done ? (int)output.Rsi : 0;
        return done;
    }
}
