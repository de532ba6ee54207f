using System;

namespace Euralios.Net.Wire;

/// <summary>Numbers as they travel: the high byte first (RFC 791, appendix B). A span that is too short throws, as its indexer does.</summary>
public static class BigEndian
{
    /// <summary>16 bits from a span's first two bytes.</summary>
    public static ushort ReadUInt16(ReadOnlySpan<byte> source) => (ushort)((source[0] << 8) | source[1]);

    /// <summary>32 bits from a span's first four bytes.</summary>
    public static uint ReadUInt32(ReadOnlySpan<byte> source) =>
        ((uint)source[0] << 24) | ((uint)source[1] << 16) | ((uint)source[2] << 8) | source[3];

    /// <summary>16 bits into a span's first two bytes.</summary>
    public static void WriteUInt16(Span<byte> destination, ushort value)
    {
        destination[1] = (byte)value;
        destination[0] = (byte)(value >> 8);
    }

    /// <summary>32 bits into a span's first four bytes.</summary>
    public static void WriteUInt32(Span<byte> destination, uint value)
    {
        destination[3] = (byte)value;
        destination[2] = (byte)(value >> 8);
        destination[1] = (byte)(value >> 16);
        destination[0] = (byte)(value >> 24);
    }
}
