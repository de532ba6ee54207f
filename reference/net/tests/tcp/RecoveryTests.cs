using System;
using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>Losses and congestion: RFC 6298, RFC 5681, RFC 6582, RFC 6675, RFC 3042, RFC 6928, RFC 2018.</summary>
public sealed class RecoveryTests
{
    private const string TenSegments = """
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        > ACK seq=2001 len=1000
        > ACK seq=3001 len=1000
        > ACK seq=4001 len=1000
        > ACK seq=5001 len=1000
        > ACK seq=6001 len=1000
        > ACK seq=7001 len=1000
        > ACK seq=8001 len=1000
        > ACK seq=9001 len=1000
        """;

    [Test]
    public void Rfc6928_ten_segments_at_first() => Trace.Open().Run($"""
        write 20000
        {TenSegments}
        """);

    [Test]
    public void Rfc5681_3_1_slow_start_doubles() => Trace.Open().Run($"""
        write 30000
        {TenSegments}
        < ACK seq=1 ack=2001
        > ACK seq=10001 len=1000
        > ACK seq=11001 len=1000
        > ACK seq=12001 len=1000
        > ACK seq=13001 len=1000
        """);

    [Test]
    public void Rfc3465_acknowledging_byte_by_byte_gains_nothing() => Trace.Open().Run($"""
        write 30000
        {TenSegments}
        < ACK seq=1 ack=11
        < ACK seq=1 ack=21
        < ACK seq=1 ack=31
        < ACK seq=1 ack=41
        """);

    [Test]
    public void Rfc5681_3_1_one_segment_after_a_lost_syn() => Trace.Listening().Run("""
        < SYN seq=0 mss=1000
        > SYN+ACK seq=0
        wait 1s
        > SYN+ACK seq=0
        < ACK seq=1 ack=1
        accept
        write 3000
        > ACK seq=1 len=1000
        # RFC 6298, section 5.7: three seconds.
        wait 2999ms
        wait 1ms
        > ACK seq=1 len=1000
        """);

    [Test]
    public void Rfc6298_5_retransmission_and_back_off() => Trace.Open().Run("""
        write 100
        > PSH+ACK seq=1 len=100
        wait 299ms
        wait 1ms
        > PSH+ACK seq=1 len=100
        wait 599ms
        wait 1ms
        > PSH+ACK seq=1 len=100
        wait 1200ms
        > PSH+ACK seq=1 len=100
        < ACK seq=1 ack=101
        wait 100s
        """);

    [Test]
    public void Rfc6298_3_karn_a_segment_sent_twice_is_not_timed() => Trace.Open().Run("""
        write 100
        > PSH+ACK seq=1 len=100
        wait 300ms
        > PSH+ACK seq=1 len=100
        < ACK seq=1 ack=101
        # The doubled time-out stays until one is timed that was sent once.
        write 100
        > PSH+ACK seq=101 len=100
        wait 599ms
        < ACK seq=1 ack=201
        write 100
        > PSH+ACK seq=201 len=100
        # 75 ms smoothed, and four times 150 ms.
        wait 673ms
        wait 1ms
        > PSH+ACK seq=201 len=100
        """);

    [Test]
    public void Rfc6298_5_3_an_acknowledgment_restarts_the_timer() => Trace.Open().Run("""
        write 2000
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        wait 200ms
        < ACK seq=1 ack=1001
        wait 299ms
        """);

    [Test]
    public void Rfc5681_3_1_after_a_time_out_one_segment_then_slow_start() => Trace.Open().Run($"""
        write 20000
        {TenSegments}
        wait 300ms
        > ACK seq=1 len=1000
        < ACK seq=1 ack=1001
        > ACK seq=1001 len=1000
        > ACK seq=2001 len=1000
        < ACK seq=1 ack=2001
        > ACK seq=3001 len=1000
        > ACK seq=4001 len=1000
        # The rest had arrived.
        < ACK seq=1 ack=10001
        > ACK seq=10001 len=1000
        > ACK seq=11001 len=1000
        > ACK seq=12001 len=1000
        > ACK seq=13001 len=1000
        > ACK seq=14001 len=1000
        """);

