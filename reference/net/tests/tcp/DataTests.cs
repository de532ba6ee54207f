using System;
using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>Data in both directions: RFC 9293, sections 3.7, 3.8.6 and 3.10.7.4; RFC 1122, section 4.2.3; RFC 2018; RFC 7323.</summary>
public sealed class DataTests
{
    private static readonly TcpOptions Small = new() { ReceiveBufferSize = 4000 };

    private static void Run(string script, TcpOptions? options = null, string syn = "mss=1000 sack", int window = 60000) =>
        Trace.Open(options, syn, window).Run(script);

    [Test]
    public void Rfc9293_3_8_6_3_an_acknowledgment_waits_40_ms() => Run("""
        < ACK seq=1 ack=1 len=10
        wait 39ms
        wait 1ms
        > ACK seq=1 ack=11
        """);

    [Test]
    public void Rfc9293_3_8_6_3_every_second_segment_is_acknowledged_at_once() => Run("""
        < ACK seq=1 ack=1 len=1000
        < ACK seq=1001 ack=1 len=1000
        > ACK seq=1 ack=2001
        < ACK seq=2001 ack=1 len=1000
        < ACK seq=3001 ack=1 len=1000
        > ACK seq=1 ack=4001
        wait 1s
        """);

    [Test]
    public void An_acknowledgment_travels_with_data() => Run("""
        < ACK seq=1 ack=1 len=10
        write 5
        > PSH+ACK seq=1 ack=11 len=5
        < ACK seq=11 ack=6
        wait 1s
        """);

    [Test]
    public void Rfc9293_3_7_4_nagle_holds_a_small_segment_while_another_is_on_its_way() => Run("""
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        write 10
        < ACK seq=1 ack=11
        > PSH+ACK seq=11 ack=1 len=20
        """);

    [Test]
    public void Rfc9293_3_7_4_nagle_does_not_hold_full_segments() => Run("""
        write 2500
        > ACK seq=1 ack=1 len=1000
        > ACK seq=1001 ack=1 len=1000
        < ACK seq=1 ack=2001
        > PSH+ACK seq=2001 ack=1 len=500
        """);

    [Test]
    public void Rfc9293_3_7_4_nagle_switched_off() => Run("""
        nodelay
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        > PSH+ACK seq=11 ack=1 len=10
        """);

    [Test]
    public void Nagle_switched_off_lets_go_what_it_held() => Run("""
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        nodelay
        > PSH+ACK seq=11 ack=1 len=10
        """);

    [Test]
    public void Nagle_does_not_hold_the_last_segment_before_fin() => Run("""
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        shutdown
        > FIN+PSH+ACK seq=11 ack=1 len=10
        """);

    [Test]
    public void Rfc5681_4_2_out_of_order_is_acknowledged_at_once_and_filling_too() => Run("""
        < ACK seq=1001 ack=1 len=1000
        > ACK seq=1 ack=1 block=1001-2001
        < ACK seq=2001 ack=1 len=1000
        > ACK seq=1 ack=1 block=1001-3001
        available 0
        < ACK seq=1 ack=1 len=1000
        > ACK seq=1 ack=3001 block=none
        read 3000
        """);

    [Test]
    public void Rfc2018_4_the_block_that_grew_last_comes_first() => Run("""
        < ACK seq=1001 ack=1 len=10
        > ACK ack=1 block=1001-1011
        < ACK seq=2001 ack=1 len=10
        > ACK ack=1 block=2001-2011 block=1001-1011
        < ACK seq=3001 ack=1 len=10
        > ACK ack=1 block=3001-3011 block=2001-2011 block=1001-1011
        < ACK seq=1011 ack=1 len=10
        > ACK ack=1 block=1001-1021 block=3001-3011 block=2001-2011
        < ACK seq=4001 ack=1 len=10
        > ACK ack=1 block=4001-4011 block=1001-1021 block=3001-3011 block=2001-2011
        < ACK seq=5001 ack=1 len=10
        > ACK ack=1 block=5001-5011 block=4001-4011 block=1001-1021 block=3001-3011
        """);

    [Test]
    public void Rfc2018_2_no_blocks_without_permission() => Run("""
        < ACK seq=1001 ack=1 len=1000
        > ACK seq=1 ack=1 block=none
        """, syn: "mss=1000");

