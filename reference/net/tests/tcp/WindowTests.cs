using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>Windows that close, shrink and open: RFC 9293, section 3.8.6.</summary>
public sealed class WindowTests
{
    private static readonly TcpOptions Small = new() { ReceiveBufferSize = 4000 };

    [Test]
    public void Rfc9293_3_8_6_2_2_a_reader_of_small_pieces_does_not_open_the_window() => Trace.Open(Small).Run("""
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
        """);

    [Test]
    public void A_window_that_is_wide_open_is_not_announced_for_each_read()
    {
        Trace trace = Trace.Open();
        for (int index = 0; index < 20; index += 2)
            trace.Run($"< ACK seq={(index * 1000) + 1} ack=1 len=1000\n< ACK seq={(index * 1000) + 1001} ack=1 len=1000\n> ACK ack={(index * 1000) + 2001}\nread 2000");
    }

    [Test]
    public void Rfc9293_3_8_6_2_1_a_small_part_of_a_window_is_not_used_until_the_timer() => Trace.Open().Run("""
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
    public void Half_of_the_largest_window_is_worth_a_segment() => Trace.Open(window: 500).Run("""
        write 800
        > ACK seq=1 len=500
        < ACK seq=1 ack=501 win=250
        > ACK seq=501 len=250
        """);

    [Test]
    public void Rfc9293_3_8_6_1_a_closed_window_is_probed_with_a_byte_ever_more_rarely() => Trace.Open().Run("""
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
    public void A_probe_that_was_taken_is_not_sent_again() => Trace.Open().Run("""
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
    public void A_fin_is_probed_for_too() => Trace.Open().Run("""
        < ACK seq=1 ack=1 win=0
        shutdown
        wait 300ms
        > FIN+ACK seq=1
        < ACK seq=1 ack=2 win=0
        state FinWait2
        """);

    [Test]
    public void A_window_that_shrinks_below_what_was_sent_is_probed() => Trace.Open().Run("""
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
    public void Rfc9293_3_10_7_4_fifth_an_older_segment_does_not_change_the_window() => Trace.Open(window: 500).Run("""
        < ACK seq=1 ack=1 len=10 win=500
        < ACK seq=11 ack=1 len=10 win=300
        > ACK ack=21
        < ACK seq=5 ack=1 len=10 win=60000
        > ACK ack=21
        write 1000
        > ACK seq=1 ack=21 len=300
        """);


    [Test]
    public void An_acknowledgment_is_not_behind_the_window_that_a_probe_is_behind() => Trace.Open().Run("""
        < ACK seq=1 ack=1 win=0
        write 10
        wait 300ms
        > ACK seq=1 len=1
        < ACK seq=1 ack=1 len=1000 win=0
        < ACK seq=1001 ack=1 len=1000 win=0
        > ACK seq=1 ack=2001
        """);

    [Test]
    public void A_segment_that_is_sent_again_has_the_newest_window() => Trace.Open(syn: "mss=1000").Run("""
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
        """);

    private static void WaitQuietly(Trace trace, string time)
    {
        trace.Output.Sent.Clear();
        trace.Run($"refuse\nwait {time}");
        trace.Output.IsRefusing = false;
        trace.Output.Sent.Clear();
    }
}
