using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Files as the output of programs: what is written to the handle is written to the file.</summary>
internal static class OutputFile
{
    private const ulong IsDirectory = 1;

    /// <summary>Opens a file for writing, and makes it if it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isAppending">Whether what is in it stays.</param>
    /// <param name="handle">The handle that is a program's output.</param>
    /// <param name="error">Why there is none.</param>
    internal static bool TryOpen(string path, bool isAppending, out Handle handle, out Error error)
    {
        handle = default;
        error = Error.NotFound;
        if (path.Length == 0)
            return false;
        byte[] bytes = Text.ToUtf8(Path.GetFullPath(path));
        if (!SystemCall.TryOpen(bytes, out Handle server, out int matched, out error))
            return false;
        ReadOnlySpan<byte> rest = bytes.AsSpan(matched, bytes.Length - matched);
        ulong tag = isAppending ? Tags.OpenCreate : Tags.OpenOverwrite;
        bool isOpened = RemoteText.TryAsk(server, tag, rest, Tags.CommunicationHandle, out Message answer, out error);
        SystemCall.TryClose(server, out _);
        if (!isOpened)
            return false;
        if (answer.First.IsHandle(out handle) && answer.Second.Value != IsDirectory)
            return true;
        answer.Release();
        error = Error.Denied;
        return false;
    }
}