    [Test]
    public void Data_segments_leave_room_for_blocks() => Run("""
        < ACK seq=1001 ack=1 len=10
        > ACK ack=1 block=1001-1011
        write 2000
        > ACK seq=1 ack=1 len=988 block=1001-1011
        > ACK seq=989 ack=1 len=988 block=1001-1011
        """);

    [Test]
    public void Overlapping_segments_are_put_together() => Run("""
        < ACK seq=101 ack=1 len=100
        > ACK ack=1 block=101-201
        < ACK seq=301 ack=1 len=100
        > ACK ack=1 block=301-401 block=101-201
        < ACK seq=151 ack=1 len=200
        > ACK ack=1 block=101-401
        < ACK seq=1 ack=1 len=150
        > ACK ack=401 block=none
        < ACK seq=351 ack=1 len=100
        wait 40ms
        > ACK ack=451
        read 450
        """);

    [Test]
    public void A_segment_that_covers_others_replaces_them() => Run("""
        < ACK seq=101 ack=1 len=10
        > ACK ack=1
        < ACK seq=201 ack=1 len=10
        > ACK ack=1
        < ACK seq=1 ack=1 len=300
        > ACK ack=301 block=none
        read 300
        """);

    [Test]
    public void Rfc9293_3_10_7_4_first_what_came_before_is_acknowledged_again() => Run("""
        < ACK seq=1 ack=1 len=100
        < ACK seq=101 ack=1 len=100
        > ACK ack=201
        < ACK seq=1 ack=1 len=100
        > ACK ack=201
        < ACK seq=101 ack=1 len=100
        > ACK ack=201
        available 200
        """);

    [Test]
    public void Rfc9293_3_10_7_4_first_beyond_the_window_is_answered_and_dropped() => Run("""
        < ACK seq=4001 ack=1 len=10
        > ACK seq=1 ack=1 win=4000 block=none
        < ACK seq=70001 ack=1 len=10
        > ACK seq=1 ack=1
        """, Small);

    [Test]
    public void Only_what_fits_the_window_is_taken() => Run("""
        < ACK seq=3001 ack=1 len=1460
        > ACK ack=1 block=3001-4001
        < ACK seq=1 ack=1 len=1460
        > ACK ack=1461
        < ACK seq=1461 ack=1 len=1540
        > ACK ack=4001 win=0
        read 4000
        > ACK ack=4001 win=4000
        """, Small);

    [Test]
    public void The_number_of_gaps_is_bounded()
    {
        Trace trace = Trace.Open();
        for (int index = 0; index < 32; index++)
            trace.Run($"< ACK seq={(index * 20) + 101} ack=1 len=10\n> ACK ack=1");
        trace.Run("""
            # One more finds no place; what extends one does, and what fills the first gap does.
            < ACK seq=2001 ack=1 len=10
            > ACK ack=1 block=721-731 block=701-711 block=681-691 block=661-671
            < ACK seq=731 ack=1 len=10
            > ACK ack=1 block=721-741 block=701-711 block=681-691 block=661-671
            < ACK seq=1 ack=1 len=100
            > ACK ack=111
            < ACK seq=2001 ack=1 len=10
            > ACK ack=111 block=2001-2011 block=721-741 block=701-711 block=681-691
            """);
    }

    [Test]
    public void Rfc9293_3_8_6_2_2_a_reader_of_small_pieces_does_not_open_the_window() => Run("""
        < ACK seq=1 ack=1 len=1000
        < ACK seq=1001 ack=1 len=1000
        > ACK ack=2001 win=2000
        < ACK seq=2001 ack=1 len=1000
        < ACK seq=3001 ack=1 len=1000
        > ACK ack=4001 win=0
        read 100
        read 1000
        # A probe is answered, and taken as there is room; the window stays shut until it is worth opening.
        < ACK seq=4001 ack=1 len=1
        wait 40ms
        > ACK ack=4002 win=0
        read 901
        > ACK ack=4002 win=2000
        """, Small);

