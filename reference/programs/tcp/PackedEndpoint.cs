using Euralios.Net.Wire;

namespace Euralios.Programs.Tcp;

/// <summary>An end of a connection as an item of a message: address * 2^16 + port.</summary>
internal static class PackedEndpoint
{
    internal static ulong Of(Ipv4Endpoint endpoint) => ((ulong)endpoint.Address.Value << 16) | endpoint.Port;
}
