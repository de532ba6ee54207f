using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>Small segments wait for others: RFC 9293, section 3.7.4; RFC 1122, section 4.2.3.4.</summary>
public sealed class NagleTests
{
    [Test]
    public void Rfc9293_3_7_4_nagle_holds_a_small_segment_while_another_is_on_its_way() => Trace.Open().Run("""
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        write 10
        < ACK seq=1 ack=11
        > PSH+ACK seq=11 ack=1 len=20
        """);

    [Test]
    public void Rfc9293_3_7_4_nagle_does_not_hold_full_segments() => Trace.Open().Run("""
        write 2500
        > ACK seq=1 ack=1 len=1000
        > ACK seq=1001 ack=1 len=1000
        < ACK seq=1 ack=2001
        > PSH+ACK seq=2001 ack=1 len=500
        """);

    [Test]
    public void Rfc9293_3_7_4_nagle_switched_off() => Trace.Open().Run("""
        nodelay
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        > PSH+ACK seq=11 ack=1 len=10
        """);

    [Test]
    public void Nagle_switched_off_lets_go_what_it_held() => Trace.Open().Run("""
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        nodelay
        > PSH+ACK seq=11 ack=1 len=10
        """);

    [Test]
    public void Nagle_does_not_hold_the_last_segment_before_fin() => Trace.Open().Run("""
        write 10
        > PSH+ACK seq=1 ack=1 len=10
        write 10
        shutdown
        > FIN+PSH+ACK seq=11 ack=1 len=10
        """);
}
