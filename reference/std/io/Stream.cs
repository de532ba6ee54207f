namespace System.IO;

/// <summary>Bytes that are read or written one after the other.</summary>
public abstract class Stream : IDisposable
{
    private const int CopyLength = 64 << 10;

    public abstract bool CanRead { get; }

    public abstract bool CanWrite { get; }

    public abstract bool CanSeek { get; }

    public abstract long Length { get; }

    public abstract long Position { get; set; }

    /// <summary>Reads bytes, as many as there are: none only at the end.</summary>
    public abstract int Read(Span<byte> buffer);

    public abstract void Write(ReadOnlySpan<byte> buffer);

    public abstract long Seek(long offset, SeekOrigin origin);

    public abstract void SetLength(long value);

    public abstract void Flush();

    public int Read(byte[] buffer, int offset, int count) => Read(new Span<byte>(buffer, offset, count));

    public void Write(byte[] buffer, int offset, int count) => Write(new ReadOnlySpan<byte>(buffer, offset, count));

    /// <summary>The next byte; -1 at the end.</summary>
    public virtual int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public virtual void WriteByte(byte value) => Write([value]);

    /// <summary>Fills a buffer; there must be as many bytes.</summary>
    public void ReadExactly(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int count = Read(buffer);
            if (count == 0)
                throw new EndOfStreamException("Unable to read beyond the end of the stream.");
            buffer = buffer.Slice(count);
        }
    }

    /// <summary>Writes all that is left of this stream to another.</summary>
    public void CopyTo(Stream destination)
    {
        byte[] buffer = new byte[CopyLength];
        for (int count = Read(buffer); count > 0; count = Read(buffer))
            destination.Write(new ReadOnlySpan<byte>(buffer, 0, count));
    }

    public virtual void Close() => Dispose();

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
    }
}
