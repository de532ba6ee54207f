using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>Segments that come out of order, again, or beyond the window: RFC 9293, section 3.10.7.4; RFC 5681, section 4.2; RFC 2018.</summary>
public sealed class ReassemblyTests
{
    private static readonly TcpOptions Small = new() { ReceiveBufferSize = 4000 };

    [Test]
    public void Rfc5681_4_2_out_of_order_is_acknowledged_at_once_and_filling_too() => Trace.Open().Run("""
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
    public void Rfc2018_4_the_block_that_grew_last_comes_first() => Trace.Open().Run("""
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
    public void Rfc2018_2_no_blocks_without_permission() => Trace.Open(syn: "mss=1000").Run("""
        < ACK seq=1001 ack=1 len=1000
        > ACK seq=1 ack=1 block=none
        """);

    [Test]
    public void Data_segments_leave_room_for_blocks() => Trace.Open().Run("""
        < ACK seq=1001 ack=1 len=10
        > ACK ack=1 block=1001-1011
        write 2000
        > ACK seq=1 ack=1 len=988 block=1001-1011
        > ACK seq=989 ack=1 len=988 block=1001-1011
        """);

    [Test]
    public void Overlapping_segments_are_put_together() => Trace.Open().Run("""
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
    public void A_segment_that_covers_others_replaces_them() => Trace.Open().Run("""
        < ACK seq=101 ack=1 len=10
        > ACK ack=1
        < ACK seq=201 ack=1 len=10
        > ACK ack=1
        < ACK seq=1 ack=1 len=300
        > ACK ack=301 block=none
        read 300
        """);

    [Test]
    public void Rfc9293_3_10_7_4_first_what_came_before_is_acknowledged_again() => Trace.Open().Run("""
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
    public void Rfc9293_3_10_7_4_first_beyond_the_window_is_answered_and_dropped() => Trace.Open(Small).Run("""
        < ACK seq=4001 ack=1 len=10
        > ACK seq=1 ack=1 win=4000 block=none
        < ACK seq=70001 ack=1 len=10
        > ACK seq=1 ack=1
        """);

    [Test]
    public void Only_what_fits_the_window_is_taken() => Trace.Open(Small).Run("""
        < ACK seq=3001 ack=1 len=1460
        > ACK ack=1 block=3001-4001
        < ACK seq=1 ack=1 len=1460
        > ACK ack=1461
        < ACK seq=1461 ack=1 len=1540
        > ACK ack=4001 win=0
        read 4000
        > ACK ack=4001 win=4000
        """);

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
}
