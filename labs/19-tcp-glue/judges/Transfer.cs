using Euralios.Net.Tcp;
using Merriwig.Lab;

namespace Euralios.Labs.Glue;

/// <summary>A connection at the partner's end: reads a stream to its end and checks every byte, and sends the next stream at the same time.</summary>
internal sealed class Transfer(TcpConnection connection, RandomSource seed, uint stream, int length)
{
    private readonly byte[] _buffer = new byte[8_192];
    private readonly byte[] _reply = Bytes(seed, stream + 1, length);
    private Pattern _expected = new(seed, stream);
    private int _sent;
    private int _read;
    private string? _mistake;

    /// <summary>Whether nothing is read.</summary>
    internal bool IsHeld { get; set; }

    /// <summary>Whether both streams have come to their ends.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>What is wrong; null when all of both streams arrived.</summary>
    internal string? Wrong => _mistake ?? (
        !IsDone ? $"{_read} of {length} bytes came, {_sent - connection.Unacknowledged} of {length} arrived: {connection.State}"
        : _read != length ? $"{_read} of {length} bytes came, and then the end" : null);

    internal void Advance()
    {
        if (IsDone)
            return;
        while (!IsHeld && connection.Available > 0)
        {
            var count = connection.Read(_buffer);
            var right = _mistake is null ? _expected.Match(_buffer.AsSpan(0, count)) : count;
            if (right < count)
                _mistake = $"the byte at offset {_read + right} is wrong";
            _read += count;
        }

        _sent += connection.Write(_reply.AsSpan(_sent));
        if (_sent == length)
            connection.Shutdown();
        if (connection.IsClosed && connection.Error != TcpError.None)
            _mistake ??= $"after {_read} of {length} bytes the connection was broken: {connection.Error}";
        IsDone = (connection.IsReceiveEnded && _sent == length && connection.IsSendComplete) || connection.IsClosed;
        if (IsDone)
            connection.Close();
    }

    private static byte[] Bytes(RandomSource seed, uint stream, int length)
    {
        var bytes = new byte[length];
        new Pattern(seed, stream).Next(bytes);
        return bytes;
    }
}
