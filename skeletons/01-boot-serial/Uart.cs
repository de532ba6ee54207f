using System;

namespace Merriwig.Devices;

/// <summary>
/// A driver for the 16550 UART (PC16550D data sheet, section 8), polled. Every wait is for the chip alone: a byte that is written stays written,
/// and a read never waits.
/// </summary>
internal struct Uart
{
    /// <summary>The chip divides this clock by 16 times its divisor: the fastest rate, in bits a second.</summary>
    internal const uint FastestRate = 115_200;

    // Registers by number. The first two are the divisor while DivisorLatch is set in LineControl.
    private const int Data = 0;
    private const int InterruptEnable = 1;
    private const int FifoControl = 2;
    private const int LineControl = 3;
    private const int ModemControl = 4;
    private const int LineStatus = 5;

    private const byte EightBitsNoParity = 0x03; // LineControl: 8 data bits, no parity, 1 stop bit
    private const byte DivisorLatch = 0x80; // LineControl
    private const byte ResetFifos = 0x07; // FifoControl: enable, clear both
    private const byte Ready = 0x03; // ModemControl: DTR and RTS
    private const byte DataReady = 0x01; // LineStatus
    private const byte HoldingRegisterEmpty = 0x20; // LineStatus: the chip takes a byte

    private readonly UartRegisters registers;

    /// <summary>A driver for the chip behind <paramref name="registers"/>.</summary>
    internal Uart(UartRegisters registers) => this.registers = registers;

    /// <summary>
    /// Sets the line to 8 data bits, no parity, 1 stop bit at <paramref name="bitsPerSecond"/>; enables and clears the FIFOs; raises DTR and RTS;
    /// switches the chip's interrupts off, because this driver polls.
    /// </summary>
    /// <param name="bitsPerSecond">The rate: <see cref="FastestRate"/> divided by a whole number from 1 to 65,535.</param>
    /// <returns>False, with nothing written, for a rate that the chip cannot make exactly.</returns>
    internal readonly bool TryInitialize(uint bitsPerSecond)
    {
        // TODO 1.1: Set the line up. The divisor is FastestRate divided by the rate; a rate for
        // which it is no whole number from 1 to 65,535 is refused, before anything is written.
        // Write the divisor, its low byte to register 0 and its high byte to register 1, while
        // DivisorLatch is set in LineControl; then set LineControl to EightBitsNoParity alone.
        // Switch the chip's interrupts off, enable and clear the FIFOs (ResetFifos), and raise DTR
        // and RTS (Ready). The chip may have been used for anything before, and its latch may be
        // open.
        return Unwritten.Task<bool>("1.1");
    }

    /// <summary>Waits until the chip takes a byte, and hands it over.</summary>
    internal readonly void Transmit(byte value)
    {
        // TODO 1.2: Transmit one byte: wait until LineStatus has HoldingRegisterEmpty, then write
        // the byte to Data; a byte that is written earlier is lost. Every value from 0 to 255 goes
        // out as it is. Transmit text: each character is one byte, a line feed is preceded by a
        // carriage return, and a character beyond ASCII (0x80 and above) becomes a question mark.
        Unwritten.Task("1.2");
    }

    /// <summary>Transmits text: a line feed becomes carriage return and line feed; a character beyond ASCII becomes a question mark.</summary>
    internal readonly void Transmit(ReadOnlySpan<char> text)
    {
        // TODO 1.2 (continued): transmit text
        Unwritten.Task("1.2");
    }

    /// <summary>Takes a byte that has arrived. Never waits.</summary>
    /// <returns>False when there is none.</returns>
    internal readonly bool TryReceive(out byte value)
    {
        // TODO 1.3: Take the oldest byte that has arrived: if LineStatus has DataReady, read it
        // from Data and return true; otherwise return false at once. Never wait, whether for a byte
        // or for the transmitter. Other bits of LineStatus say nothing about whether a byte is
        // there.
        value = default;
        return Unwritten.Task<bool>("1.3");
    }
}
