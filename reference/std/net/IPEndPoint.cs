namespace System.Net;

/// <summary>An end of a connection.</summary>
public abstract class EndPoint
{
}

/// <summary>An address and a port.</summary>
public sealed class IPEndPoint : EndPoint
{
    public const int MinPort = 0;
    public const int MaxPort = 65535;

    public IPEndPoint(IPAddress address, int port)
    {
        if (port is < MinPort or > MaxPort)
            throw new ArgumentOutOfRangeException(nameof(port));
        Address = address;
        Port = port;
    }

    /// <summary>From a message: address * 2^16 + port.</summary>
    internal IPEndPoint(ulong packed)
        : this(new IPAddress((uint)(packed >> 16)), (ushort)packed)
    {
    }

    public IPAddress Address { get; }

    public int Port { get; }

    public override bool Equals(object? comparand) => comparand is IPEndPoint other && Address.Equals(other.Address) && Port == other.Port;

    public override int GetHashCode() => Address.GetHashCode() ^ Port;

    public override string ToString() => $"{Address}:{Port}";
}
