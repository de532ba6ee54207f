using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>When data is acknowledged, and with what: RFC 9293, section 3.8.6.3; RFC 1122, section 4.2.3.2.</summary>
public sealed class AcknowledgmentTests
{
    [Test]
    public void Rfc9293_3_8_6_3_an_acknowledgment_waits_40_ms() => Trace.Open().Run("""
        < ACK seq=1 ack=1 len=10
        wait 39ms
        wait 1ms
        > ACK seq=1 ack=11
        """);

    [Test]
    public void Rfc9293_3_8_6_3_every_second_segment_is_acknowledged_at_once() => Trace.Open().Run("""
        < ACK seq=1 ack=1 len=1000
        < ACK seq=1001 ack=1 len=1000
        > ACK seq=1 ack=2001
        < ACK seq=2001 ack=1 len=1000
        < ACK seq=3001 ack=1 len=1000
        > ACK seq=1 ack=4001
        wait 1s
        """);

    [Test]
    public void An_acknowledgment_travels_with_data() => Trace.Open().Run("""
        < ACK seq=1 ack=1 len=10
        write 5
        > PSH+ACK seq=1 ack=11 len=5
        < ACK seq=11 ack=6
        wait 1s
        """);
}
