using System;

namespace Euralios.Net.Wire;

/// <summary>A segment's control bits (RFC 9293, section 3.1).</summary>
[Flags]
public enum TcpSegmentFlags : byte
{
    None = 0,
    Fin = 0x01,
    Syn = 0x02,
    Reset = 0x04,
    Push = 0x08,
    Acknowledgment = 0x10,
    Urgent = 0x20,
}
