using System;

namespace Euralios.Net.Wire;

public sealed partial record DhcpMessage
{
    /// <summary>Room that is enough for every message that <see cref="Write"/> writes.</summary>
    public const int MaximumWritten = 384;

    // Relays drop what is shorter than a message of the older protocol, BOOTP (RFC 1542, section 2.1).
    private const int MinimumWritten = 300;

    // The largest message that may come back: what every host takes (RFC 2131, section 2) is too little for long lists.
    private const ushort MaximumSize = EthernetFrame.MaximumPayload;

    /// <summary>Writes the message into a span of at least <see cref="MaximumWritten"/> bytes.</summary>
    /// <returns>Its bytes.</returns>
    public int Write(Span<byte> bytes)
    {
        bytes = bytes.Slice(0, MaximumWritten);
        bytes.Clear();
        bytes[0] = IsReply ? ReplyOperation : RequestOperation;
        bytes[1] = EthernetHardware;
        bytes[2] = MacAddress.Length;
        BigEndian.WriteUInt32(bytes.Slice(4), TransactionId);
        BigEndian.WriteUInt16(bytes.Slice(8), SecondsElapsed);
        BigEndian.WriteUInt16(bytes.Slice(10), Broadcast ? BroadcastFlag : (ushort)0);
        ClientAddress.Write(bytes.Slice(12));
        YourAddress.Write(bytes.Slice(16));
        ClientMac.Write(bytes.Slice(ClientMacOffset));
        BigEndian.WriteUInt32(bytes.Slice(CookieOffset), Cookie);

        int at = OptionsOffset;
        Begin(bytes, ref at, TypeOption, 1)[0] = (byte)Type;
        if (!IsReply)
            WriteClientOptions(bytes, ref at);
        WriteNumber(bytes, ref at, RequestedAddressOption, RequestedAddress == Ipv4Address.Unspecified ? null : RequestedAddress.Value);
        WriteNumber(bytes, ref at, ServerIdentifierOption, ServerIdentifier == Ipv4Address.Unspecified ? null : ServerIdentifier.Value);
        WriteNumber(bytes, ref at, SubnetMaskOption, SubnetMask);
        WriteNumber(bytes, ref at, RouterOption, Router == Ipv4Address.Unspecified ? null : Router.Value);
        WriteNumber(bytes, ref at, LeaseOption, LeaseSeconds);
        WriteNumber(bytes, ref at, RenewalOption, RenewalSeconds);
        WriteNumber(bytes, ref at, RebindingOption, RebindingSeconds);
        WriteDnsServers(bytes, ref at);
        bytes[at++] = EndOption;
        return Math.Max(at, MinimumWritten);
    }

    /// <summary>Who asks, and, where an answer is expected, for what and how long it may be (RFC 2131, section 4.3.1).</summary>
    private void WriteClientOptions(Span<byte> bytes, ref int at)
    {
        Span<byte> identifier = Begin(bytes, ref at, ClientIdentifierOption, 1 + MacAddress.Length);
        identifier[0] = EthernetHardware;
        ClientMac.Write(identifier.Slice(1));
        if (Type is not (DhcpMessageType.Discover or DhcpMessageType.Request))
            return;

        ReadOnlySpan<byte> parameters = [SubnetMaskOption, RouterOption, DnsServersOption, LeaseOption, RenewalOption, RebindingOption];
        parameters.CopyTo(Begin(bytes, ref at, ParametersOption, parameters.Length));
        BigEndian.WriteUInt16(Begin(bytes, ref at, MaximumSizeOption, sizeof(ushort)), MaximumSize);
    }

    private void WriteDnsServers(Span<byte> bytes, ref int at)
    {
        int count = Math.Min(DnsServers.Count, MaximumDnsServers);
        if (count == 0)
            return;

        Span<byte> value = Begin(bytes, ref at, DnsServersOption, count * Ipv4Address.Length);
        for (int i = 0; i < count; i++)
            DnsServers[i].Write(value.Slice(i * Ipv4Address.Length));
    }

    private static void WriteNumber(Span<byte> bytes, ref int at, byte option, uint? value)
    {
        if (value is uint number)
            BigEndian.WriteUInt32(Begin(bytes, ref at, option, sizeof(uint)), number);
    }

    private static Span<byte> Begin(Span<byte> bytes, ref int at, byte option, int length)
    {
        bytes[at] = option;
        bytes[at + 1] = (byte)length;
        Span<byte> value = bytes.Slice(at + 2, length);
        at += 2 + length;
        return value;
    }
}
