namespace System.Net;

/// <summary>An address of the Internet Protocol, version 4.</summary>
public sealed class IPAddress : IEquatable<IPAddress>
{
    private const int Length = 4;

    /// <summary>All of this machine's addresses.</summary>
    public static readonly IPAddress Any = new(0u);

    /// <summary>This machine.</summary>
    public static readonly IPAddress Loopback = new(0x7F000001u);

    /// <summary>All machines of this network.</summary>
    public static readonly IPAddress Broadcast = new(uint.MaxValue);

    /// <summary>The address as it is written: 10.0.2.15 is 0x0A00020F.</summary>
    private readonly uint value;

    /// <param name="address">Its four bytes, in the order in which it is written.</param>
    public IPAddress(ReadOnlySpan<byte> address)
    {
        if (address.Length != Length)
            throw new ArgumentException("An invalid IP address was specified.", nameof(address));
        value = ((uint)address[0] << 24) | ((uint)address[1] << 16) | ((uint)address[2] << 8) | address[3];
    }

    public IPAddress(byte[] address)
        : this(new ReadOnlySpan<byte>(address))
    {
    }

    internal IPAddress(uint value) => this.value = value;

    internal uint Value => value;

    /// <summary>Reads four numbers with dots between them. Other than .NET's it takes no shorter, octal or hexadecimal forms.</summary>
    public static IPAddress Parse(string ipString) =>
        TryParse(ipString, out IPAddress? address) ? address! : throw new FormatException("An invalid IP address was specified.");

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse(string? ipString, out IPAddress? address)
    {
        address = null;
        if (ipString is null)
            return false;
        uint value = 0;
        int numbers = 0;
        foreach (string part in ipString.Split('.'))
        {
            bool isPlain = part.Length is > 0 and <= 3 && (part.Length == 1 || part[0] != '0') && char.IsAsciiDigit(part[0]);
            if (!isPlain || ++numbers > Length || !byte.TryParse(part, out byte number))
                return false;
            value = (value << 8) | number;
        }

        address = numbers == Length ? new IPAddress(value) : null;
        return numbers == Length;
    }

    public static bool IsLoopback(IPAddress address) => address.value >> 24 == 127;

    public byte[] GetAddressBytes() => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    public bool Equals(IPAddress? other) => other is not null && value == other.value;

    public override bool Equals(object? comparand) => comparand is IPAddress other && Equals(other);

    public override int GetHashCode() => (int)value;

    public override string ToString() => $"{value >> 24}.{(value >> 16) & 0xFF}.{(value >> 8) & 0xFF}.{value & 0xFF}";
}