    [Test]
    public void A_window_that_is_wide_open_is_not_announced_for_each_read()
    {
        Trace trace = Trace.Open();
        for (int index = 0; index < 20; index += 2)
            trace.Run($"< ACK seq={(index * 1000) + 1} ack=1 len=1000\n< ACK seq={(index * 1000) + 1001} ack=1 len=1000\n> ACK ack={(index * 1000) + 2001}\nread 2000");
    }

    [Test]
    public void Rfc9293_3_8_6_2_1_a_small_part_of_a_window_is_not_used_until_the_timer() => Run("""
        write 3000
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        > PSH+ACK seq=2001 len=1000
        < ACK seq=1 ack=3001 win=100
        write 1000
        wait 299ms
        wait 1ms
        > ACK seq=3001 len=100
        < ACK seq=1 ack=3101 win=10000
        > PSH+ACK seq=3101 len=900
        """);

    [Test]
    public void Half_of_the_largest_window_is_worth_a_segment() => Run("""
        write 800
        > ACK seq=1 len=500
        < ACK seq=1 ack=501 win=250
        > ACK seq=501 len=250
        """, window: 500);

    [Test]
    public void Rfc9293_3_8_6_1_a_closed_window_is_probed_with_a_byte_ever_more_rarely() => Run("""
        < ACK seq=1 ack=1 win=0
        write 10
        wait 299ms
        wait 1ms
        > ACK seq=1 len=1
        < ACK seq=1 ack=1 win=0
        wait 599ms
        wait 1ms
        > ACK seq=1 len=1
        < ACK seq=1 ack=1 win=0
        wait 1200ms
        > ACK seq=1 len=1
        < ACK seq=1 ack=1 win=100
        > ACK seq=1 len=1
        < ACK seq=1 ack=2 win=100
        > PSH+ACK seq=2 len=9
        """);

    [Test]
    public void A_probe_that_was_taken_is_not_sent_again() => Run("""
        < ACK seq=1 ack=1 win=0
        write 10
        wait 300ms
        > ACK seq=1 len=1
        < ACK seq=1 ack=2 win=100
        > PSH+ACK seq=2 len=9
        """);

    [Test]
    public void Rfc9293_3_8_6_1_a_peer_that_answers_probes_is_waited_for()
    {
        Trace trace = Trace.Open();
        trace.Run("< ACK seq=1 ack=1 win=0\nwrite 10");
        for (int minute = 0; minute < 30; minute++)
        {
            trace.Output.IsRefusing = false;
            for (int part = 0; part < 4; part++)
                WaitQuietly(trace, "15s");
            trace.Run("< ACK seq=1 ack=1 win=0\nstate Established");
        }

        // And one that does not is not.
        for (int part = 0; part < 30; part++)
            WaitQuietly(trace, "15s");
        trace.Run("state Closed\nerror TimedOut");
    }

    [Test]
    public void A_fin_is_probed_for_too() => Run("""
        < ACK seq=1 ack=1 win=0
        shutdown
        wait 300ms
        > FIN+ACK seq=1
        < ACK seq=1 ack=2 win=0
        state FinWait2
        """);

    [Test]
    public void A_window_that_shrinks_below_what_was_sent_is_probed() => Run("""
        write 2000
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        < ACK seq=1 ack=1 win=0
        wait 300ms
        > ACK seq=1 len=1
        < ACK seq=1 ack=1 win=2000
        > ACK seq=1 len=1000
        > PSH+ACK seq=1001 len=1000
        """);

    [Test]
    public void An_acknowledgment_is_not_behind_the_window_that_a_probe_is_behind() => Run("""
        < ACK seq=1 ack=1 win=0
        write 10
        wait 300ms
        > ACK seq=1 len=1
        < ACK seq=1 ack=1 len=1000 win=0
        < ACK seq=1001 ack=1 len=1000 win=0
        > ACK seq=1 ack=2001
        """);

    [Test]
    public void A_segment_that_is_sent_again_has_the_newest_window() => Run("""
        < ACK seq=1001 ack=1 len=1000 win=3000
        > ACK seq=1 ack=1
        write 3000
        > ACK seq=1 len=1000
        > ACK seq=1001 len=1000
        > PSH+ACK seq=2001 len=1000
        < ACK seq=1 ack=3001 len=1000 win=0
        > ACK seq=3001 ack=2001
        write 1000
        wait 299ms
        wait 1ms
        > ACK seq=3001 len=1
        """, syn: "mss=1000");

