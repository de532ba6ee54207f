using System;
using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>How connections end: RFC 9293, sections 3.6, 3.10.4, 3.10.5; RFC 1122, section 4.2.2.13; RFC 1337; RFC 6191.</summary>
public sealed class ClosingTests
{
    private const string ToTimeWait = """
        shutdown
        > FIN+ACK seq=1 ack=1
        < ACK seq=1 ack=2
        < FIN+ACK seq=1 ack=2
        > ACK seq=2 ack=2
        state TimeWait
        """;

    private static Trace Run(string script, TcpOptions? options = null, string syn = "mss=1000 sack")
    {
        Trace trace = Trace.Open(options, syn);
        trace.Run(script);
        return trace;
    }

    [Test]
    public void Rfc9293_3_6_this_side_closes_first()
    {
        Trace trace = Run("""
            shutdown
            > FIN+ACK seq=1 ack=1
            state FinWait1
            < ACK seq=1 ack=2
            state FinWait2
            < FIN+ACK seq=1 ack=2
            > ACK seq=2 ack=2
            state TimeWait
            error None
            wait 29s
            state TimeWait
            wait 1s
            state Closed
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void Rfc9293_3_6_the_peer_closes_first()
    {
        Trace trace = Run("""
            < FIN+ACK seq=1 ack=1
            > ACK seq=1 ack=2
            state CloseWait
            shutdown
            > FIN+ACK seq=1 ack=2
            state LastAck
            < ACK seq=2 ack=2
            state Closed
            error None
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
        Assert.That(trace.Connection.IsReceiveEnded);
    }

    [Test]
    public void Rfc9293_3_6_figure_13_both_close_at_once() => Run("""
        shutdown
        > FIN+ACK seq=1 ack=1
        < FIN+ACK seq=1 ack=1
        > ACK seq=2 ack=2
        state Closing
        < ACK seq=2 ack=2
        state TimeWait
        """);

    [Test]
    public void A_fin_with_the_acknowledgment_of_the_own_one() => Run("""
        shutdown
        > FIN+ACK seq=1 ack=1
        < FIN+ACK seq=1 ack=2
        > ACK seq=2 ack=2
        state TimeWait
        """);

    [Test]
    public void Half_close_the_peer_goes_on_sending() => Run("""
        shutdown
        > FIN+ACK seq=1 ack=1
        < ACK seq=1 ack=2 len=1000
        < ACK seq=1001 ack=2 len=1000
        > ACK seq=2 ack=2001
        read 2000
        state FinWait2
        wait 10000s
        state FinWait2
        < FIN+ACK seq=2001 ack=2
        > ACK seq=2 ack=2002
        state TimeWait
        """);

    [Test]
    public void Half_close_this_side_goes_on_sending() => Run("""
        < FIN+ACK seq=1 ack=1
        > ACK seq=1 ack=2
        write 1000
        > PSH+ACK seq=1 ack=2 len=1000
        < ACK seq=2 ack=1001
        wait 10000s
        write 1000
        > PSH+ACK seq=1001 ack=2 len=1000
        shutdown
        > FIN+ACK seq=2001 ack=2
        < ACK seq=2 ack=2002
        state Closed
        """);

    [Test]
    public void Everything_that_was_written_goes_before_the_fin() => Run("""
        write 2500
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        close
        > FIN+PSH+ACK seq=2001 len=500
        < ACK seq=1 ack=2502
        state FinWait2
        """);

    [Test]
    public void A_lost_fin_is_sent_again() => Run("""
        write 100
        > PSH+ACK seq=1 len=100
        shutdown
        > FIN+ACK seq=101
        < ACK seq=1 ack=101
        wait 300ms
        > FIN+ACK seq=101
        wait 600ms
        > FIN+ACK seq=101
        < ACK seq=1 ack=102
        state FinWait2
        """);

    [Test]
    public void A_lost_fin_with_data_is_sent_again_with_them() => Run("""
        write 100
        > PSH+ACK seq=1 len=100
        write 100
        shutdown
        > FIN+PSH+ACK seq=101 len=100
        wait 300ms
        > PSH+FIN+ACK seq=1 len=200
        < ACK seq=1 ack=202
        state FinWait2
        """);

    [Test]
    public void Rfc9293_3_6_1_a_lost_last_acknowledgment_is_sent_again() => Run($"""
        {ToTimeWait}
        wait 20s
        < FIN+ACK seq=1 ack=2
        > ACK seq=2 ack=2
        wait 29s
        state TimeWait
        wait 1s
        state Closed
        """);

    [Test]
    public void A_fin_out_of_order_waits_for_what_is_missing() => Run("""
        < FIN+ACK seq=101 ack=1 len=100
        > ACK seq=1 ack=1 block=101-201
        state Established
        < ACK seq=1 ack=1 len=100
        > ACK seq=1 ack=202
        state CloseWait
        read 200
        """);

    [Test]
    public void Nothing_is_taken_beyond_the_fin() => Run("""
        < FIN+ACK seq=101 ack=1
        > ACK seq=1 ack=1
        < ACK seq=1 ack=1 len=200
        > ACK seq=1 ack=102
        available 100
        < ACK seq=102 ack=1 len=50
        > ACK seq=1 ack=102
        available 100
        """);

    [Test]
    public void A_fin_that_comes_again_is_acknowledged_again() => Run("""
        < FIN+ACK seq=1 ack=1
        > ACK ack=2
        < FIN+ACK seq=1 ack=1
        > ACK ack=2
        state CloseWait
        """);

    [Test]
    public void Rfc1122_4_2_2_13_close_with_unread_data_is_a_reset()
    {
        Trace trace = Run("""
            < ACK seq=1 ack=1 len=10
            close
            > RST+ACK seq=1 ack=11
            state Closed
            error Aborted
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void Rfc1122_4_2_2_13_data_after_close_are_answered_with_reset() => Run("""
        close
        > FIN+ACK seq=1 ack=1
        < ACK seq=1 ack=2
        < ACK seq=1 ack=2 len=10
        > RST+ACK seq=2
        state Closed
        """);

    [Test]
    public void A_peer_that_never_closes_is_not_waited_for_once_nobody_reads() => Run("""
        close
        > FIN+ACK seq=1
        < ACK seq=1 ack=2
        wait 59s
        state FinWait2
        wait 1s
        > RST+ACK seq=2
        state Closed
        """);

    [Test]
    public void A_peer_that_keeps_its_window_shut_is_not_waited_for_once_the_program_closed()
    {
        Trace trace = Run("""
            < ACK seq=1 ack=1 win=0
            write 10
            close
            """);
        for (int second = 0; second < 130 && !trace.Connection.IsClosed; second++)
        {
            trace.Output.Sent.Clear();
            trace.Deliver(trace.Build(TraceSegment.Parse("ACK seq=1 ack=1 win=0")));
            trace.Output.IsRefusing = true;
            trace.Run("wait 1s\nrefuse");
        }

        trace.Run("state Closed\nerror TimedOut");
    }

    [Test]
    public void Rfc9293_3_10_5_abort() => Run("""
        write 10
        > PSH+ACK seq=1 len=10
        abort
        > RST+ACK seq=11
        state Closed
        error Aborted
        < ACK seq=1 ack=11
        > RST seq=11
        """);

    [Test]
    public void An_abort_while_connecting_says_nothing()
    {
        Trace trace = Trace.Connecting();
        trace.Run("""
            > SYN seq=0
            abort
            state Closed
            < SYN+ACK seq=0 ack=1
            > RST seq=1
            """);
        Assert.That(trace.Layer.ConnectionCount, Is.Zero);
    }

    [Test]
    public void A_close_while_connecting_forgets_the_connection() => Trace.Connecting().Run("""
        > SYN seq=0
        close
        state Closed
        """);

    [Test]
    public void A_shutdown_while_connecting_sends_fin_when_it_can() => Trace.Connecting().Run("""
        > SYN seq=0
        shutdown
        < SYN+ACK seq=0 ack=1
        > FIN+ACK seq=1 ack=1
        state FinWait1
        """);

    [Test]
    public void A_reset_that_the_output_refuses_goes_out_at_a_later_poll() => Run("""
        refuse
        abort
        take
        > RST+ACK seq=1
        """);

    [Test]
    public void Rfc1337_time_wait_does_not_end_by_a_reset() => Run($"""
        {ToTimeWait}
        < RST seq=2
        state TimeWait
        """);

    [Test]
    public void Rfc9293_3_6_1_a_higher_number_begins_a_new_connection()
    {
        Trace trace = Run($"""
            {ToTimeWait}
            < SYN seq=500 mss=1000
            > SYN+ACK
            state Closed
            error None
            """);
        Assert.That(trace.Listener!.HalfOpen, Is.EqualTo(1));
    }

    [Test]
    public void Rfc9293_3_6_1_an_old_syn_begins_none() => Run($"""
        {ToTimeWait}
        < SYN seq=0
        > ACK seq=2 ack=2
        state TimeWait
        """);

    [Test]
    public void Rfc6191_a_newer_time_stamp_begins_a_new_connection()
    {
        const string script = """
            < SYN seq=0 mss=1000 ts=100/0
            > SYN+ACK seq=0 ack=1
            < ACK seq=1 ack=1 ts=101/0
            accept
            shutdown
            > FIN+ACK seq=1 ack=1
            < FIN+ACK seq=1 ack=2 ts=102/0
            > ACK seq=2 ack=2
            """;
        Trace older = Trace.Listening(new TcpOptions { UseTimestamps = true });
        older.Run(script + "\n< SYN seq=0 ts=101/0\n> ACK ack=2\nstate TimeWait");
        Trace newer = Trace.Listening(new TcpOptions { UseTimestamps = true });
        newer.Run(script + "\n< SYN seq=0 ts=103/0\n> SYN+ACK\nstate Closed");
    }

    [Test]
    public void The_number_of_connections_in_time_wait_is_bounded()
    {
        Trace trace = Trace.Listening(new TcpOptions { MaximumTimeWait = 3 }, 8);
        for (ushort port = 1; port <= 10; port++)
        {
            trace.Deliver(trace.Build(TraceSegment.Parse("SYN seq=0"), port));
            trace.Run("> SYN+ACK seq=0");
            trace.Deliver(trace.Build(TraceSegment.Parse("ACK seq=1 ack=1"), port));
            trace.Run("accept\nshutdown\n> FIN+ACK seq=1");
            trace.Deliver(trace.Build(TraceSegment.Parse("FIN+ACK seq=1 ack=2"), port));
            trace.Run("> ACK seq=2\nstate TimeWait");
            Assert.That(trace.Layer.ConnectionCount, Is.EqualTo(Math.Min(port, (ushort)3)));
        }
    }

    [Test]
    public void What_was_received_stays_readable_after_the_end() => Run("""
        < FIN+ACK seq=1 ack=1 len=100
        > ACK ack=102
        shutdown
        > FIN+ACK seq=1
        < ACK seq=102 ack=2
        state Closed
        read 100
        """);

    [Test]
    public void What_was_received_stays_readable_after_a_reset() => Run("""
        < ACK seq=1 ack=1 len=100
        < RST seq=101
        state Closed
        error Reset
        read 100
        """);
}
