namespace Euralios.Net.Wire;

/// <summary>An address of the Internet Protocol, version 4 (RFC 791, section 3.2).</summary>
/// <param name="Value">The address as a number: 10.0.2.15 is 0x0A00020F.</param>
public readonly record struct Ipv4Address(uint Value)
{
    /// <summary>0.0.0.0: no address yet.</summary>
    public static Ipv4Address Unspecified => default;

    /// <summary>255.255.255.255: everybody on this link (RFC 919).</summary>
    public static Ipv4Address Broadcast => new(uint.MaxValue);

    /// <summary>Whether this is a group's address (RFC 1112): 224.0.0.0 to 239.255.255.255.</summary>
    public bool IsMulticast => Value >> 28 == 0xE;

    /// <summary>Whether this is the own machine's: 127.0.0.0/8, which never comes over a link (RFC 1122, section 3.2.1.3).</summary>
    public bool IsLoopback => Value >> 24 == 127;

    /// <summary>The address in four numbers with dots.</summary>
    public override string ToString() => $"{Value >> 24}.{(Value >> 16) & 0xFF}.{(Value >> 8) & 0xFF}.{Value & 0xFF}";
}