    [Test]
    public void Rfc9293_3_10_7_4_fifth_an_older_segment_does_not_change_the_window() => Run("""
        < ACK seq=1 ack=1 len=10 win=500
        < ACK seq=11 ack=1 len=10 win=300
        > ACK ack=21
        < ACK seq=5 ack=1 len=10 win=60000
        > ACK ack=21
        write 1000
        > ACK seq=1 ack=21 len=300
        """, window: 500);

    [Test]
    public void Rfc7323_2_windows_are_scaled_after_the_syn() => Run("""
        < ACK seq=1 ack=1 win=8
        write 3000
        > ACK seq=1 len=1000 win=32767
        < ACK seq=1 ack=1001 win=8
        > ACK seq=1001 len=1000
        < ACK seq=1 ack=2001 win=0
        """, syn: "mss=1000 ws=7", window: 1000);

    [Test]
    public void Rfc7323_2_3_a_scale_beyond_14_is_taken_for_14() => Run("""
        < ACK seq=1 ack=1 win=1
        write 20000
        > ACK seq=1 len=1460
        > ACK len=1460
        > ACK len=1460
        > ACK len=1460
        > ACK len=1460
        > ACK len=1460
        > ACK len=1460
        > ACK len=1460
        > ACK len=1460
        > ACK len=1460
        """, syn: "mss=1460 ws=15", window: 1000);

    [Test]
    public void No_scale_is_named_to_a_peer_that_names_none() => Trace.Listening().Run("""
        < SYN seq=0 mss=1000
        > SYN+ACK ws=none sack=none
        """);

    [Test]
    public void Rfc9293_3_7_1_a_peer_that_names_no_segment_size_takes_536() => Run("""
        write 600
        > ACK seq=1 len=536
        """, syn: "sack");

    [Test]
    public void Rfc9293_3_7_1_no_more_than_fits_the_own_link() => Run("""
        write 2000
        > ACK seq=1 len=1460
        """, syn: "mss=9000");

    [Test]
    public void A_ridiculous_segment_size_is_not_believed() => Run("""
        write 64
        > PSH+ACK seq=1 len=64
        """, syn: "mss=1");

    [Test]
    public void Urgent_data_are_data() => Run("""
        < URG+ACK seq=1 ack=1 len=10
        wait 40ms
        > ACK ack=11
        read 10
        """);

    [Test]
    public void A_segment_without_acknowledgment_is_dropped() => Run("""
        < NONE seq=1 len=10
        < PSH seq=1 len=10
        available 0
        """);

    [Test]
    public void Writing_takes_what_there_is_room_for() => Run("""
        room 1500
        write 1500
        > ACK len=1000
        room 0
        write 0
        < ACK seq=1 ack=1001
        > PSH+ACK seq=1001 len=500
        room 1000
        """, new TcpOptions { SendBufferSize = 1500 });

    [Test]
    public void Data_that_the_output_refuses_go_out_at_a_later_poll() => Run("""
        refuse
        write 10
        state Established
        take
        > PSH+ACK seq=1 len=10
        """);

    [Test]
    public void An_acknowledgment_that_the_output_refuses_goes_out_at_a_later_poll() => Run("""
        refuse
        < ACK seq=101 ack=1 len=10
        take
        > ACK ack=1 block=101-111
        """);

    [Test]
    public void Numbers_go_round_in_both_directions()
    {
        // The peer's numbers wrap after 256 bytes: see Trace. The own ones do here.
        Trace trace = Trace.Open();
        for (int index = 0; index < 100; index++)
        {
            trace.Run($"""
                < ACK seq={(index * 20) + 1} ack={(index * 30) + 1} len=20
                write 30
                > PSH+ACK seq={(index * 30) + 1} ack={(index * 20) + 21} len=30
                < ACK seq={(index * 20) + 21} ack={(index * 30) + 31}
                read 20
                """);
        }
    }

    private static void WaitQuietly(Trace trace, string time)
    {
        trace.Output.Sent.Clear();
        trace.Run($"refuse\nwait {time}");
        trace.Output.IsRefusing = false;
        trace.Output.Sent.Clear();
    }
}