    [Test]
    public void Rfc6675_5_fast_retransmit_by_blocks() => Trace.Open().Run($"""
        write 10000
        {TenSegments}
        < ACK seq=1 ack=1 block=1001-2001
        < ACK seq=1 ack=1 block=1001-3001
        < ACK seq=1 ack=1 block=1001-4001
        > ACK seq=1 len=1000
        < ACK seq=1 ack=10001
        wait 10s
        """);

    [Test]
    public void Rfc6675_4_two_holes_are_filled_in_one_recovery() => Trace.Open().Run($"""
        write 10000
        {TenSegments}
        < ACK seq=1 ack=1 block=1001-2001
        < ACK seq=1 ack=1 block=3001-4001 block=1001-2001
        < ACK seq=1 ack=1 block=3001-5001 block=1001-2001
        > ACK seq=1 len=1000
        < ACK seq=1 ack=1 block=3001-6001 block=1001-2001
        < ACK seq=1 ack=1 block=3001-7001 block=1001-2001
        > ACK seq=2001 len=1000
        < ACK seq=1 ack=1 block=3001-8001 block=1001-2001
        < ACK seq=1 ack=2001 block=3001-10001
        < ACK seq=1 ack=10001
        """);

    [Test]
    public void Rfc3042_two_duplicates_let_new_segments_go() => Trace.Open(syn: "mss=1000").Run($"""
        write 12000
        {TenSegments}
        < ACK seq=1 ack=1
        > ACK seq=10001 len=1000
        < ACK seq=1 ack=1
        > ACK seq=11001 len=1000
        """);

    [Test]
    public void Rfc6582_3_2_fast_retransmit_without_blocks_and_a_partial_acknowledgment() => Trace.Open(syn: "mss=1000").Run($"""
        write 10000
        {TenSegments}
        < ACK seq=1 ack=1
        < ACK seq=1 ack=1
        < ACK seq=1 ack=1
        > ACK seq=1 len=1000
        # A fourth is no second beginning.
        < ACK seq=1 ack=1
        < ACK seq=1 ack=4001
        > ACK seq=4001 len=1000
        < ACK seq=1 ack=10001
        """);

    [Test]
    public void Rfc5681_2_what_carries_data_or_a_window_is_no_duplicate() => Trace.Open(syn: "mss=1000").Run($"""
        write 10000
        {TenSegments}
        < ACK seq=1 ack=1 win=50000
        < ACK seq=1 ack=1 win=40000
        < ACK seq=1 ack=1 win=30000
        < ACK seq=1 ack=1 win=30000 len=10
        < ACK seq=11 ack=1 win=30000 len=10
        > ACK ack=21
        """);

    [Test]
    public void Rfc6582_3_2_step_1_duplicates_after_a_time_out_begin_nothing() => Trace.Open(syn: "mss=1000").Run("""
        write 3000
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        > ACK seq=2001 len=1000
        wait 300ms
        > ACK seq=1 len=1000
        < ACK seq=1 ack=3001
        write 1000
        > PSH+ACK seq=3001 len=1000
        < ACK seq=1 ack=3001
        < ACK seq=1 ack=3001
        < ACK seq=1 ack=3001
        """);

    [Test]
    public void Two_duplicates_are_only_reordering() => Trace.Open().Run("""
        write 3000
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        > ACK seq=2001 len=1000
        < ACK seq=1 ack=1 block=1001-2001
        < ACK seq=1 ack=1 block=1001-3001
        < ACK seq=1 ack=3001
        """);

    [Test]
    public void Rfc2018_8_after_a_time_out_nothing_counts_as_arrived() => Trace.Open().Run("""
        write 3000
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        > ACK seq=2001 len=1000
        < ACK seq=1 ack=1 block=1001-3001
        wait 300ms
        > ACK seq=1 len=1000
        # The peer had thrown the rest away.
        < ACK seq=1 ack=1001
        > ACK seq=1001 len=1000
        > ACK seq=2001 len=1000
        < ACK seq=1 ack=3001
        """);

