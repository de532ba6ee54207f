using System;
using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Simulation;

/// <summary>One end of a conversation: it sends so many bytes of a pattern, reads as many as the other end sends, and checks them.</summary>
internal sealed class Transfer(long toSend, long toReceive, int salt, int readAtOnce = 65536)
{
    private readonly byte[] buffer = new byte[65536];
    private long sent;

    public long Received { get; private set; }

    public TcpConnection? Connection { get; set; }

    public bool IsDone => sent == toSend && Received == toReceive && Connection is { IsReceiveEnded: true };

    public long ReadPause { get; init; }

    private long readAgain;

    /// <summary>Does what can be done; returns when it wants to be called again.</summary>
    public Instant Run(Instant now)
    {
        if (Connection == null)
            return Instant.Never;
        while (sent < toSend && Connection.Room > 0)
        {
            int length = (int)Math.Min(Math.Min(buffer.Length, Connection.Room), toSend - sent);
            Fill(buffer.AsSpan(0, length), sent, salt);
            int written = Connection.Write(buffer.AsSpan(0, length));
            Assert.That(written, Is.EqualTo(length));
            sent += written;
        }

        if (sent == toSend)
            Connection.Shutdown();
        if (now.Microseconds < readAgain)
            return new Instant(readAgain);
        while (Connection.Available > 0)
        {
            int read = Connection.Read(buffer.AsSpan(0, Math.Min(readAtOnce, buffer.Length)));
            Check(buffer.AsSpan(0, read));
            Received += read;
            if (ReadPause > 0)
            {
                readAgain = now.Microseconds + ReadPause;
                return new Instant(readAgain);
            }
        }

        return Instant.Never;
    }

    private void Check(ReadOnlySpan<byte> data)
    {
        Span<byte> expected = new byte[data.Length];
        Fill(expected, Received, ~salt);
        if (!data.SequenceEqual(expected))
            Assert.Fail($"other bytes than were sent, near {Received}");
    }

    // The other end's salt is this one's complement.
    private static void Fill(Span<byte> data, long start, int salt)
    {
        for (int index = 0; index < data.Length; index++)
        {
            long place = start + index;
            data[index] = (byte)((place * 31) ^ (place >> 8) ^ (place >> 16) ^ salt);
        }
    }
}
