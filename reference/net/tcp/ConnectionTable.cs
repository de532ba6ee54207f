using System.Numerics;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// Which connection a segment belongs to, by its four numbers. The hash has a secret (multilinear hashing, Carter and Wegman), so peers cannot choose
/// ports that fall into one bucket.
/// </summary>
internal sealed class ConnectionTable
{
    private readonly TcpConnection?[] buckets;
    private readonly int shift;
    private readonly ulong addressFactor;
    private readonly ulong portsFactor;
    private readonly ulong offset;

    /// <summary>A table for about so many connections.</summary>
    public ConnectionTable(int expected, RandomSource random)
    {
        int bits = BitOperations.Log2((uint)expected | 15) + 1;
        buckets = new TcpConnection?[1 << bits];
        shift = 64 - bits;
        addressFactor = random.NextUInt64() | 1;
        portsFactor = random.NextUInt64() | 1;
        offset = random.NextUInt64();
    }

    /// <summary>How many connections are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Finds a connection by its ends.</summary>
    public TcpConnection? Find(Ipv4Endpoint local, Ipv4Endpoint remote)
    {
        for (TcpConnection? connection = Bucket(local, remote); connection != null; connection = connection.NextInBucket)
        {
            if (connection.Remote == remote && connection.Local == local)
                return connection;
        }

        return null;
    }

    /// <summary>Puts a connection in.</summary>
    public void Add(TcpConnection connection)
    {
        ref TcpConnection? bucket = ref Bucket(connection.Local, connection.Remote);
        connection.NextInBucket = bucket;
        bucket = connection;
        Count++;
    }

    /// <summary>Takes a connection out that is in it.</summary>
    public void Remove(TcpConnection connection)
    {
        ref TcpConnection? link = ref Bucket(connection.Local, connection.Remote);
        while (link != connection)
            link = ref link!.NextInBucket;
        link = connection.NextInBucket;
        connection.NextInBucket = null;
        Count--;
    }

    private ref TcpConnection? Bucket(Ipv4Endpoint local, Ipv4Endpoint remote)
    {
        // The own address is one of very few, and is left out.
        ulong ports = ((uint)local.Port << 16) | remote.Port;
        return ref buckets[(int)((offset + (addressFactor * remote.Address.Value) + (portsFactor * ports)) >> shift)];
    }
}
