using System.IO;
using Euralios.Std;

namespace System.Net.Sockets;

/// <summary>A connection as a stream. There are no places in it.</summary>
public sealed class NetworkStream(Socket socket, bool ownsSocket = false) : Stream
{
    public Socket Socket => socket;

    public override bool CanRead => socket.Connected;

    public override bool CanWrite => socket.Connected;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException("This stream does not support seek operations.");

    public override long Position
    {
        get => throw new NotSupportedException("This stream does not support seek operations.");
        set => throw new NotSupportedException("This stream does not support seek operations.");
    }

    /// <inheritdoc cref="Socket.ReceiveTimeout"/>
    public int ReadTimeout
    {
        get => socket.ReceiveTimeout;
        set => socket.ReceiveTimeout = value;
    }

    /// <inheritdoc cref="Socket.TryReceive"/>
    public bool TryRead(Span<byte> buffer, out int count, out Error error) => socket.TryReceive(buffer, out count, out error);

    /// <inheritdoc cref="Socket.TrySend"/>
    public bool TryWrite(scoped ReadOnlySpan<byte> buffer, out Error error) => socket.TrySend(buffer, out error);

    public override int Read(Span<byte> buffer)
    {
        if (!TryRead(buffer, out int count, out Error error))
            throw new IOException($"Unable to read data from the transport connection: {error.Text()}.");
        return count;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!TryWrite(buffer, out Error error))
            throw new IOException($"Unable to write data to the transport connection: {error.Text()}.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("This stream does not support seek operations.");

    public override void SetLength(long value) => throw new NotSupportedException("This stream does not support seek operations.");

    protected override void Dispose(bool disposing)
    {
        if (ownsSocket)
            socket.Close();
    }
}
