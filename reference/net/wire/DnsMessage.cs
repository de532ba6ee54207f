using System;
using System.Collections.Generic;

namespace Euralios.Net.Wire;

/// <summary>
/// A message of the Domain Name System (RFC 1035, section 4) with one question, of which addresses and names of the answer are kept, and of the
/// authority how long an absence may be believed. Everything else is passed over.
/// </summary>
public sealed class DnsMessage
{
    /// <summary>The port that servers listen at.</summary>
    public const ushort ServerPort = 53;

    /// <summary>The most bytes of a message over UDP (section 2.3.4).</summary>
    public const int MaximumLength = 512;

    /// <summary>Records of the answer that are kept.</summary>
    public const int MaximumAnswers = 64;

    private const int HeaderLength = 12;
    private const ushort ResponseFlag = 0x8000;
    private const ushort OperationMask = 0x7800;
    private const ushort TruncatedFlag = 0x0200;
    private const ushort RecursionDesiredFlag = 0x0100;
    private const ushort ResponseCodeMask = 0x000F;
    private const ushort InternetClass = 1;

    private readonly List<DnsRecord> answers = [];

    private DnsMessage()
    {
    }

    public ushort Id { get; private init; }

    /// <summary>Whether it answers.</summary>
    public bool IsResponse { get; private init; }

    /// <summary>Whether there was more to say than had room.</summary>
    public bool IsTruncated { get; private init; }

    public DnsResponseCode ResponseCode { get; private init; }

    /// <summary>The name that was asked for.</summary>
    public string QuestionName { get; private set; } = "";

    /// <summary>The kind of record that was asked for, of the class "Internet".</summary>
    public DnsRecordType QuestionType { get; private set; }

    /// <summary>Addresses and names of the answer, in the order in which they came.</summary>
    public IReadOnlyList<DnsRecord> Answers => answers;

    /// <summary>For how many seconds it may be believed that there is no such record (RFC 2308, section 5); null if the zone does not say.</summary>
    public uint? NegativeTimeToLive { get; private set; }

    /// <summary>Writes a standard query, recursion desired, into a span of <see cref="MaximumLength"/> bytes.</summary>
    /// <param name="bytes">Where to.</param>
    /// <param name="id">The number that the answer will have.</param>
    /// <param name="name">The name, as <see cref="DnsName.TryParse"/> gives it.</param>
    /// <param name="type">Of what kind.</param>
    /// <returns>Its bytes.</returns>
    public static int WriteQuery(Span<byte> bytes, ushort id, string name, DnsRecordType type)
    {
        BigEndian.WriteUInt16(bytes, id);
        BigEndian.WriteUInt16(bytes.Slice(2), RecursionDesiredFlag);
        BigEndian.WriteUInt32(bytes.Slice(4), 0x0001_0000);
        BigEndian.WriteUInt32(bytes.Slice(8), 0);
        int at = HeaderLength + DnsName.Write(name, bytes.Slice(HeaderLength));
        BigEndian.WriteUInt16(bytes.Slice(at), (ushort)type);
        BigEndian.WriteUInt16(bytes.Slice(at + 2), InternetClass);
        return at + 4;
    }

    /// <summary>
    /// A message, if the bytes are one with a standard query's one question. Every name and every record lies within it; in one that is truncated the
    /// last record may be cut.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out DnsMessage message)
    {
        message = Nothing;
        if (bytes.Length < HeaderLength)
            return false;

        ushort flags = BigEndian.ReadUInt16(bytes.Slice(2));
        int questions = BigEndian.ReadUInt16(bytes.Slice(4));
        if ((flags & OperationMask) != 0 || questions != 1)
            return false;

        var read = new DnsMessage
        {
            Id = BigEndian.ReadUInt16(bytes),
            IsResponse = (flags & ResponseFlag) != 0,
            IsTruncated = (flags & TruncatedFlag) != 0,
            ResponseCode = (DnsResponseCode)(flags & ResponseCodeMask),
        };
        int at = HeaderLength;
        if (!read.TryReadQuestion(bytes, ref at))
            return false;

        int answerCount = BigEndian.ReadUInt16(bytes.Slice(6));
        int authorityCount = BigEndian.ReadUInt16(bytes.Slice(8));
        if (!read.TryReadRecords(bytes, ref at, answerCount, authorityCount) && !read.IsTruncated)
            return false;

        message = read;
        return true;
    }

    /// <summary>What stands where there is no message.</summary>
    internal static DnsMessage Nothing { get; } = new();

    private bool TryReadQuestion(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (!DnsName.TryRead(bytes, ref at, out string name) || bytes.Length - at < 4)
            return false;

        QuestionName = name;
        QuestionType = (DnsRecordType)BigEndian.ReadUInt16(bytes.Slice(at));
        bool isInternet = BigEndian.ReadUInt16(bytes.Slice(at + 2)) == InternetClass;
        at += 4;
        return isInternet;
    }

    private bool TryReadRecords(ReadOnlySpan<byte> bytes, ref int at, int answerCount, int authorityCount)
    {
        for (int i = 0; i < answerCount; i++)
        {
            if (!TryReadRecord(bytes, ref at, isAnswer: true))
                return false;
        }

        for (int i = 0; i < authorityCount; i++)
        {
            if (!TryReadRecord(bytes, ref at, isAnswer: false))
                return false;
        }

        return true;
    }

    private bool TryReadRecord(ReadOnlySpan<byte> bytes, ref int at, bool isAnswer)
    {
        if (!DnsName.TryRead(bytes, ref at, out string name) || bytes.Length - at < 10)
            return false;

        var type = (DnsRecordType)BigEndian.ReadUInt16(bytes.Slice(at));
        bool isInternet = BigEndian.ReadUInt16(bytes.Slice(at + 2)) == InternetClass;
        uint timeToLive = BigEndian.ReadUInt32(bytes.Slice(at + 4));
        int length = BigEndian.ReadUInt16(bytes.Slice(at + 8));
        int dataAt = at + 10;
        if (bytes.Length - dataAt < length)
            return false;
        at = dataAt + length;

        // A time with its highest bit set is none (RFC 2181, section 8).
        if (timeToLive > int.MaxValue)
            timeToLive = 0;
        if (!isInternet)
            return true;
        if (!isAnswer)
            return type != DnsRecordType.Soa || TryReadAuthority(bytes, dataAt, at, timeToLive);
        return type switch
        {
            DnsRecordType.A => length == Ipv4Address.Length &&
                Keep(new DnsRecord(name, type, timeToLive, Ipv4Address.Read(bytes.Slice(dataAt)), "")),
            DnsRecordType.CName => DnsName.TryRead(bytes, ref dataAt, out string target) && dataAt == at &&
                Keep(new DnsRecord(name, type, timeToLive, default, target)),
            _ => true,
        };
    }

    private bool Keep(DnsRecord record)
    {
        if (answers.Count < MaximumAnswers)
            answers.Add(record);
        return true;
    }

    /// <summary>Of a zone's beginning: two names, then serial number, refresh, retry, expire, and what counts here.</summary>
    private bool TryReadAuthority(ReadOnlySpan<byte> bytes, int dataAt, int end, uint timeToLive)
    {
        if (!DnsName.TryRead(bytes, ref dataAt, out _) || !DnsName.TryRead(bytes, ref dataAt, out _) || end - dataAt != 5 * sizeof(uint))
            return false;

        NegativeTimeToLive = Math.Min(timeToLive, BigEndian.ReadUInt32(bytes.Slice(dataAt + (4 * sizeof(uint)))));
        return true;
    }
}
