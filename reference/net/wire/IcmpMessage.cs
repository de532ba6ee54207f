using System;

namespace Euralios.Net.Wire;

/// <summary>Kinds of ICMP message (RFC 792).</summary>
public enum IcmpType : byte
{
    EchoReply = 0,
    DestinationUnreachable = 3,
    SourceQuench = 4,
    Redirect = 5,
    EchoRequest = 8,
    TimeExceeded = 11,
    ParameterProblem = 12,
}

/// <summary>A message of the Internet Control Message Protocol (RFC 792): eight bytes of header, check sum right, and data.</summary>
public readonly ref struct IcmpMessage
{
    /// <summary>Bytes before the data.</summary>
    public const int HeaderLength = 8;

    /// <summary>"Time exceeded" because parts of a packet did not come in time.</summary>
    public const byte ReassemblyTimeExceeded = 1;

    private readonly ReadOnlySpan<byte> bytes;

    private IcmpMessage(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public IcmpType Type => (IcmpType)bytes[0];

    public byte Code => bytes[1];

    /// <summary>In echo messages, whose they are.</summary>
    public ushort Identifier => BigEndian.ReadUInt16(bytes.Slice(4));

    /// <summary>In echo messages, which one of several.</summary>
    public ushort SequenceNumber => BigEndian.ReadUInt16(bytes.Slice(6));

    /// <summary>What follows the header: an echo's data, or in an error the beginning of the packet that it is about.</summary>
    public ReadOnlySpan<byte> Data => bytes.Slice(HeaderLength);

    /// <summary>Whether a type reports an error; such messages are never answered with errors (RFC 1122, section 3.2.2).</summary>
    public static bool IsError(IcmpType type) =>
        type is IcmpType.DestinationUnreachable or IcmpType.SourceQuench or IcmpType.Redirect or IcmpType.TimeExceeded or IcmpType.ParameterProblem;

    /// <summary>A message, if the bytes are one.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out IcmpMessage message)
    {
        message = new IcmpMessage(bytes);
        return bytes.Length >= HeaderLength && InternetChecksum.Compute(bytes) == 0;
    }

    /// <summary>Writes the header of a message whose data stand behind it already, and its check sum.</summary>
    /// <param name="bytes">The whole message.</param>
    /// <param name="type">What it is.</param>
    /// <param name="code">More closely.</param>
    /// <param name="rest">The header's last four bytes: in an echo identifier and sequence number, in an error 0.</param>
    public static void WriteHeader(Span<byte> bytes, IcmpType type, byte code, uint rest)
    {
        BigEndian.WriteUInt32(bytes, ((uint)type << 24) | ((uint)code << 16));
        BigEndian.WriteUInt32(bytes.Slice(4), rest);
        BigEndian.WriteUInt16(bytes.Slice(2), InternetChecksum.Compute(bytes));
    }
}
