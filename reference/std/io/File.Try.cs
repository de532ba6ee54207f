using System.Collections.Generic;
using Euralios.Std;

namespace System.IO;

// The forms that do not throw.
public static partial class File
{
    /// <summary>Reads a whole file.</summary>
    public static bool TryReadAllBytes(string path, out byte[] bytes, out Error error)
    {
        bytes = [];
        if (!TryOpenFile(path, OpenFlags.Read, out RemoteFile file, out error))
            return false;

        // Memory for what has come, not for what the server says will.
        var pieces = new List<byte[]>();
        long length = 0;
        while (file.TryRead((ulong)length, RemoteFile.LongestPiece, out Message message, out ReadOnlySpan<byte> piece, out error))
        {
            if (piece.IsEmpty)
                break;
            length += piece.Length;
            pieces.Add(piece.ToArray());
            message.Release();
            if (length > int.MaxValue / 2)
            {
                error = Error.Memory;
                break;
            }
        }

        file.Close();
        if (error != Error.None)
            return false;
        bytes = pieces.Count == 1 ? pieces[0] : Join(pieces, (int)length);
        return true;
    }

    public static bool TryReadAllText(string path, out string text, out Error error)
    {
        bool isRead = TryReadAllBytes(path, out byte[] bytes, out error);
        text = Utf8.GetString(WithoutMark(bytes));
        return isRead;
    }

    public static bool TryReadAllLines(string path, out string[] lines, out Error error)
    {
        bool isRead = TryReadAllText(path, out string text, out error);
        var list = new List<string>();
        var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
            list.Add(line);
        lines = list.ToArray();
        return isRead;
    }

    /// <summary>Makes a file, or replaces what is in it.</summary>
    public static bool TryWriteAllBytes(string path, ReadOnlySpan<byte> bytes, out Error error) =>
        TryWrite(path, OpenFlags.Write | OpenFlags.Create | OpenFlags.Truncate, bytes, out error);

    public static bool TryWriteAllText(string path, string? contents, out Error error) => TryWriteAllBytes(path, Utf8.GetBytes(contents), out error);

    public static bool TryWriteAllLines(string path, IEnumerable<string> contents, out Error error) => TryWriteAllBytes(path, Lines(contents), out error);

    /// <summary>Writes at a file's end, wherever that is by then; a file that is not there is made.</summary>
    public static bool TryAppendAllText(string path, string? contents, out Error error) =>
        TryWrite(path, OpenFlags.Write | OpenFlags.Create, Utf8.GetBytes(contents), out error);

    public static bool TryAppendAllLines(string path, IEnumerable<string> contents, out Error error) =>
        TryWrite(path, OpenFlags.Write | OpenFlags.Create, Lines(contents), out error);

    /// <summary>Copies a file, piece by piece.</summary>
    public static bool TryCopy(string sourceFileName, string destFileName, bool overwrite, out Error error)
    {
        if (!TryCheckTarget(sourceFileName, destFileName, overwrite, out error) || !TryOpenFile(sourceFileName, OpenFlags.Read, out RemoteFile source, out error))
            return false;
        if (TryOpenFile(destFileName, OpenFlags.Write | OpenFlags.Create | OpenFlags.Truncate, out RemoteFile target, out error))
        {
            ulong offset = 0;
            while (source.TryRead(offset, RemoteFile.LongestPiece, out Message message, out ReadOnlySpan<byte> piece, out error) && !piece.IsEmpty)
            {
                offset += (ulong)piece.Length;
                bool isWritten = target.TryWrite(piece, out error);
                message.Release();
                if (!isWritten)
                    break;
            }

            target.Close();
        }

        source.Close();
        return error == Error.None;
    }

    /// <summary>Gives a file another name; between servers, by a copy.</summary>
    public static bool TryMove(string sourceFileName, string destFileName, bool overwrite, out Error error)
    {
        if (!TryCheckTarget(sourceFileName, destFileName, overwrite, out error))
            return error == Error.None;
        if (FileSystem.TryRename(sourceFileName, destFileName, out error))
            return true;
        return error == Error.NotImplemented && TryCopy(sourceFileName, destFileName, overwrite, out error) && TryDelete(sourceFileName, out error);
    }

    /// <summary>Removes a file, which must be there.</summary>
    public static bool TryDelete(string path, out Error error)
    {
        if (!FileSystem.TryAsk(path, Tags.Delete, Tags.Ok, out Message answer, out error))
            return false;
        answer.Release();
        return true;
    }

    /// <summary>A file's bytes.</summary>
    public static bool TryGetLength(string path, out long length, out Error error)
    {
        bool isThere = FileSystem.TryGetStatus(path, out FileStatus status, out error);
        length = (long)Math.Min(status.Size, long.MaxValue);
        if (!isThere || !status.IsDirectory)
            return isThere;
        error = Error.NotFound;
        return false;
    }

    /// <summary>A source must be a file, and another than the target.</summary>
    private static bool TryCheckTarget(string source, string target, bool overwrite, out Error error)
    {
        if (!TryGetLength(source, out _, out error)
            || !FileSystem.TryGetFullPath(source, out string from, out error)
            || !FileSystem.TryGetFullPath(target, out string to, out error))
            return false;
        if (from == to)
            error = Error.Exists;
        else if (FileSystem.TryGetStatus(target, out FileStatus status, out _) && (status.IsDirectory || !overwrite))
            error = Error.Exists;
        return error == Error.None;
    }

    private static bool TryOpenFile(string path, OpenFlags flags, out RemoteFile file, out Error error)
    {
        file = default;
        if (!FileSystem.TryOpen(path, flags, out Handle handle, out bool isDirectory, out error))
            return false;
        file = new RemoteFile(handle);
        if (!isDirectory)
            return true;
        file.Close();
        error = Error.Denied;
        return false;
    }

    private static bool TryWrite(string path, OpenFlags flags, scoped ReadOnlySpan<byte> bytes, out Error error)
    {
        if (!TryOpenFile(path, flags, out RemoteFile file, out error))
            return false;
        bool isWritten = file.TryWrite(bytes, out error);
        file.Close();
        return isWritten;
    }

    private static byte[] Join(List<byte[]> pieces, int length)
    {
        byte[] bytes = new byte[length];
        int at = 0;
        foreach (byte[] piece in pieces)
        {
            Array.Copy(piece, 0, bytes, at, piece.Length);
            at += piece.Length;
        }

        return bytes;
    }

    private static byte[] Lines(IEnumerable<string> lines)
    {
        var text = new CharBuffer();
        foreach (string line in lines)
        {
            text.Append(line);
            text.Append('\n');
        }

        return Utf8.GetBytes(text.Text);
    }

    /// <summary>Text without the byte order mark that other systems put before it.</summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes.Slice(3) : bytes;
}
