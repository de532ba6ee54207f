namespace Euralios.Net.Wire;

/// <summary>Kinds of record that are known here (RFC 1035, section 3.2.2).</summary>
public enum DnsRecordType : ushort
{
    /// <summary>A host's address.</summary>
    A = 1,

    /// <summary>The name that a name is another one for.</summary>
    CName = 5,

    /// <summary>The beginning of a zone, which says how long "there is none" may be believed.</summary>
    Soa = 6,
}

/// <summary>What a DNS server says about how it went (RFC 1035, section 4.1.1).</summary>
public enum DnsResponseCode : byte
{
    NoError = 0,
    FormatError = 1,
    ServerFailure = 2,

    /// <summary>There is no such name.</summary>
    NameError = 3,
    NotImplemented = 4,
    Refused = 5,
}

/// <summary>A record of the answer: an address, or another name.</summary>
/// <param name="Name">What it is about, as <see cref="DnsName"/> writes it.</param>
/// <param name="Type"><see cref="DnsRecordType.A"/> or <see cref="DnsRecordType.CName"/>.</param>
/// <param name="TimeToLive">For how many seconds it may be remembered.</param>
/// <param name="Address">The address of an A record.</param>
/// <param name="Target">The name of a CNAME record; else empty.</param>
public readonly record struct DnsRecord(string Name, DnsRecordType Type, uint TimeToLive, Ipv4Address Address, string Target);
