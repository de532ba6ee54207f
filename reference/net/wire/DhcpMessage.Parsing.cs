using System;
using System.Collections.Generic;

namespace Euralios.Net.Wire;

public sealed partial record DhcpMessage
{
    /// <summary>
    /// A message, if the bytes are one for an Ethernet address, with a type, and with options that lie within the message. Of an option that comes
    /// more than once the first counts; one of another length than it should have is not there.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out DhcpMessage message)
    {
        message = Nothing;
        if (bytes.Length < OptionsOffset || bytes[0] is not (RequestOperation or ReplyOperation) || bytes[1] != EthernetHardware ||
            bytes[2] != MacAddress.Length || BigEndian.ReadUInt32(bytes.Slice(CookieOffset)) != Cookie)
        {
            return false;
        }

        // Options may go on in fields that are not needed for what they are named for (RFC 2132, section 9.3), first in `file`, then in `sname`.
        var options = new Options();
        if (!options.TryRead(bytes.Slice(OptionsOffset)))
            return false;
        byte overload = options.Overload;
        if ((overload & 1) != 0 && !options.TryRead(bytes.Slice(FileOffset, FileLength)))
            return false;
        if ((overload & 2) != 0 && !options.TryRead(bytes.Slice(ServerNameOffset, ServerNameLength)))
            return false;
        if (options.Type is not (>= DhcpMessageType.Discover and <= DhcpMessageType.Inform))
            return false;

        message = new DhcpMessage
        {
            Type = options.Type,
            IsReply = bytes[0] == ReplyOperation,
            TransactionId = BigEndian.ReadUInt32(bytes.Slice(4)),
            SecondsElapsed = BigEndian.ReadUInt16(bytes.Slice(8)),
            Broadcast = (BigEndian.ReadUInt16(bytes.Slice(10)) & BroadcastFlag) != 0,
            ClientAddress = Ipv4Address.Read(bytes.Slice(12)),
            YourAddress = Ipv4Address.Read(bytes.Slice(16)),
            ClientMac = MacAddress.Read(bytes.Slice(ClientMacOffset)),
            RequestedAddress = new Ipv4Address(options.RequestedAddress ?? 0),
            ServerIdentifier = new Ipv4Address(options.ServerIdentifier ?? 0),
            SubnetMask = options.SubnetMask,
            Router = options.Router,
            DnsServers = options.DnsServers,
            LeaseSeconds = options.Lease,
            RenewalSeconds = options.Renewal,
            RebindingSeconds = options.Rebinding,
        };
        return true;
    }

    private static readonly DhcpMessage Nothing = new();

    /// <summary>What the options have said so far.</summary>
    private sealed class Options
    {
        public readonly List<Ipv4Address> DnsServers = [];
        public DhcpMessageType Type;
        public byte Overload;
        public Ipv4Address Router;
        public uint? RequestedAddress;
        public uint? ServerIdentifier;
        public uint? SubnetMask;
        public uint? Lease;
        public uint? Renewal;
        public uint? Rebinding;

        /// <summary>Reads a field of options, up to their end.</summary>
        /// <returns>Whether each lies within the field.</returns>
        public bool TryRead(ReadOnlySpan<byte> field)
        {
            while (!field.IsEmpty && field[0] != EndOption)
            {
                if (field[0] == PadOption)
                {
                    field = field.Slice(1);
                    continue;
                }

                if (field.Length < 2 || field.Length < 2 + field[1])
                    return false;
                Read(field[0], field.Slice(2, field[1]));
                field = field.Slice(2 + field[1]);
            }

            return true;
        }

        private void Read(byte option, ReadOnlySpan<byte> value)
        {
            switch (option)
            {
                case TypeOption when value.Length == 1 && Type == DhcpMessageType.None:
                    Type = (DhcpMessageType)value[0];
                    break;
                case OverloadOption when value.Length == 1 && Overload == 0:
                    Overload = (byte)(value[0] & 3);
                    break;
                case RouterOption when value.Length >= Ipv4Address.Length && Router == Ipv4Address.Unspecified:
                    Router = Ipv4Address.Read(value);
                    break;
                case DnsServersOption:
                    for (; value.Length >= Ipv4Address.Length && DnsServers.Count < MaximumDnsServers; value = value.Slice(Ipv4Address.Length))
                        DnsServers.Add(Ipv4Address.Read(value));
                    break;
                case RequestedAddressOption:
                    SetOnce(ref RequestedAddress, value);
                    break;
                case ServerIdentifierOption:
                    SetOnce(ref ServerIdentifier, value);
                    break;
                case SubnetMaskOption:
                    SetOnce(ref SubnetMask, value);
                    break;
                case LeaseOption:
                    SetOnce(ref Lease, value);
                    break;
                case RenewalOption:
                    SetOnce(ref Renewal, value);
                    break;
                case RebindingOption:
                    SetOnce(ref Rebinding, value);
                    break;
            }
        }

        private static void SetOnce(ref uint? option, ReadOnlySpan<byte> value)
        {
            if (option is null && value.Length == sizeof(uint))
                option = BigEndian.ReadUInt32(value);
        }
    }
}
