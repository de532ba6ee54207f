using System;

namespace Euralios.Programs.Rtl8139;

/// <summary>The command register (RTL8139D data sheet, 5.5).</summary>
[Flags]
internal enum Commands : byte
{
    /// <summary>Reads as one where there is no frame in the ring.</summary>
    RingIsEmpty = 0x01,
    EnableTransmitter = 0x04,
    EnableReceiver = 0x08,

    /// <summary>Reads as one until the reset is done.</summary>
    Reset = 0x10,
}

/// <summary>Why the chip interrupts: bits of the interrupt status and mask (5.6, 5.7). Writing a one to the status acknowledges.</summary>
[Flags]
internal enum Causes : ushort
{
    None = 0,

    /// <summary>ROK: a frame came.</summary>
    Received = 0x0001,

    /// <summary>RER: a damaged frame came.</summary>
    ReceiveError = 0x0002,

    /// <summary>TOK: a frame has left.</summary>
    Transmitted = 0x0004,

    /// <summary>TER: a frame was given up.</summary>
    TransmitError = 0x0008,

    /// <summary>RXOVW: the ring had no room.</summary>
    RingOverflow = 0x0010,

    /// <summary>PUN: the wire was plugged in or out, or a frame is waiting behind the ring's reader.</summary>
    LinkChange = 0x0020,

    /// <summary>FOVW: the chip's own buffer overflowed before the ring could take its bytes.</summary>
    BufferOverflow = 0x0040,

    /// <summary>SERR: an error on the PCI bus.</summary>
    SystemError = 0x8000,
}

/// <summary>A slot's status (5.3). Writing a length starts the transmission.</summary>
[Flags]
internal enum SlotStatus : uint
{
    LengthMask = 0x1FFF,

    /// <summary>OWN: the chip has the whole frame in its own buffer.</summary>
    IsTaken = 1 << 13,

    /// <summary>TUN: the chip's buffer ran empty while the frame was on the wire.</summary>
    Underrun = 1 << 14,

    /// <summary>TOK: the frame has left.</summary>
    IsSent = 1 << 15,

    /// <summary>TABT: given up after too many collisions.</summary>
    Aborted = 1 << 30,
}
