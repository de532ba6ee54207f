using Euralios.Std;

namespace System.IO;

/// <summary>
/// A file of a server. What is read comes in pieces, of which the last stays until it has been read; what is written is gathered and sent in pieces,
/// the last by <see cref="TryFlush"/> or <see cref="Stream.Dispose()"/>.
/// </summary>
public sealed class FileStream : Stream
{
    private const int PieceLength = 64 << 10;

    private readonly string name;
    private readonly RemoteFile file;
    private readonly FileAccess access;
    private bool isOpen = true;

    private ulong position;

    // What was read: the message with its memory, where in the file it begins, and how much it is.
    private Message piece;
    private ulong pieceStart;
    private int pieceLength;

    // What is to be written, and where.
    private byte[]? gathered;
    private ulong gatheredStart;
    private int gatheredLength;

    /// <summary>Where the server writes next; <see cref="RemoteFile.End"/> where that is not known.</summary>
    private ulong serverPlace = RemoteFile.End;

    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access)
    {
        name = path;
        this.access = access;
        if (!TryOpenFile(path, mode, access, out file, out position, out Error error))
            FileFailure.Throw(error, path);
    }

    private FileStream(string path, RemoteFile file, FileAccess access, ulong position)
    {
        name = path;
        this.file = file;
        this.access = access;
        this.position = position;
    }

    public override bool CanRead => isOpen && (access & FileAccess.Read) != 0;

    public override bool CanWrite => isOpen && (access & FileAccess.Write) != 0;

    public override bool CanSeek => isOpen;

    /// <summary>The path that it was opened by.</summary>
    public string Name => name;

    public override long Length
    {
        get
        {
            if (!TryGetLength(out long length, out Error error))
                FileFailure.Throw(error, name);
            return length;
        }
    }

    public override long Position
    {
        get => (long)position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>Opens a file.</summary>
    public static bool TryOpen(string path, FileMode mode, FileAccess access, out FileStream stream, out Error error)
    {
        stream = null!;
        if (!TryOpenFile(path, mode, access, out RemoteFile file, out ulong position, out error))
            return false;
        stream = new FileStream(path, file, access, position);
        return true;
    }

    /// <summary>Reads bytes, as many as there are: none only at the end.</summary>
    public bool TryRead(Span<byte> buffer, out int count, out Error error)
    {
        count = 0;
        error = CanRead ? Error.None : Error.Denied;
        if (error != Error.None || !TryFlush(out error))
            return false;
        if (buffer.IsEmpty)
            return true;
        if (position < pieceStart || position >= pieceStart + (ulong)pieceLength)
        {
            DropPiece();
            if (!file.TryRead(position, Math.Min(Math.Max(buffer.Length, PieceLength), RemoteFile.LongestPiece), out piece, out ReadOnlySpan<byte> bytes, out error))
                return false;
            pieceStart = position;
            pieceLength = bytes.Length;
        }

        int offset = (int)(position - pieceStart);
        count = Math.Min(buffer.Length, pieceLength - offset);
        if (count > 0 && piece.Second.IsMemory(out MemoryChunk chunk))
            chunk.Bytes(offset + count).Slice(offset).CopyTo(buffer);
        position += (ulong)count;
        return true;
    }

    /// <summary>Writes all bytes; they are at the server after <see cref="TryFlush"/>.</summary>
    public bool TryWrite(scoped ReadOnlySpan<byte> buffer, out Error error)
    {
        error = CanWrite ? Error.None : Error.Denied;
        if (error != Error.None)
            return false;
        DropPiece();
        if (gatheredLength > 0 && (position != gatheredStart + (ulong)gatheredLength || buffer.Length > PieceLength - gatheredLength) && !TryFlush(out error))
            return false;
        if (buffer.Length >= PieceLength)
        {
            if (!TryWriteAt(position, buffer, out error))
                return false;
        }
        else
        {
            gathered ??= new byte[PieceLength];
            if (gatheredLength == 0)
                gatheredStart = position;
            buffer.CopyTo(gathered.AsSpan(gatheredLength, buffer.Length));
            gatheredLength += buffer.Length;
        }

        position += (ulong)buffer.Length;
        return true;
    }

    /// <summary>Sends what was written to the server.</summary>
    public bool TryFlush(out Error error)
    {
        error = Error.None;
        if (gatheredLength == 0)
            return true;
        int length = gatheredLength;
        gatheredLength = 0;
        return TryWriteAt(gatheredStart, new ReadOnlySpan<byte>(gathered, 0, length), out error);
    }

    public bool TryGetLength(out long length, out Error error)
    {
        length = 0;
        if (!TryFlush(out error) || !file.TryGetSize(out ulong size, out error))
            return false;
        length = (long)size;
        error = length < 0 ? Error.UnexpectedReply : Error.None;
        return length >= 0;
    }

    public bool TrySetLength(long value, out Error error)
    {
        error = value < 0 ? Error.Parameter : CanWrite ? Error.None : Error.Denied;
        if (error != Error.None || !TryFlush(out error))
            return false;
        DropPiece();
        if (!file.TryTruncate((ulong)value, out error))
            return false;
        position = Math.Min(position, (ulong)value);
        return true;
    }

    /// <summary>Goes to a place, which may be behind the file's end.</summary>
    public bool TrySeek(long offset, SeekOrigin origin, out Error error)
    {
        long start = origin == SeekOrigin.Current ? (long)position : 0;
        error = Error.None;
        if (origin == SeekOrigin.End && !TryGetLength(out start, out error))
            return false;
        long place = start + offset;
        if (place < 0 || (offset > 0 && place < start))
        {
            error = Error.Parameter;
            return false;
        }

        position = (ulong)place;
        return true;
    }

    public override int Read(Span<byte> buffer)
    {
        if (!TryRead(buffer, out int count, out Error error))
            FileFailure.Throw(error, name);
        return count;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!TryWrite(buffer, out Error error))
            FileFailure.Throw(error, name);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        if (!TrySeek(offset, origin, out Error error))
            FileFailure.Throw(error, name);
        return (long)position;
    }

    public override void SetLength(long value)
    {
        if (!TrySetLength(value, out Error error))
            FileFailure.Throw(error, name);
    }

    public override void Flush()
    {
        if (!TryFlush(out Error error))
            FileFailure.Throw(error, name);
    }

    /// <summary>Sends what was written, and closes the file.</summary>
    public bool TryClose(out Error error)
    {
        bool isFlushed = TryFlush(out error);
        DropPiece();
        if (isOpen)
            file.Close();
        isOpen = false;
        return isFlushed;
    }

    protected override void Dispose(bool disposing)
    {
        if (!TryClose(out Error error))
            FileFailure.Throw(error, name);
    }

    private static bool TryOpenFile(string path, FileMode mode, FileAccess access, out RemoteFile file, out ulong position, out Error error)
    {
        file = default;
        position = 0;
        bool isWritten = (access & FileAccess.Write) != 0;
        if (mode == FileMode.CreateNew && FileSystem.TryGetStatus(path, out _, out _))
        {
            error = Error.Exists;
            return false;
        }

        OpenFlags flags = isWritten ? OpenFlags.Write : OpenFlags.Read;
        flags |= mode is FileMode.CreateNew or FileMode.Create or FileMode.OpenOrCreate or FileMode.Append ? OpenFlags.Create : 0;
        flags |= mode is FileMode.Create or FileMode.Truncate ? OpenFlags.Truncate : 0;
        error = (flags & OpenFlags.Truncate) != 0 && !isWritten ? Error.Parameter : Error.None;
        if (error != Error.None || !FileSystem.TryOpen(path, flags, out Handle handle, out bool isDirectory, out error))
            return false;
        file = new RemoteFile(handle);
        if (isDirectory)
            error = Error.Denied;
        else if (mode == FileMode.Append)
            file.TryGetSize(out position, out error);
        if (error != Error.None)
            file.Close();
        return error == Error.None;
    }

    private bool TryWriteAt(ulong place, scoped ReadOnlySpan<byte> bytes, out Error error)
    {
        error = Error.None;
        if (serverPlace != place && !file.TrySeek(place, out _, out error))
            return false;
        serverPlace = RemoteFile.End;
        if (!file.TryWrite(bytes, out error))
            return false;
        serverPlace = place + (ulong)bytes.Length;
        return true;
    }

    private void DropPiece()
    {
        piece.Release();
        piece = default;
        pieceLength = 0;
    }
}
