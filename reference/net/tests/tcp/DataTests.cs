using Euralios.Net.Tcp;
using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>Data in both directions: RFC 9293, section 3.10.7.4.</summary>
public sealed class DataTests
{
    [Test]
    public void Urgent_data_are_data() => Trace.Open().Run("""
        < URG+ACK seq=1 ack=1 len=10
        wait 40ms
        > ACK ack=11
        read 10
        """);

    [Test]
    public void A_segment_without_acknowledgment_is_dropped() => Trace.Open().Run("""
        < NONE seq=1 len=10
        < PSH seq=1 len=10
        available 0
        """);

    [Test]
    public void Writing_takes_what_there_is_room_for() => Trace.Open(new TcpOptions { SendBufferSize = 1500 }).Run("""
        room 1500
        write 1500
        > ACK len=1000
        room 0
        write 0
        < ACK seq=1 ack=1001
        > PSH+ACK seq=1001 len=500
        room 1000
        """);

    [Test]
    public void Data_that_the_output_refuses_go_out_at_a_later_poll() => Trace.Open().Run("""
        refuse
        write 10
        state Established
        take
        > PSH+ACK seq=1 len=10
        """);

    [Test]
    public void An_acknowledgment_that_the_output_refuses_goes_out_at_a_later_poll() => Trace.Open().Run("""
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
}
