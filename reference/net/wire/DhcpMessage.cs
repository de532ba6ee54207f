using System;
using System.Collections.Generic;

namespace Euralios.Net.Wire;

/// <summary>What a DHCP message is for (RFC 2132, section 9.6).</summary>
public enum DhcpMessageType : byte
{
    None = 0,
    Discover = 1,
    Offer = 2,
    Request = 3,
    Decline = 4,
    Acknowledge = 5,
    NegativeAcknowledge = 6,
    Release = 7,
    Inform = 8,
}

/// <summary>
/// A message of the Dynamic Host Configuration Protocol (RFC 2131, section 2) with those of its options (RFC 2132) that matter here. An address that
/// is not said is <see cref="Ipv4Address.Unspecified"/>.
/// </summary>
public sealed partial record DhcpMessage
{
    /// <summary>The port that servers listen at.</summary>
    public const ushort ServerPort = 67;

    /// <summary>The port that clients listen at.</summary>
    public const ushort ClientPort = 68;

    /// <summary>Name servers that are remembered; a message may name more.</summary>
    public const int MaximumDnsServers = 4;

    public DhcpMessageType Type { get; init; }

    /// <summary>Whether a server says it.</summary>
    public bool IsReply { get; init; }

    /// <summary>The client's number for a conversation: `xid`.</summary>
    public uint TransactionId { get; init; }

    /// <summary>Seconds since the client began: `secs`.</summary>
    public ushort SecondsElapsed { get; init; }

    /// <summary>Whether the client can take answers as broadcasts only.</summary>
    public bool Broadcast { get; init; }

    /// <summary>The address that the client has and answers for: `ciaddr`.</summary>
    public Ipv4Address ClientAddress { get; init; }

    /// <summary>The address that the server gives: `yiaddr`.</summary>
    public Ipv4Address YourAddress { get; init; }

    /// <summary>The client: `chaddr`.</summary>
    public MacAddress ClientMac { get; init; }

    /// <summary>Option 50: the address that the client would like.</summary>
    public Ipv4Address RequestedAddress { get; init; }

    /// <summary>Option 54: which server.</summary>
    public Ipv4Address ServerIdentifier { get; init; }

    /// <summary>Option 1: the subnet's mask; null if it is not said.</summary>
    public uint? SubnetMask { get; init; }

    /// <summary>Option 3: the first router.</summary>
    public Ipv4Address Router { get; init; }

    /// <summary>Option 6: name servers, the best one first.</summary>
    public IReadOnlyList<Ipv4Address> DnsServers { get; init; } = [];

    /// <summary>Option 51: for how many seconds the address is the client's; 0xFFFFFFFF is for ever.</summary>
    public uint? LeaseSeconds { get; init; }

    /// <summary>Option 58: T1, after how many seconds to ask the same server for more time.</summary>
    public uint? RenewalSeconds { get; init; }

    /// <summary>Option 59: T2, after how many seconds to ask any server.</summary>
    public uint? RebindingSeconds { get; init; }

    // Options (RFC 2132).
    private const byte PadOption = 0;
    private const byte SubnetMaskOption = 1;
    private const byte RouterOption = 3;
    private const byte DnsServersOption = 6;
    private const byte RequestedAddressOption = 50;
    private const byte LeaseOption = 51;
    private const byte OverloadOption = 52;
    private const byte TypeOption = 53;
    private const byte ServerIdentifierOption = 54;
    private const byte ParametersOption = 55;
    private const byte MaximumSizeOption = 57;
    private const byte RenewalOption = 58;
    private const byte RebindingOption = 59;
    private const byte ClientIdentifierOption = 61;
    private const byte EndOption = 255;

    // The fixed part: op, htype, hlen, hops, xid, secs, flags, four addresses, chaddr (16), sname (64), file (128), and a number that says that
    // options follow.
    private const int ClientMacOffset = 28;
    private const int ServerNameOffset = 44;
    private const int ServerNameLength = 64;
    private const int FileOffset = 108;
    private const int FileLength = 128;
    private const int CookieOffset = 236;
    private const int OptionsOffset = 240;
    private const uint Cookie = 0x6382_5363;
    private const byte RequestOperation = 1;
    private const byte ReplyOperation = 2;
    private const byte EthernetHardware = 1;
    private const ushort BroadcastFlag = 0x8000;
}
