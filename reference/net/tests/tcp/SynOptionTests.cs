using NUnit.Framework;

namespace Euralios.Net.Tests.Tcp;

/// <summary>What the SYNs agree on: segment size (RFC 9293, section 3.7.1) and window scale (RFC 7323, section 2).</summary>
public sealed class SynOptionTests
{
    [Test]
    public void Rfc7323_2_windows_are_scaled_after_the_syn() => Trace.Open(syn: "mss=1000 ws=7", window: 1000).Run("""
        < ACK seq=1 ack=1 win=8
        write 3000
        > ACK seq=1 len=1000 win=32767
        < ACK seq=1 ack=1001 win=8
        > ACK seq=1001 len=1000
        < ACK seq=1 ack=2001 win=0
        """);

    [Test]
    public void Rfc7323_2_3_a_scale_beyond_14_is_taken_for_14() => Trace.Open(syn: "mss=1460 ws=15", window: 1000).Run("""
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
        """);

    [Test]
    public void No_scale_is_named_to_a_peer_that_names_none() => Trace.Listening().Run("""
        < SYN seq=0 mss=1000
        > SYN+ACK ws=none sack=none
        """);

    [Test]
    public void Rfc9293_3_7_1_a_peer_that_names_no_segment_size_takes_536() => Trace.Open(syn: "sack").Run("""
        write 600
        > ACK seq=1 len=536
        """);

    [Test]
    public void Rfc9293_3_7_1_no_more_than_fits_the_own_link() => Trace.Open(syn: "mss=9000").Run("""
        write 2000
        > ACK seq=1 len=1460
        """);

    [Test]
    public void A_ridiculous_segment_size_is_not_believed() => Trace.Open(syn: "mss=1").Run("""
        write 64
        > PSH+ACK seq=1 len=64
        """);
}
