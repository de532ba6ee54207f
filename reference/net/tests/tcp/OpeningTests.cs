using System.Linq;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>How connections begin: RFC 9293, sections 3.5, 3.10.1, 3.10.7.1 to 3.10.7.4.</summary>
public sealed class OpeningTests
{
    [Test]
    public void Rfc9293_3_5_connect() => Trace.Connecting().Run("""
        > SYN seq=0 mss=1460 ws=1 sack win=65535
        state SynSent
        < SYN+ACK seq=0 ack=1 mss=1000 win=8000
        > ACK seq=1 ack=1
        state Established
        """);

    [Test]
    public void Rfc9293_3_5_listen() => Trace.Listening().Run("""
        < SYN seq=0 mss=1000 ws=3 sack
        > SYN+ACK seq=0 ack=1 mss=1460 ws=1 sack win=65535
        < ACK seq=1 ack=1
        accept
        state Established
        """);

    [Test]
    public void Rfc9293_3_5_figure_8_both_begin_at_once() => Trace.Connecting().Run("""
        > SYN seq=0
        < SYN seq=0 mss=1000
        > SYN+ACK seq=0 ack=1
        state SynReceived
        < SYN+ACK seq=0 ack=1
        > ACK seq=1 ack=1
        state Established
        """);

    [Test]
    public void Rfc9293_3_5_both_begin_at_once_and_an_acknowledgment_completes_it() => Trace.Connecting().Run("""
        > SYN seq=0
        < SYN seq=0 mss=1000
        > SYN+ACK seq=0 ack=1
        < ACK seq=1 ack=1
        state Established
        """);

    [Test]
    public void Rfc9293_3_10_7_1_nobody_listens() => new Trace().Run("""
        < SYN seq=0
        > RST+ACK seq=0 ack=1
        < ACK seq=1 ack=77
        > RST seq=77
        < ACK seq=1 ack=77 len=10
        > RST seq=77
        < SYN+ACK seq=1 ack=78
        > RST seq=78
        < FIN seq=5 len=5
        > RST+ACK seq=0 ack=11
        < RST seq=1
        < RST+ACK seq=1 ack=1
        """);

    [Test]
    public void Rfc9293_3_10_7_2_a_listener_answers_acknowledgments_with_reset() => Trace.Listening().Run("""
        < ACK seq=1 ack=77
        > RST seq=77
        < SYN+ACK seq=1 ack=78
        > RST seq=78
        < RST seq=0
        < FIN+ACK seq=1 ack=5
        > RST seq=5
        """);

    [Test]
    public void Rfc9293_3_10_7_3_a_wrong_acknowledgment_of_the_syn() => Trace.Connecting().Run("""
        > SYN seq=0
        < SYN+ACK seq=0 ack=2
        > RST seq=2
        < ACK seq=0 ack=0
        > RST seq=0
        < SYN+ACK seq=0 ack=-5
        > RST seq=-5
        state SynSent
        < SYN+ACK seq=0 ack=1
        > ACK seq=1 ack=1
        """);

    [Test]
    public void Rfc9293_3_10_7_3_refused() => Trace.Connecting().Run("""
        > SYN seq=0
        < RST seq=0
        < RST+ACK seq=0 ack=7
        state SynSent
        < RST+ACK seq=0 ack=1
        state Closed
        error Refused
        """);

    [Test]
    public void Rfc9293_3_10_7_3_neither_syn_nor_reset_is_dropped() => Trace.Connecting().Run("""
        > SYN seq=0
        < ACK seq=1 ack=1 len=10
        < FIN seq=1
        state SynSent
        """);

    [Test]
    public void Rfc9293_3_10_7_4_fifth_a_wrong_acknowledgment_in_syn_received() => Trace.Listening().Run("""
        < SYN seq=0
        > SYN+ACK seq=0 ack=1
        < ACK seq=1 ack=2
        > RST seq=2
        < ACK seq=1 ack=0
        > RST seq=0
        < ACK seq=1 ack=1
        accept
        state Established
        """);