    [Test]
    public void Blocks_that_cannot_be_are_ignored() => Trace.Open().Run($"""
        write 10000
        {TenSegments}
        < ACK seq=1 ack=1 block=1001-20001 block=5001-4001 block=2001-2001
        < ACK seq=1 ack=1 block=11001-12001 block=1001-90001
        < ACK seq=1 ack=1 block=0-1 block=1-0
        < ACK seq=1 ack=10001
        """);

    [Test]
    public void A_lost_retransmission_is_sent_again_before_the_timer() => Trace.Open().Run($"""
        write 20000
        {TenSegments}
        < ACK seq=1 ack=1 block=1001-4001
        > ACK seq=1 len=1000
        < ACK seq=1 ack=1 block=1001-6001
        < ACK seq=1 ack=1 block=1001-10001
        > ACK seq=10001 len=1000
        > ACK seq=11001 len=1000
        > ACK seq=12001 len=1000
        > ACK seq=13001 len=1000
        # These were sent after the repetition, and arrived.
        < ACK seq=1 ack=1 block=1001-13001
        > ACK seq=1 len=1000
        > ACK seq=14001 len=1000
        > ACK seq=15001 len=1000
        > ACK seq=16001 len=1000
        """);

    [Test]
    public void Rfc5681_4_1_after_a_pause_the_window_is_the_initial_one() => Trace.Open().Run($"""
        write 10000
        {TenSegments}
        < ACK seq=1 ack=10001
        wait 10s
        write 30000
        > ACK seq=10001 len=1000
        > ACK seq=11001 len=1000
        > ACK seq=12001 len=1000
        > ACK seq=13001 len=1000
        > ACK seq=14001 len=1000
        > ACK seq=15001 len=1000
        > ACK seq=16001 len=1000
        > ACK seq=17001 len=1000
        > ACK seq=18001 len=1000
        > ACK seq=19001 len=1000
        """);

    [Test]
    public void Rfc9293_3_8_3_data_that_nobody_acknowledges_end_the_connection() => Trace.Open(new TcpOptions { UserTimeout = TimeSpan.FromSeconds(10) }).Run("""
        write 10
        > PSH+ACK seq=1 len=10
        wait 300ms
        > PSH+ACK seq=1 len=10
        wait 600ms
        > PSH+ACK seq=1 len=10
        wait 1200ms
        > PSH+ACK seq=1 len=10
        wait 2400ms
        > PSH+ACK seq=1 len=10
        wait 4800ms
        > PSH+ACK seq=1 len=10
        wait 9600ms
        > RST+ACK seq=11 ack=1
        state Closed
        error TimedOut
        """);

    [Test]
    public void Rfc9293_3_8_4_keep_alive() => Trace.Open().Run("""
        keepalive 10s
        wait 10s
        > ACK seq=0 len=0
        < ACK seq=1 ack=1
        wait 9s
        wait 1s
        > ACK seq=0
        wait 75s
        > ACK seq=0
        < ACK seq=1 ack=1
        state Established
        """);

    [Test]
    public void Rfc9293_3_8_4_keep_alive_gives_up()
    {
        Trace trace = Trace.Open();
        trace.Run("keepalive 10s\nwait 10s\n> ACK seq=0");
        for (int probe = 1; probe < 9; probe++)
            trace.Run("wait 75s\n> ACK seq=0");
        trace.Run("""
            state Established
            wait 75s
            > RST+ACK seq=1
            state Closed
            error TimedOut
            """);
    }

    [Test]
    public void Keep_alive_is_off_at_first() => Trace.Open().Run("wait 100000s\nstate Established");

    [Test]
    public void A_keep_alive_of_the_peer_is_answered() => Trace.Open().Run("""
        < ACK seq=0 ack=1
        > ACK seq=1 ack=1
        < ACK seq=0 ack=1 len=1
        > ACK seq=1 ack=1
        """);
}
