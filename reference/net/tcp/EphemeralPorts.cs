using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// Ports for connections begun from here (RFC 6056, section 3.3.4, "double-hash"): towards one peer they go up, which keeps a port unused for long; nobody
/// else can tell from his own ports which ones those are.
/// </summary>
internal sealed class EphemeralPorts
{
    private const int First = 49152;
    private const int Count = 65536 - First;

    private readonly SipHash offsets;
    private readonly SipHash counters;
    private readonly uint[] table = new uint[16];

    /// <summary>Counters and secrets are random.</summary>
    public EphemeralPorts(RandomSource random)
    {
        offsets = new SipHash(random.NextUInt64(), random.NextUInt64());
        counters = new SipHash(random.NextUInt64(), random.NextUInt64());
        for (int index = 0; index < table.Length; index++)
            table[index] = random.NextUInt32();
    }

    /// <summary>Finds a port that nothing uses towards a peer.</summary>
    /// <param name="local">The own address.</param>
    /// <param name="remote">The peer.</param>
    /// <param name="layer">Knows what is in use.</param>
    /// <param name="port">The port.</param>
    public bool TryTake(Ipv4Address local, Ipv4Endpoint remote, TcpLayer layer, out ushort port)
    {
        ulong peer = ((ulong)remote.Address.Value << 16) | remote.Port;
        uint offset = (uint)offsets.Compute(local.Value, peer);
        ref uint counter = ref table[(int)(counters.Compute(local.Value, peer) % (uint)table.Length)];
        for (int attempt = 0; attempt < Count; attempt++)
        {
            port = (ushort)(First + ((offset + counter++) % Count));
            if (layer.IsFree(new Ipv4Endpoint(local, port), remote))
                return true;
        }

        port = 0;
        return false;
    }
}
