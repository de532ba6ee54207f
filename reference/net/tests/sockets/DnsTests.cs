using System;
using System.Collections.Generic;
using System.Text;
using Euralios.Net.Interface;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Sockets;

/// <summary>RFC 1035, RFC 2308, RFC 5452.</summary>
public sealed class DnsTests
{
    private static readonly Ipv4Address Second = new(0x01010101);
    private static readonly Ipv4Address Found = new(0x5DB8D822);

    private Network network = new();

    private DnsResolver Dns => network.Stack.Dns;

    [SetUp]
    public void Begin()
    {
        network = new Network();
        network.Stack.Configure(new Ipv4Configuration(Network.Own, 24, Network.Router), [Network.Far, Second], network.Now);
    }

    /// <summary>A question that was sent, and an answer in the making.</summary>
    private sealed class Question
    {
        private readonly List<byte> answer = [];

        public required Ipv4Endpoint From { get; init; }

        public required Ipv4Endpoint To { get; init; }

        public required byte[] Bytes { get; init; }

        public required DnsMessage Message { get; init; }

        private int answers;
        private int authorities;

        public Question Record(string name, DnsRecordType type, uint ttl, byte[] data)
        {
            answers += type == DnsRecordType.Soa ? 0 : 1;
            authorities += type == DnsRecordType.Soa ? 1 : 0;
            answer.AddRange([.. Name(name), 0, (byte)type, 0, 1, .. Number(ttl), 0, (byte)data.Length, .. data]);
            return this;
        }

        public Question Address(string name, Ipv4Address address, uint ttl = 300) =>
            Record(name, DnsRecordType.A, ttl, Number(address.Value));

        public Question Alias(string name, string target, uint ttl = 300) => Record(name, DnsRecordType.CName, ttl, Name(target));

        public Question Zone(uint minimum) => Record(
            "example.org", DnsRecordType.Soa, 600, [.. Name("a"), .. Name("b"), .. new byte[16], 0, 0, (byte)(minimum >> 8), (byte)minimum]);

        public byte[] Answer(DnsResponseCode code = DnsResponseCode.NoError, bool truncated = false)
        {
            byte[] bytes = [.. Bytes, .. answer];
            bytes[2] = (byte)(0x81 | (truncated ? 2 : 0));
            bytes[3] = (byte)(0x80 | (int)code);
            bytes[7] = (byte)answers;
            bytes[9] = (byte)authorities;
            return bytes;
        }

        private static byte[] Number(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

        private static byte[] Name(string name)
        {
            byte[] bytes = new byte[DnsName.MaximumLength];
            int length = DnsName.Write(name, bytes);
            return bytes[..length];
        }
    }

    private Question Asked()
    {
        byte[] frame = network.LastSent();
        Assert.That(frame, Is.Not.Empty, "nothing was asked");
        Assert.That(Ipv4Packet.TryParse(frame.AsSpan(14), out Ipv4Packet packet));
        Assert.That(UdpDatagram.TryParse(packet.Source, packet.Destination, packet.Payload, out UdpDatagram datagram));
        Assert.That(DnsMessage.TryParse(datagram.Payload, out DnsMessage message));
        return new Question
        {
            From = new(packet.Source, datagram.SourcePort),
            To = new(packet.Destination, datagram.DestinationPort),
            Bytes = datagram.Payload.ToArray(),
            Message = message,
        };
    }

    private void Reply(Question question, byte[] answer) => network.ReceiveUdp(question.To, question.From, answer);

    private DnsQuery Resolve(string name) => Dns.Resolve(name, network.Now);

    [Test]
    public void A_name_is_asked_for_and_its_addresses_come()
    {
        DnsQuery query = Resolve("WWW.Example.org.");
        Question question = Asked();
        Assert.That((question.To, question.Message.QuestionName), Is.EqualTo((new Ipv4Endpoint(Network.Far, 53), "www.example.org")));
        Assert.That(query.Status, Is.EqualTo(DnsStatus.Pending));
        Reply(question, question.Address("www.example.org", Found).Address("wWw.example.org", Second).Answer());
        Assert.That(query.Status, Is.EqualTo(DnsStatus.Resolved));
        Assert.That(query.Addresses, Is.EqualTo([Found, Second]));
        Assert.That(query.Server, Is.EqualTo(Network.Far));
        Assert.That(Dns.PendingCount + network.Stack.Udp.Count, Is.Zero);
    }

    [TestCase("192.0.2.7", 0xC0000207u)]
    [TestCase("localhost", 0x7F000001u)]
    [TestCase("www.LocalHost", 0x7F000001u)]
    public void Some_things_need_no_question(string name, uint address)
    {
        DnsQuery query = Resolve(name);
        Assert.That(query.Addresses, Is.EqualTo([new Ipv4Address(address)]));
        Assert.That(network.Sent(), Is.Empty);
    }

