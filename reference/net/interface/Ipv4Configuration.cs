using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>This host's address, which addresses are on its link, and who forwards to all others (RFC 1122, section 3.3.1).</summary>
/// <param name="Address">The own address; unspecified while there is none.</param>
/// <param name="PrefixLength">How many bits say the subnet: 0 to 32.</param>
/// <param name="Gateway">The router; unspecified if there is none.</param>
public readonly record struct Ipv4Configuration(Ipv4Address Address, int PrefixLength, Ipv4Address Gateway)
{
    /// <summary>Whether there is an address.</summary>
    public bool HasAddress => Address != Ipv4Address.Unspecified;

    /// <summary>The subnet's mask.</summary>
    public Ipv4Address Mask => new(PrefixLength == 0 ? 0 : uint.MaxValue << (32 - PrefixLength));

    /// <summary>A configuration with a mask instead of a prefix's length, if the mask is one: ones, then zeros.</summary>
    public static bool TryFromMask(Ipv4Address address, uint mask, Ipv4Address gateway, out Ipv4Configuration configuration)
    {
        int length = 0;
        while (length < 32 && (mask & (0x8000_0000u >> length)) != 0)
            length++;
        configuration = new Ipv4Configuration(address, length, gateway);
        return configuration.Mask.Value == mask;
    }

    /// <summary>Whether an address is on the own subnet.</summary>
    public bool IsOnLink(Ipv4Address address) => HasAddress && ((address.Value ^ Address.Value) & Mask.Value) == 0;

    /// <summary>Whether an address is everybody's: of this link, or of the own subnet. A subnet of one or two has none (RFC 3021).</summary>
    public bool IsBroadcast(Ipv4Address address) =>
        address == Ipv4Address.Broadcast || (PrefixLength < 31 && IsOnLink(address) && (address.Value | Mask.Value) == uint.MaxValue);

    /// <summary>Whether packets to an address stay within this host.</summary>
    public bool IsOwn(Ipv4Address address) => address.IsLoopback || (HasAddress && address == Address);

    /// <summary>Whom on the link to give a packet for one host.</summary>
    /// <returns>Whether there is a way.</returns>
    public bool TryGetNextHop(Ipv4Address destination, out Ipv4Address nextHop)
    {
        nextHop = IsOnLink(destination) ? destination : Gateway;
        return HasAddress && destination.IsHost && nextHop.IsHost && IsOnLink(nextHop) && nextHop != Address;
    }
}
