using System;

namespace Euralios.Net.Storage;

/// <summary>Copies that go round the end of an array. Positions are below twice its length.</summary>
internal static class Ring
{
    /// <summary>A position within the array.</summary>
    public static int Wrap(byte[] ring, int position) => position < ring.Length ? position : position - ring.Length;

    /// <summary>Copies into the ring.</summary>
    public static void Write(byte[] ring, int position, ReadOnlySpan<byte> data)
    {
        position = Wrap(ring, position);
        int first = Math.Min(data.Length, ring.Length - position);
        data[..first].CopyTo(ring.AsSpan(position));
        data[first..].CopyTo(ring);
    }

    /// <summary>Copies out of the ring.</summary>
    public static void Read(byte[] ring, int position, Span<byte> destination)
    {
        position = Wrap(ring, position);
        int first = Math.Min(destination.Length, ring.Length - position);
        ring.AsSpan(position, first).CopyTo(destination);
        ring.AsSpan(0, destination.Length - first).CopyTo(destination[first..]);
    }
}
