namespace Merriwig.Lab;

/// <summary>The 16550's registers and bits as the lab's own code names them (PC16550D data sheet, section 8).</summary>
internal static class Chip
{
    /// <summary>Bits a second with the divisor 1.</summary>
    internal const uint FastestRate = 115_200;

    /// <summary>Bytes that each of the two FIFOs holds.</summary>
    internal const int FifoSize = 16;

    // Registers. The first two are the divisor's bytes while LatchOpen is set in LineControl.
    internal const int Data = 0;
    internal const int InterruptEnable = 1;
    internal const int FifoControl = 2; // when written
    internal const int InterruptIdentification = 2; // when read
    internal const int LineControl = 3;
    internal const int ModemControl = 4;
    internal const int LineStatus = 5;
    internal const int ModemStatus = 6;
    internal const int Scratch = 7;

    internal const byte EightBitsNoParity = 0x03; // LineControl
    internal const byte LatchOpen = 0x80; // LineControl

    internal const byte EnableFifos = 0x01; // FifoControl
    internal const byte ClearReceived = 0x02; // FifoControl
    internal const byte ClearTransmitted = 0x04; // FifoControl
    internal const byte NoInterrupt = 0x01; // InterruptIdentification
    internal const byte FifosEnabled = 0xC0; // InterruptIdentification

    internal const byte Ready = 0x03; // ModemControl: DTR and RTS
    internal const byte Loopback = 0x10; // ModemControl: what is transmitted is received

    internal const byte DataReady = 0x01; // LineStatus
    internal const byte Overrun = 0x02; // LineStatus
    internal const byte HoldingRegisterEmpty = 0x20; // LineStatus: a byte is taken
    internal const byte TransmitterEmpty = 0x40; // LineStatus: the last bit has left, too
}
