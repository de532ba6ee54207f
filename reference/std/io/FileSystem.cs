using System;
using System.IO;

namespace Euralios.Std;

/// <summary>What the servers' trees are asked: paths lead to a mount, and the rest of the path is the server's.</summary>
/// <remarks>
/// "." and ".." are resolved here, before the kernel sees the path: no server knows where it is mounted. The mount's own rendezvous is shared by all, so
/// what is opened there has a handle of its own.
/// </remarks>
public static class FileSystem
{
    /// <summary>Opens a file or a directory.</summary>
    /// <param name="path">The path, from the current directory if it does not begin at the root.</param>
    /// <param name="flags">What for.</param>
    /// <param name="handle">The handle, which is the caller's to close.</param>
    /// <param name="isDirectory">Whether it is a directory's.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryOpen(string path, OpenFlags flags, out Handle handle, out bool isDirectory, out Error error)
    {
        handle = default;
        isDirectory = false;
        if (!TryFindMount(path, out MountedPath place, out error))
            return false;
        if (RemoteText.TryAsk(place.Server, Tags.OpenReadOnly + (ulong)flags, place.Rest, Tags.CommunicationHandle, out Message answer, out error)
            && !TryTakeHandle(answer, out handle, out isDirectory))
            error = Error.UnexpectedReply;
        if (error == Error.NotImplemented && place.IsWhole)
        {
            // A device: all who use it do so by its mount's rendezvous.
            handle = place.Server;
            error = Error.None;
            return true;
        }

        place.Close();
        return error == Error.None;
    }

    /// <summary>Asks a server something about a path.</summary>
    internal static bool TryAsk(string path, ulong tag, ulong expectedTag, out Message answer, out Error error)
    {
        answer = default;
        if (!TryFindMount(path, out MountedPath place, out error))
            return false;
        bool isDone = RemoteText.TryAsk(place.Server, tag, place.Rest, expectedTag, out answer, out error);
        place.Close();
        return isDone;
    }

    /// <summary>What there is at a path.</summary>
    internal static bool TryGetStatus(string path, out FileStatus status, out Error error)
    {
        status = default;
        if (TryAsk(path, Tags.Stat, Tags.Status, out Message answer, out error))
        {
            status = new FileStatus(answer.First.Value, answer.Second.Value == 1);
            bool isValid = !answer.IsLong && answer.Second.Value <= 1;
            answer.Release();
            error = isValid ? Error.None : Error.UnexpectedReply;
            return isValid;
        }

        // A server that knows nothing of STAT, a device, is a file; a directory may be there by what is mounted in it.
        Error asked = error;
        if (asked == Error.NotImplemented && TryFindMount(path, out MountedPath place, out _))
        {
            bool isDevice = place.IsWhole;
            place.Close();
            error = isDevice ? Error.None : asked;
            return isDevice;
        }

        if (asked != Error.NotFound || !Mounts.TryList(path, out string[] names, out _) || names.Length == 0)
            return false;
        status = new FileStatus(0, isDirectory: true);
        error = Error.None;
        return true;
    }

    /// <summary>Gives a file or directory another name. Both names must be of one server.</summary>
    internal static bool TryRename(string path, string newPath, out Error error)
    {
        if (!TryFindMount(path, out MountedPath from, out error))
            return false;
        if (!TryFindMount(newPath, out MountedPath to, out error))
        {
            from.Close();
            return false;
        }

        to.Close();
        bool isOneServer = from.Mount.SequenceEqual(to.Mount);
        error = isOneServer ? Error.None : Error.NotImplemented;
        if (isOneServer)
        {
            byte[] both = new byte[from.Rest.Length + 1 + to.Rest.Length];
            from.Rest.CopyTo(both);
            to.Rest.CopyTo(both.AsSpan(from.Rest.Length + 1, to.Rest.Length));
            if (RemoteText.TryAsk(from.Server, Tags.Rename, both, Tags.Ok, out Message answer, out error))
                answer.Release();
        }

        from.Close();
        return error == Error.None;
    }

    /// <summary>The path from the root on, without a slash at its end.</summary>
    internal static bool TryGetFullPath(string path, out string fullPath, out Error error)
    {
        bool isPath = path is { Length: > 0 } && !path.Contains('\0');
        fullPath = isPath ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) : "";
        error = isPath ? Error.None : Error.Parameter;
        return isPath;
    }

    private static bool TryFindMount(string path, out MountedPath place, out Error error)
    {
        place = default;
        if (!TryGetFullPath(path, out string fullPath, out error))
            return false;
        ReadOnlySpan<byte> bytes = Utf8.GetBytes(fullPath);
        if (!SystemCall.TryOpen(bytes, out Handle server, out int matched, out error))
            return false;

        // The root's mount matches no byte, so that "/" is left of "/".
        ReadOnlySpan<byte> rest = bytes.Slice(matched);
        if (!rest.IsEmpty && rest[0] == '/')
            rest = rest.Slice(1);
        place = new MountedPath(server, bytes.Slice(0, matched), rest);
        return true;
    }

    private static bool TryTakeHandle(Message answer, out Handle handle, out bool isDirectory)
    {
        isDirectory = answer.Second.Value == 1;
        if (answer.First.IsHandle(out handle) && answer.Second.Kind == ItemKind.Value)
            return true;
        answer.Release();
        return false;
    }

    /// <summary>A path's server, and what of the path is left for it.</summary>
    private readonly ref struct MountedPath(Handle server, ReadOnlySpan<byte> mount, ReadOnlySpan<byte> rest)
    {
        internal Handle Server { get; } = server;

        internal ReadOnlySpan<byte> Mount { get; } = mount;

        internal ReadOnlySpan<byte> Rest { get; } = rest;

        internal bool IsWhole => Rest.IsEmpty;

        internal void Close() => SystemCall.TryClose(Server, out _);
    }
}

/// <summary>What a server says of a file or a directory.</summary>
internal readonly struct FileStatus(ulong size, bool isDirectory)
{
    internal ulong Size { get; } = size;

    internal bool IsDirectory { get; } = isDirectory;
}
