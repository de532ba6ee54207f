using System;

namespace Euralios.Net.Wire;

/// <summary>An address of the Internet Protocol, version 4 (RFC 791, section 3.2).</summary>
/// <param name="Value">The address as a number: 10.0.2.15 is 0x0A00020F.</param>
public readonly record struct Ipv4Address(uint Value)
{
    /// <summary>Bytes of an address.</summary>
    public const int Length = 4;

    /// <summary>0.0.0.0: no address yet.</summary>
    public static Ipv4Address Unspecified => default;

    /// <summary>255.255.255.255: everybody on this link (RFC 919).</summary>
    public static Ipv4Address Broadcast => new(uint.MaxValue);

    /// <summary>127.0.0.1: this very host.</summary>
    public static Ipv4Address Loopback => new(0x7F000001);

    /// <summary>Whether this is a group's address (RFC 1112): 224.0.0.0 to 239.255.255.255.</summary>
    public bool IsMulticast => Value >> 28 == 0xE;

    /// <summary>Whether this is the own machine's: 127.0.0.0/8, which never comes over a link (RFC 1122, section 3.2.1.3).</summary>
    public bool IsLoopback => Value >> 24 == 127;

    /// <summary>
    /// Whether this can be one host's address on a link: not of 0.0.0.0/8, 127.0.0.0/8, 224.0.0.0/4 or 240.0.0.0/4 (RFC 1122, section 3.2.1.3). That
    /// it is no subnet's broadcast address is not known here.
    /// </summary>
    public bool IsHost => Value >> 24 is not 0 and < 224 and not 127;

    /// <summary>The address in a span's first four bytes.</summary>
    public static Ipv4Address Read(ReadOnlySpan<byte> source) => new(BigEndian.ReadUInt32(source));

    /// <summary>Writes the address into a span's first four bytes.</summary>
    public void Write(Span<byte> destination) => BigEndian.WriteUInt32(destination, Value);

    /// <summary>The address that a text is: four numbers from 0 to 255 in decimal digits, without needless zeros, with dots between.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Ipv4Address address)
    {
        uint value = 0;
        int at = 0;
        address = default;
        for (int part = 0; part < 4; part++)
        {
            if (part > 0 && (at >= text.Length || text[at++] != '.'))
                return false;

            int start = at;
            uint number = 0;
            for (; at < text.Length && at - start < 3 && text[at] is >= '0' and <= '9'; at++)
                number = (number * 10) + text[at] - '0';
            if (at == start || number > 255 || (at - start > 1 && text[start] == '0'))
                return false;

            value = (value << 8) | number;
        }

        address = new Ipv4Address(value);
        return at == text.Length;
    }

    /// <summary>The address in four numbers with dots.</summary>
    public override string ToString() => $"{Value >> 24}.{(Value >> 16) & 0xFF}.{(Value >> 8) & 0xFF}.{Value & 0xFF}";
}
