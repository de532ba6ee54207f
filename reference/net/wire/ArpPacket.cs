using System;

namespace Euralios.Net.Wire;

/// <summary>What an ARP packet says (RFC 826).</summary>
public enum ArpOperation : ushort
{
    Request = 1,
    Reply = 2,
}

/// <summary>A packet of the Address Resolution Protocol for IPv4 on Ethernet (RFC 826).</summary>
/// <param name="Operation">A question or an answer.</param>
/// <param name="SenderMac">The sender's Ethernet address.</param>
/// <param name="SenderAddress">The sender's IPv4 address; unspecified in a probe (RFC 5227, section 1.1).</param>
/// <param name="TargetMac">In an answer, whom it is for; in a question, nothing.</param>
/// <param name="TargetAddress">In a question, the address that is asked for.</param>
public readonly record struct ArpPacket(
    ArpOperation Operation, MacAddress SenderMac, Ipv4Address SenderAddress, MacAddress TargetMac, Ipv4Address TargetAddress)
{
    /// <summary>Bytes of a packet.</summary>
    public const int Length = 28;

    private const uint EthernetAndIpv4 = 0x0001_0800;
    private const ushort AddressLengths = (MacAddress.Length << 8) | sizeof(uint);

    /// <summary>A packet, if the bytes begin with one: for these kinds of address, of a known operation, from one station.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out ArpPacket packet)
    {
        packet = default;
        if (bytes.Length < Length || BigEndian.ReadUInt32(bytes) != EthernetAndIpv4 || BigEndian.ReadUInt16(bytes.Slice(4)) != AddressLengths)
            return false;

        packet = new ArpPacket(
            (ArpOperation)BigEndian.ReadUInt16(bytes.Slice(6)),
            MacAddress.Read(bytes.Slice(8)),
            Ipv4Address.Read(bytes.Slice(14)),
            MacAddress.Read(bytes.Slice(18)),
            Ipv4Address.Read(bytes.Slice(24)));
        return packet.Operation is ArpOperation.Request or ArpOperation.Reply && packet.SenderMac.IsStation;
    }

    /// <summary>Writes the packet into a span's first <see cref="Length"/> bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        BigEndian.WriteUInt32(bytes, EthernetAndIpv4);
        BigEndian.WriteUInt16(bytes.Slice(4), AddressLengths);
        BigEndian.WriteUInt16(bytes.Slice(6), (ushort)Operation);
        SenderMac.Write(bytes.Slice(8));
        SenderAddress.Write(bytes.Slice(14));
        TargetMac.Write(bytes.Slice(18));
        TargetAddress.Write(bytes.Slice(24));
    }
}
