using System;

namespace Merriwig.Vfs;

/// <summary>
/// The paths of mounts. A mount's path is kept without the white space around it and without slashes at its end, so that of "/" is empty.
/// Paths are compared as bytes.
/// </summary>
internal static unsafe class MountPath
{
    /// <summary>A path as a mount keeps it: first without ASCII white space at both ends, then without slashes at its end.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> path)
    {
        int start = 0;
        int end = path.Length;
        while (start < end && IsWhiteSpace(path[start]))
            start++;
        while (end > start && IsWhiteSpace(path[end - 1]))
            end--;
        while (end > start && path[end - 1] == (byte)'/')
            end--;
        return path.Slice(start, end - start);
    }

    /// <summary>Whether a path leads into a mount: it is the mount's own, or goes on after it with a slash.</summary>
    /// <param name="mount">The mount's path, trimmed; an empty one matches every absolute path.</param>
    /// <param name="path">The path that is looked for.</param>
    /// <returns>How many bytes of the path the mount's are; -1 where it does not lead there.</returns>
    internal static int Match(ReadOnlySpan<byte> mount, ReadOnlySpan<byte> path)
    {
        if (path.Length < mount.Length || !IsSame(path.Slice(0, mount.Length), mount))
            return -1;
        return path.Length == mount.Length || path[mount.Length] == (byte)'/' ? mount.Length : -1;
    }

    /// <summary>Whether two paths are the same bytes; compared eight at a time, because a search compares with every mount.</summary>
    internal static bool IsSame(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (first.Length != second.Length)
            return false;
        fixed (byte* one = first)
        fixed (byte* other = second)
        {
            int at = 0;
            for (; at <= first.Length - sizeof(ulong); at += sizeof(ulong))
            {
                if (*(ulong*)(one + at) != *(ulong*)(other + at))
                    return false;
            }

            for (; at < first.Length; at++)
            {
                if (one[at] != other[at])
                    return false;
            }
        }

        return true;
    }

    /// <summary>Space, tab, line feed, vertical tab, form feed, carriage return.</summary>
    private static bool IsWhiteSpace(byte value) => value is (byte)' ' or (>= 0x09 and <= 0x0D);
}