    [Test]
    public void What_is_no_name_is_not_asked_for()
    {
        string label = new('a', 64);
        string longName = string.Join('.', [label[1..], label[1..], label[1..], label[1..]]);
        foreach (string text in new[] { "", ".", "a..b", ".a", "a b", "a\0", "ä.org", label, longName, "http://x" })
            Assert.That(Resolve(text).Status, Is.EqualTo(DnsStatus.InvalidName), text);
        Assert.That(Resolve(longName[2..]).Status, Is.EqualTo(DnsStatus.Pending), "253 letters and dots");
    }

    [Test]
    public void Aliases_are_followed_within_an_answer_and_beyond()
    {
        DnsQuery query = Resolve("www.example.org");
        Question question = Asked();
        Reply(question, question.Alias("b.example.net", "c.example.net").Alias("www.example.org", "b.example.net").Answer());
        Question next = Asked();
        Assert.That(next.Message.QuestionName, Is.EqualTo("c.example.net"));
        Assert.That((next.From.Port, next.Message.Id), Is.Not.EqualTo((question.From.Port, question.Message.Id)));
        Reply(next, next.Address("c.example.net", Found).Answer());
        Assert.That(query.Addresses, Is.EqualTo([Found]));
    }

    [Test]
    public void Aliases_in_a_circle_end()
    {
        DnsQuery query = Resolve("a.org");
        Question question = Asked();
        Reply(question, question.Alias("a.org", "b.org").Alias("b.org", "a.org").Answer());
        Assert.That(query.Status, Is.EqualTo(DnsStatus.TooManyAliases));
    }

    [Test]
    public void Only_the_very_answer_counts()
    {
        DnsQuery query = Resolve("www.example.org");
        Question question = Asked();
        byte[] right = question.Address("www.example.org", Found).Answer();
        byte[] otherId = [.. right];
        otherId[1] ^= 1;
        Reply(question, otherId);
        byte[] otherName = [.. right];
        otherName[14] = (byte)'x';
        Reply(question, otherName);
        byte[] notAnAnswer = [.. right];
        notAnAnswer[2] &= 0x7F;
        Reply(question, notAnAnswer);
        Reply(question, right[..^1]);
        network.ReceiveUdp(new(Second, 53), question.From, right);
        network.ReceiveUdp(new(question.To.Address, 54), question.From, right);
        network.ReceiveUdp(question.To, new(question.From.Address, (ushort)(question.From.Port ^ 1)), right);
        Assert.That(query.Status, Is.EqualTo(DnsStatus.Pending));
        Reply(question, right);
        Assert.That(query.Status, Is.EqualTo(DnsStatus.Resolved));
    }

    [Test]
    public void Addresses_of_other_names_are_not_taken()
    {
        DnsQuery query = Resolve("www.example.org");
        Question question = Asked();
        Reply(question, question.Address("bank.example.org", Found).Answer());
        Assert.That(query.Status, Is.EqualTo(DnsStatus.NoAddress));
        Assert.That(Resolve("bank.example.org").Status, Is.EqualTo(DnsStatus.Pending));
    }

    [Test]
    public void Servers_are_asked_in_turn_three_times_each_with_longer_and_longer_patience()
    {
        DnsQuery query = Resolve("www.example.org");
        var asked = new List<(Ipv4Address, double)>();
        var secrets = new HashSet<(ushort, ushort)>();
        Instant start = network.Now;
        while (query.Status == DnsStatus.Pending)
        {
            Question question = Asked();
            asked.Add((question.To.Address, network.Now.Since(start).TotalSeconds));
            secrets.Add((question.From.Port, question.Message.Id));
            network.Advance(Dns.NextPoll.Since(network.Now));
        }

        Assert.That(asked, Is.EqualTo([(Network.Far, 0.0), (Second, 2.0), (Network.Far, 4.0), (Second, 8.0), (Network.Far, 12.0), (Second, 20.0)]));
        Assert.That(secrets, Has.Count.EqualTo(6));
        Assert.That((query.Status, network.Now.Since(start).TotalSeconds), Is.EqualTo((DnsStatus.TimedOut, 28.0)));
    }

    [Test]
    public void A_server_that_fails_or_is_not_there_makes_way_for_the_next_at_once()
    {
        DnsQuery query = Resolve("www.example.org");
        Question question = Asked();
        Reply(question, question.Answer(DnsResponseCode.ServerFailure));
        Question second = Asked();
        Assert.That(second.To.Address, Is.EqualTo(Second));
        byte[] datagram = Packets.Udp(second.From, second.To, second.Bytes);
        byte[] sent = Packets.Ipv4(default, default, second.From.Address, Second, InternetProtocol.Udp, datagram);
        network.Receive(Network.Router, Network.Own, InternetProtocol.Icmp, Packets.Unreachable(UnreachableCode.Port, sent.AsSpan(14)));
        Assert.That(Asked().To.Address, Is.EqualTo(Network.Far));
        network.AdvanceSeconds(60);
        Assert.That(query.Status, Is.EqualTo(DnsStatus.ServerFailure));
    }

    [Test]
    public void What_was_learnt_is_remembered_as_long_as_the_shortest_record_says()
    {
        Resolve("www.example.org");
        Question question = Asked();
        Reply(question, question.Alias("www.example.org", "b.org", 60).Address("b.org", Found, 300).Answer());
        network.AdvanceSeconds(59);
        Assert.That(Resolve("WWW.example.ORG").Addresses, Is.EqualTo([Found]));
        network.AdvanceSeconds(2);
        Assert.That(Resolve("www.example.org").Status, Is.EqualTo(DnsStatus.Pending));
    }

