using System;

namespace Euralios.Net.Wire;

/// <summary>An Ethernet address: 48 bits (IEEE 802.3, section 3.2.3).</summary>
public readonly record struct MacAddress
{
    /// <summary>Bytes of an address.</summary>
    public const int Length = 6;

    private const ulong Mask = 0xFFFF_FFFF_FFFF;
    private const ulong GroupBit = 0x0100_0000_0000;

    /// <summary>An address from a number whose bits 47 to 40 are the first octet; higher bits do not count.</summary>
    public MacAddress(ulong value) => Value = value & Mask;

    /// <summary>The address as a number: 52:55:0A:00:02:02 is 0x52550A000202.</summary>
    public ulong Value { get; }

    /// <summary>FF:FF:FF:FF:FF:FF: everybody on this link.</summary>
    public static MacAddress Broadcast => new(Mask);

    /// <summary>Whether this is a group's address; the broadcast address is one.</summary>
    public bool IsGroup => (Value & GroupBit) != 0;

    /// <summary>Whether this can be one station's address.</summary>
    public bool IsStation => !IsGroup && Value != 0;

    /// <summary>The address in a span's first six bytes.</summary>
    public static MacAddress Read(ReadOnlySpan<byte> source) =>
        new(((ulong)BigEndian.ReadUInt16(source) << 32) | BigEndian.ReadUInt32(source.Slice(2)));

    /// <summary>Writes the address into a span's first six bytes.</summary>
    public void Write(Span<byte> destination)
    {
        BigEndian.WriteUInt16(destination, (ushort)(Value >> 32));
        BigEndian.WriteUInt32(destination.Slice(2), (uint)Value);
    }

    /// <summary>The octets in hexadecimal with colons: 52:55:0A:00:02:02.</summary>
    public override string ToString() =>
        $"{Octet(40):X2}:{Octet(32):X2}:{Octet(24):X2}:{Octet(16):X2}:{Octet(8):X2}:{Octet(0):X2}";

    private byte Octet(int shift) => (byte)(Value >> shift);
}
