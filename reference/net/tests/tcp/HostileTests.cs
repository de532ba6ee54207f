using System;
using System.Collections.Generic;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>What strangers may try: RFC 5961, RFC 5927, RFC 5461, RFC 6528, RFC 6056, RFC 7323 section 5; and what belongs to no connection.</summary>
public sealed class HostileTests
{
    private static Trace Run(string script, TcpOptions? options = null)
    {
        Trace trace = Trace.Open(options);
        trace.Run(script);
        return trace;
    }

    [Test]
    public void Rfc5961_3_2_a_reset_with_the_very_number_ends_the_connection()
    {
        Trace trace = Run("""
            < RST seq=1
            state Closed
            error Reset
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void Rfc5961_3_2_a_reset_elsewhere_in_the_window_is_challenged() => Run("""
        < RST seq=2
        > ACK seq=1 ack=1
        < RST+ACK seq=30000 ack=1
        > ACK seq=1 ack=1
        state Established
        """);

    [Test]
    public void Rfc5961_3_2_a_reset_outside_the_window_is_dropped() => Run("""
        < RST seq=0
        < RST seq=70000
        < RST seq=-10000
        state Established
        """);

    [Test]
    public void Rfc5961_4_2_a_syn_is_challenged() => Run("""
        < SYN seq=1
        > ACK seq=1 ack=1
        < SYN seq=30000
        > ACK seq=1 ack=1
        < SYN seq=-30000
        > ACK seq=1 ack=1
        < SYN+ACK seq=0 ack=1
        > ACK seq=1 ack=1
        state Established
        """);

    [Test]
    public void Rfc5961_5_2_an_acknowledgment_of_what_was_not_sent_is_challenged() => Run("""
        < ACK seq=1 ack=2 len=10
        > ACK seq=1 ack=1
        available 0
        """);

    [Test]
    public void Rfc5961_5_2_an_acknowledgment_older_than_a_window_is_challenged() => Run("""
        < ACK seq=1 ack=-60000 len=10
        > ACK seq=1 ack=1
        available 0
        < ACK seq=1 ack=-59999 len=10
        available 10
        wait 40ms
        > ACK ack=11
        """);

    [Test]
    public void Rfc5961_7_challenges_are_limited_and_the_limit_is_each_connections_own()
    {
        var counts = new HashSet<int>();
        for (int connection = 0; connection < 8; connection++)
        {
            Trace trace = Trace.Open(new TcpOptions { TimeWait = TimeSpan.FromSeconds(10 + connection) });
            for (int second = 0; second < 4; second++)
            {
                for (int attempt = 0; attempt < 100; attempt++)
                    trace.Deliver(trace.Build(TraceSegment.Parse("RST seq=5")));
                counts.Add(trace.Output.Sent.Count);
                Assert.That(trace.Output.Sent.Count, Is.InRange(6, 11));
                trace.Output.Sent.Clear();
                trace.Run("wait 1s");
            }
        }

        Assert.That(counts, Has.Count.GreaterThan(2));
    }

    [Test]
    public void Two_sides_that_disagree_do_not_answer_one_another_for_ever()
    {
        Trace trace = Trace.Open();
        for (int attempt = 0; attempt < 100; attempt++)
            trace.Deliver(trace.Build(TraceSegment.Parse("ACK seq=-20 ack=1")));
        Assert.That(trace.Output.Sent, Has.Count.LessThan(12));
    }

    [Test]
    public void Rfc7323_3_time_stamps_are_echoed()
    {
        Trace trace = Trace.Listening(new TcpOptions { UseTimestamps = true });
        trace.Run("""
            < SYN seq=0 mss=1000 ts=100/0
            > SYN+ACK seq=0 ack=1
            < ACK seq=1 ack=1 ts=101/0
            accept
            < ACK seq=1 ack=1 len=10 ts=105/0
            wait 40ms
            > ACK ack=11 echo=105
            write 1000
            > ACK seq=1 len=988 echo=105
            < ACK seq=11 ack=989 ts=90/0
            > ACK seq=989 echo=105
            """);
    }

    [Test]
    public void Rfc7323_5_paws_drops_what_is_older()
    {
        Trace trace = Trace.Listening(new TcpOptions { UseTimestamps = true });
        trace.Run("""
            < SYN seq=0 mss=1000 ts=100/0
            > SYN+ACK seq=0 ack=1
            < ACK seq=1 ack=1 ts=101/0
            accept
            < ACK seq=1 ack=1 len=10 ts=99/0
            > ACK ack=1
            available 0
            # Without the option it is dropped, but for RST.
            < ACK seq=1 ack=1 len=10
            > ACK ack=1
            available 0
            < ACK seq=1 ack=1 len=10 ts=102/0
            available 10
            < RST seq=11
            state Closed
            """);
    }

    [Test]
    public void Time_stamps_are_not_used_unless_wanted() => Trace.Listening().Run("""
        < SYN seq=0 ts=100/0
        > SYN+ACK seq=0 ack=1
        """);

    [TestCase(UnreachableCode.Port, TcpError.Refused)]
    [TestCase(UnreachableCode.Protocol, TcpError.Unreachable)]
    public void Rfc5461_2_a_hard_error_ends_what_is_connecting(UnreachableCode code, TcpError error)
    {
        Trace trace = Trace.Connecting();
        trace.Run("> SYN seq=0");
        Report(trace, code, 5);
        Assert.That(trace.Connection.State, Is.EqualTo(TcpState.SynSent), "a number that is not on its way");
        Report(trace, code, 0);
        Assert.That((trace.Connection.State, trace.Connection.Error), Is.EqualTo((TcpState.Closed, error)));
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void Rfc5461_a_soft_error_does_so_when_it_is_repeated()
    {
        Trace trace = Trace.Connecting();
        trace.Run("> SYN seq=0");
        Report(trace, UnreachableCode.Host, 0);
        Report(trace, UnreachableCode.Network, 0);
        trace.Run("state SynSent");
        Report(trace, UnreachableCode.Host, 0);
        trace.Run("state Closed\nerror Unreachable");
    }

    [TestCase(UnreachableCode.Port)]
    [TestCase(UnreachableCode.Protocol)]
    [TestCase(UnreachableCode.FragmentationNeeded)]
    [TestCase(UnreachableCode.AdministrativelyProhibited)]
    public void Rfc5461_no_error_ends_what_is_open(UnreachableCode code)
    {
        Trace trace = Run("write 10\n> PSH+ACK seq=1 len=10");
        for (int times = 0; times < 5; times++)
            Report(trace, code, 1);
        trace.Run("state Established");
    }

    [Test]
    public void A_wrong_check_sum_and_lengths_that_make_no_sense()
    {
        Trace trace = Trace.Open();
        byte[] segment = trace.Build(TraceSegment.Parse("RST seq=1"));
        segment[16] ^= 1;
        trace.Deliver(segment);
        Assert.That(trace.Layer.Statistics.BadChecksums, Is.EqualTo(1));

        foreach (byte offset in new byte[] { 0x00, 0x40, 0x60, 0xF0 })
        {
            segment = trace.Build(TraceSegment.Parse("RST seq=1"));
            segment[12] = offset;
            BigEndian.WriteUInt16(segment.AsSpan(16), 0);
            uint pseudoHeader = InternetChecksum.PseudoHeader(Trace.Peer.Address, Trace.Own, InternetProtocol.Tcp, segment.Length);
            BigEndian.WriteUInt16(segment.AsSpan(16), InternetChecksum.Compute(segment, pseudoHeader));
            trace.Deliver(segment);
        }

        Assert.That(trace.Layer.Statistics.Malformed, Is.EqualTo(4));
        trace.Deliver([]);
        trace.Deliver(new byte[19]);
        trace.Run("state Established");
    }

    [Test]
    public void Rfc1122_4_2_3_10_what_everybody_hears_is_not_answered()
    {
        Trace trace = Trace.Listening();
        byte[] syn = trace.Build(TraceSegment.Parse("SYN seq=0"));
        trace.Layer.Receive(Trace.Peer.Address, Ipv4Address.Broadcast, syn, trace.Now);
        trace.Layer.Receive(Trace.Peer.Address, new Ipv4Address(0xE0000001), syn, trace.Now);
        Assert.That(trace.Output.Sent, Is.Empty);
    }

    [Test]
    public void Another_own_address_ends_what_had_the_old_one()
    {
        Trace trace = Trace.Open();
        trace.Output.Address = new Ipv4Address(0x0A000299);
        trace.Run("""
            wait 0ms
            state Closed
            error Unreachable
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void Rfc6528_numbers_go_up_for_one_pair_of_ends_and_differ_between_pairs()
    {
        var numbers = new InitialSequence(1, 2);
        var local = new Ipv4Endpoint(Trace.Own, 80);
        SequenceNumber first = numbers.Next(local, Trace.Peer, new Instant(1_000_000));
        Assert.That(numbers.Next(local, Trace.Peer, new Instant(2_000_000)) - first, Is.EqualTo(250_000));
        Assert.That(numbers.Next(local, Trace.Peer with { Port = 4322 }, new Instant(1_000_000)), Is.Not.EqualTo(first));
        Assert.That(new InitialSequence(1, 3).Next(local, Trace.Peer, new Instant(1_000_000)), Is.Not.EqualTo(first));
    }

    [Test]
    public void Siphash_is_what_its_authors_say()
    {
        // The paper's appendix A has key 00..0f and message 00..0e; this one of 16 bytes is from the authors' table of vectors.
        var hash = new SipHash(0x0706050403020100, 0x0f0e0d0c0b0a0908);
        Assert.That(hash.Compute(0x0706050403020100, 0x0f0e0d0c0b0a0908), Is.EqualTo(0x3f2acc7f57c29bdb));
    }

    [Test]
    public void Rfc6056_ports_differ_and_are_not_the_same_towards_another_peer()
    {
        var trace = new Trace(new TcpOptions { MaximumConnections = 1000 });
        var ports = new HashSet<ushort>();
        for (int index = 0; index < 500; index++)
        {
            Assert.That(trace.Layer.TryConnect(Trace.Peer, trace.Now, out TcpConnection? connection, out _));
            Assert.That(ports.Add(connection!.Local.Port));
            Assert.That(connection.Local.Port, Is.GreaterThanOrEqualTo(49152));
        }

        int inOrder = 0;
        for (int index = 0; index < 100; index++)
        {
            trace.Layer.TryConnect(new(new(0x0B000000 + (uint)index), 1), trace.Now, out TcpConnection? one, out _);
            trace.Layer.TryConnect(new(new(0x0C000000 + (uint)index), 1), trace.Now, out TcpConnection? other, out _);
            inOrder += Math.Abs(one!.Local.Port - other!.Local.Port) < 100 ? 1 : 0;
        }

        Assert.That(inOrder, Is.LessThan(10));
    }

    [Test]
    public void A_change_is_told_once_until_it_is_taken()
    {
        Trace trace = Run("""
            < ACK seq=1 ack=1 len=10
            < ACK seq=11 ack=1 len=10
            > ACK ack=21
            """);
        Assert.That(trace.Layer.TryNextChanged(out TcpConnection? changed) && changed == trace.Connection);
        Assert.That(trace.Layer.TryNextChanged(out _), Is.False);
        trace.Run("""
            write 10
            > PSH+ACK seq=1 len=10
            """);
        Assert.That(trace.Layer.TryNextChanged(out _), Is.False);
        trace.Run("< ACK seq=21 ack=11");
        Assert.That(trace.Layer.TryNextChanged(out _));
        trace.Run("< FIN+ACK seq=21 ack=11\n> ACK ack=22");
        Assert.That(trace.Layer.TryNextChanged(out _));
        trace.Run("< RST seq=22");
        Assert.That(trace.Layer.TryNextChanged(out _));
        Assert.That(trace.Layer.TryNextChanged(out _), Is.False);
    }

    private static void Report(Trace trace, UnreachableCode code, int sequence) =>
        trace.Layer.Unreachable(trace.Connection.Local, Trace.Peer, code, (trace.OwnInitial + sequence).Value, trace.Now);
}
