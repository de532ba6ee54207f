namespace Euralios.Net.Wire;

/// <summary>An address and a port: one end of a conversation.</summary>
public readonly record struct Ipv4Endpoint(Ipv4Address Address, ushort Port)
{
    /// <summary>The address, a colon, and the port.</summary>
    public override string ToString() => $"{Address}:{Port}";
}
