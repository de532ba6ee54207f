using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Gopher;

/// <summary>Where a document goes.</summary>
internal interface IDownloadTarget
{
    /// <summary>Takes what has come. False where it wants no more; that is an error only if it says one.</summary>
    bool TryTake(ReadOnlySpan<byte> piece, out Error error);
}

/// <summary>A document to be shown: so much of it as is reasonable.</summary>
internal sealed class DocumentTarget : IDownloadTarget
{
    private const int MostBytes = 1 << 20;
    private const int FirstCapacity = 16 << 10;

    private byte[] bytes = new byte[FirstCapacity];
    private int length;

    internal ReadOnlySpan<byte> Bytes => new(bytes, 0, length);

    /// <summary>Whether there was more.</summary>
    internal bool IsCut { get; private set; }

    public bool TryTake(ReadOnlySpan<byte> piece, out Error error)
    {
        error = Error.None;
        IsCut = piece.Length > MostBytes - length;
        ReadOnlySpan<byte> taken = IsCut ? piece.Slice(0, MostBytes - length) : piece;
        if (taken.Length > bytes.Length - length)
            Array.Resize(ref bytes, Math.Min(MostBytes, Math.Max(length + taken.Length, bytes.Length * 2)));
        taken.CopyTo(bytes.AsSpan(length));
        length += taken.Length;
        return !IsCut;
    }
}

/// <summary>A new file.</summary>
internal sealed class FileTarget(FileStream file) : IDownloadTarget
{
    public bool TryTake(ReadOnlySpan<byte> piece, out Error error) => file.TryWrite(piece, out error);
}