    [Test]
    public void Rfc9293_3_10_7_4_second_reset_in_syn_received()
    {
        Trace trace = Trace.Listening();
        trace.Run("""
            < SYN seq=0
            > SYN+ACK seq=0 ack=1
            < RST seq=1
            < ACK seq=1 ack=1
            > RST seq=1
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void Rfc9293_3_10_7_4_reset_of_an_open_that_both_began() => Trace.Connecting().Run("""
        > SYN seq=0
        < SYN seq=0
        > SYN+ACK seq=0 ack=1
        < RST seq=1
        state Closed
        error Refused
        """);

    [Test]
    public void The_first_acknowledgment_may_be_lost_and_come_with_data() => Trace.Listening().Run("""
        < SYN seq=0
        > SYN+ACK seq=0 ack=1
        < PSH+ACK seq=1 ack=1 len=10
        accept
        available 10
        wait 40ms
        > ACK seq=1 ack=11
        """);

    [Test]
    public void The_first_acknowledgment_may_come_with_fin() => Trace.Listening().Run("""
        < SYN seq=0
        > SYN+ACK seq=0 ack=1
        < FIN+ACK seq=1 ack=1 len=10
        > ACK seq=1 ack=12
        accept
        state CloseWait
        available 10
        """);

    [Test]
    public void Data_of_a_syn_are_not_taken_and_come_again() => Trace.Listening().Run("""
        < SYN seq=0 len=10
        > SYN+ACK seq=0 ack=1
        < ACK seq=1 ack=1 len=10
        accept
        wait 40ms
        > ACK seq=1 ack=11
        read 10
        """);

    [Test]
    public void Rfc6298_5_a_syn_is_repeated_after_1_2_4_seconds() => Trace.Connecting().Run("""
        > SYN seq=0
        wait 999ms
        wait 1ms
        > SYN seq=0 mss=1460
        wait 1999ms
        wait 1ms
        > SYN seq=0
        wait 4s
        > SYN seq=0
        wait 8s
        > SYN seq=0
        < SYN+ACK seq=0 ack=1
        > ACK seq=1 ack=1
        state Established
        """);

    [Test]
    public void Rfc1122_4_2_3_5_a_syn_is_repeated_for_three_minutes()
    {
        Trace trace = Trace.Connecting();
        trace.Output.Sent.Clear();
        for (int second = 0; second < 180; second++)
        {
            trace.Run("wait 999ms\nstate SynSent");
            trace.Output.IsRefusing = true;
            trace.Run("wait 1ms\n");
        }

        trace.Run("wait 60s\nstate Closed\nerror TimedOut");
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void A_syn_that_came_is_answered_again_and_not_for_ever()
    {
        Trace trace = Trace.Listening();
        trace.Run("""
            < SYN seq=0
            > SYN+ACK seq=0 ack=1
            < SYN seq=0
            > SYN+ACK seq=0 ack=1
            wait 1s
            > SYN+ACK seq=0 ack=1
            wait 2s
            > SYN+ACK seq=0 ack=1
            wait 4s
            > SYN+ACK seq=0 ack=1
            wait 8s
            > SYN+ACK seq=0 ack=1
            wait 16s
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
        Assert.That(trace.Listener!.HalfOpen, Is.Zero);
    }

    [Test]
    public void Rfc4987_half_open_connections_are_few_and_have_no_buffers()
    {
        Trace trace = Trace.Listening(new TcpOptions { MaximumHalfOpen = 8 });
        for (ushort port = 1; port <= 1000; port++)
            trace.Deliver(trace.Build(TraceSegment.Parse("SYN seq=0"), port));
        Assert.That(trace.Listener!.HalfOpen, Is.EqualTo(8));
        Assert.That(trace.Layer.Statistics.HalfOpenEvicted, Is.EqualTo(992));
        Assert.That(trace.Layer.ConnectionCount, Is.EqualTo(8));

        // One who means it still gets in.
        trace.Output.Sent.Clear();
        trace.Run("""
            < SYN seq=0
            > SYN+ACK seq=0 ack=1
            < ACK seq=1 ack=1
            accept
            state Established
            """);
    }

    [Test]
    public void A_full_backlog_completes_nothing_until_one_is_accepted()
    {
        Trace trace = Trace.Listening(backlog: 1);
        trace.Run("""
            < SYN seq=0
            > SYN+ACK seq=0 ack=1
            """);
        trace.Deliver(trace.Build(TraceSegment.Parse("SYN seq=0"), 5));
        trace.Output.Sent.Clear();
        trace.Run("< ACK seq=1 ack=1");
        Assert.That((trace.Listener!.Pending, trace.Listener.HalfOpen), Is.EqualTo((1, 1)));

        // A third is not even answered, the second not completed.
        trace.Deliver(trace.Build(TraceSegment.Parse("SYN seq=0"), 6));
        Assert.That(trace.Output.Sent, Is.Empty);
        trace.Run("accept\nstate Established");
    }

    [Test]
    public void The_most_connections_are_bounded_in_both_directions()
    {
        var options = new TcpOptions { MaximumConnections = 1 };
        Trace trace = Trace.Open(options);
        Assert.That(trace.Layer.TryConnect(Trace.Peer, trace.Now, out _, out TcpError error), Is.False);
        Assert.That(error, Is.EqualTo(TcpError.TooManyConnections));
        trace.Deliver(trace.Build(TraceSegment.Parse("SYN seq=0"), 5));
        trace.Output.Sent.Clear();
        Assert.That(trace.Layer.Connections.Count(), Is.EqualTo(1));
    }

    [Test]
    public void What_cannot_be_connected_to_or_listened_on()
    {
        Trace trace = Trace.Listening();
        Assert.That(trace.Layer.TryListen(Trace.Port, 1, out _, out TcpError error), Is.False);
        Assert.That(error, Is.EqualTo(TcpError.PortInUse));
        Assert.That(trace.Layer.TryListen(0, 1, out _, out _), Is.False);
        Assert.That(trace.Layer.TryConnect(Trace.Peer with { Port = 0 }, trace.Now, out _, out _), Is.False);
        Assert.That(trace.Layer.TryConnect(new(Ipv4Address.Broadcast, 1), trace.Now, out _, out _), Is.False);
        Assert.That(trace.Layer.TryConnect(new(new(0xE0000001), 1), trace.Now, out _, out error), Is.False);
        Assert.That(error, Is.EqualTo(TcpError.InvalidAddress));
        trace.Output.Address = default;
        Assert.That(trace.Layer.TryConnect(Trace.Peer, trace.Now, out _, out error), Is.False);
        Assert.That(error, Is.EqualTo(TcpError.NoAddress));
    }

    [Test]
    public void A_syn_that_the_output_refuses_goes_out_at_a_later_poll()
    {
        var trace = new Trace();
        trace.Output.IsRefusing = true;
        Assert.That(trace.Layer.TryConnect(Trace.Peer, trace.Now, out TcpConnection? connection, out _));
        trace.Connection = connection!;
        trace.Run("""
            state SynSent
            take
            > SYN seq=0
            """);
    }

    [Test]
    public void A_closed_listener_answers_with_reset_and_leaves_nothing()
    {
        Trace trace = Trace.Listening();
        trace.Run("""
            < SYN seq=0
            > SYN+ACK seq=0 ack=1
            """);
        trace.Listener!.Close();
        trace.Run("""
            wait 0ms
            > RST+ACK seq=1 ack=1
            < SYN seq=0
            > RST+ACK ack=1
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }
}