    [TestCase(DnsResponseCode.NameError, DnsStatus.NameNotFound)]
    [TestCase(DnsResponseCode.NoError, DnsStatus.NoAddress)]
    public void An_absence_is_remembered_as_long_as_the_zone_says(DnsResponseCode code, DnsStatus status)
    {
        DnsQuery query = Resolve("no.example.org");
        Question question = Asked();
        Reply(question, question.Zone(30).Answer(code));
        Assert.That(query.Status, Is.EqualTo(status));
        network.AdvanceSeconds(29);
        Assert.That(Resolve("no.example.org").Status, Is.EqualTo(status));
        network.AdvanceSeconds(2);
        Assert.That(Resolve("no.example.org").Status, Is.EqualTo(DnsStatus.Pending));
    }

    [Test]
    public void An_absence_without_a_zones_word_is_not_remembered()
    {
        Resolve("no.example.org");
        Question question = Asked();
        Reply(question, question.Answer(DnsResponseCode.NameError));
        Assert.That(Resolve("no.example.org").Status, Is.EqualTo(DnsStatus.Pending));
    }

    [Test]
    public void Of_a_truncated_answer_the_addresses_that_came_are_used_once()
    {
        DnsQuery query = Resolve("www.example.org");
        Question question = Asked();
        byte[] whole = question.Address("www.example.org", Found).Address("www.example.org", Second).Answer(truncated: true);
        Reply(question, whole[..^2]);
        Assert.That((query.Status, query.Addresses.Count), Is.EqualTo((DnsStatus.Resolved, 1)));
        Assert.That(Dns.Cache.Count, Is.Zero);
        DnsQuery none = Resolve("www.example.org");
        Question again = Asked();
        Reply(again, again.Answer(truncated: true));
        Assert.That(none.Status, Is.EqualTo(DnsStatus.Truncated));
    }

    [Test]
    public void Look_ups_and_memory_are_bounded_and_the_same_name_is_asked_for_once()
    {
        Assert.That(Resolve("a0.org"), Is.SameAs(Resolve("A0.org")));
        for (int i = 1; i < DnsResolver.MaximumPending; i++)
            Resolve($"a{i}.org");
        Assert.That(Resolve("one.more.org").Status, Is.EqualTo(DnsStatus.TooManyQueries));
        for (int i = 0; i < 1000; i++)
            Dns.Cache.Add($"n{i}", DnsStatus.Resolved, [Found], 300, network.Now);
        Assert.That(Dns.Cache.Count, Is.EqualTo(DnsCache.Capacity));
    }

    [Test]
    public void Without_servers_there_is_no_answer()
    {
        network.Stack.Configure(network.Stack.Configuration, [], network.Now);
        Assert.That(Resolve("www.example.org").Status, Is.EqualTo(DnsStatus.NoServers));
    }

    [Test]
    public void Servers_that_go_away_end_look_ups()
    {
        DnsQuery query = Resolve("www.example.org");
        Question question = Asked();
        network.Stack.Configure(network.Stack.Configuration, [], network.Now);
        Reply(question, question.Alias("www.example.org", "b.org").Answer());
        Assert.That(query.Status, Is.EqualTo(DnsStatus.NoServers));
    }

    [TestCase("C00C", TestName = "A name that points to itself")]
    [TestCase("01 61 C00C", TestName = "A name that points to its own beginning")]
    [TestCase("C040", TestName = "A name that points beyond the message")]
    [TestCase("C0", TestName = "Half a pointer")]
    [TestCase("05 61", TestName = "A label beyond the message")]
    [TestCase("40 00", TestName = "A label of an unknown kind")]
    [TestCase("01 61", TestName = "A name without end")]
    public void A_name_that_is_none_is_refused(string hex)
    {
        byte[] message = [.. new byte[12], .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))];
        int at = 12;
        Assert.That(DnsName.TryRead(message, ref at, out _), Is.False);
    }

    [Test]
    public void A_name_through_many_places_is_read_and_one_that_is_too_long_is_not()
    {
        // A label of 62 letters, then pointers to the place before: each adds 63 bytes.
        var message = new List<byte>();
        var places = new List<int>();
        message.Add(0);
        for (int i = 0; i < 5; i++)
        {
            places.Add(message.Count);
            message.Add(62);
            message.AddRange(Encoding.ASCII.GetBytes(new string('a', 62)));
            int target = i == 0 ? 0 : places[i - 1];
            message.AddRange([(byte)(0xC0 | (target >> 8)), (byte)target]);
        }

        for (int i = 0; i < 5; i++)
        {
            int at = places[i];
            Assert.That(DnsName.TryRead(message.ToArray(), ref at, out string name), Is.EqualTo(i < 4), $"{i + 1} labels");
            Assert.That(name, Has.Length.EqualTo(i < 4 ? (63 * (i + 1)) - 1 : 0));
        }
    }
}
