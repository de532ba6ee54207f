using System.Buffers.Binary;
using System.Diagnostics;

namespace Euralios.Grader.Boot;

/// <summary>Which way a frame went.</summary>
public enum FrameDirection
{
    /// <summary>The machine received it.</summary>
    ToGuest,

    /// <summary>The machine sent it.</summary>
    FromGuest,
}

/// <summary>A frame that was on a wire.</summary>
/// <param name="Time">Host time since the capture began: for people; nothing is judged by it.</param>
/// <param name="Direction">Which way it went.</param>
/// <param name="Bytes">The frame.</param>
public sealed record CapturedFrame(TimeSpan Time, FrameDirection Direction, ReadOnlyMemory<byte> Bytes);

/// <summary>The frames on a wire in their order; of very many, the last ones.</summary>
public sealed class FrameCapture
{
    private const int MostBytes = 64 << 20;

    // The file's format: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html
    private const uint Magic = 0xA1B2C3D4;
    private const int HeaderLength = 24;
    private const int RecordLength = 16;
    private const int LongestRecord = 262144;
    private const int Ethernet = 1;

    // In a frame, behind the destination's six octets.
    private const int SourceAddress = 6;

    private readonly Lock _gate = new();
    private readonly Queue<CapturedFrame> _frames = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _bytes;

    /// <summary>What was captured until now.</summary>
    public IReadOnlyList<CapturedFrame> Frames
    {
        get
        {
            lock (_gate)
                return [.. _frames];
        }
    }

    /// <summary>Writes it as a pcap file, which Wireshark and tcpdump read.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), 4);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), LongestRecord);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), Ethernet);
        stream.Write(header);
        byte[] record = new byte[RecordLength];
        foreach (CapturedFrame frame in Frames)
        {
            BinaryPrimitives.WriteInt32LittleEndian(record, (int)frame.Time.TotalSeconds);
            BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(4), (int)(frame.Time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));
            BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(8), frame.Bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(12), frame.Bytes.Length);
            stream.Write(record);
            stream.Write(frame.Bytes.Span);
        }
    }

    /// <summary>Reads what QEMU's <c>filter-dump</c> wrote; a record that was cut off ends it.</summary>
    /// <param name="file">The file; none is an empty capture.</param>
    /// <param name="guest">The card's address: frames from there are the guest's.</param>
    internal static FrameCapture Read(string file, string guest)
    {
        var capture = new FrameCapture();
        byte[] bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
        byte[] address = Convert.FromHexString(guest.Replace(":", "", StringComparison.Ordinal));
        for (int at = HeaderLength; at + RecordLength <= bytes.Length;)
        {
            ReadOnlySpan<byte> record = bytes.AsSpan(at);
            var time = TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32LittleEndian(record))
                + TimeSpan.FromMicroseconds(BinaryPrimitives.ReadUInt32LittleEndian(record[4..]));
            int length = BinaryPrimitives.ReadInt32LittleEndian(record[8..]);
            at += RecordLength;
            if (length < 0 || length > bytes.Length - at)
                break;
            byte[] frame = bytes[at..(at + length)];
            bool isGuests = frame.Length >= SourceAddress + address.Length && frame.AsSpan(SourceAddress, address.Length).SequenceEqual(address);
            capture.Keep(new CapturedFrame(time, isGuests ? FrameDirection.FromGuest : FrameDirection.ToGuest, frame));
            at += length;
        }

        return capture;
    }

    internal void Add(ReadOnlyMemory<byte> frame, FrameDirection direction) =>
        Keep(new CapturedFrame(Stopwatch.GetElapsedTime(_start), direction, frame.ToArray()));

    private void Keep(CapturedFrame captured)
    {
        lock (_gate)
        {
            _frames.Enqueue(captured);
            _bytes += captured.Bytes.Length;
            while (_bytes > MostBytes)
                _bytes -= _frames.Dequeue().Bytes.Length;
        }
    }
}
