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
        #region Solution 1.1: program the line
        if (bitsPerSecond == 0 || FastestRate % bitsPerSecond != 0)
            return false;
        uint divisor = FastestRate / bitsPerSecond;
        if (divisor > 0xFFFF)
            return false;

        registers.Write(LineControl, DivisorLatch | EightBitsNoParity);
        registers.Write(Data, (byte)divisor);
        registers.Write(InterruptEnable, (byte)(divisor >> 8));
        registers.Write(LineControl, EightBitsNoParity);

        // Only now: whoever used the chip before may have left the latch open.
        registers.Write(InterruptEnable, 0);
        registers.Write(FifoControl, ResetFifos);
        registers.Write(ModemControl, Ready);
        return true;
        #endregion
    }

    /// <summary>Waits until the chip takes a byte, and hands it over.</summary>
    internal readonly void Transmit(byte value)
    {
        #region Solution 1.2: transmit one byte
        while ((registers.Read(LineStatus) & HoldingRegisterEmpty) == 0)
        {
        }

        registers.Write(Data, value);
        #endregion
    }

    /// <summary>Transmits text: a line feed becomes carriage return and line feed; a character beyond ASCII becomes a question mark.</summary>
    internal readonly void Transmit(ReadOnlySpan<char> text)
    {
        #region Solution 1.2: transmit text
        foreach (char character in text)
        {
            if (character == '\n')
                Transmit((byte)'\r');
            Transmit(character < 0x80 ? (byte)character : (byte)'?');
        }
        #endregion
    }

    /// <summary>Takes a byte that has arrived. Never waits.</summary>
    /// <returns>False when there is none.</returns>
    internal readonly bool TryReceive(out byte value)
    {
        #region Solution 1.3: receive one byte
        if ((registers.Read(LineStatus) & DataReady) == 0)
        {
            value = 0;
            return false;
        }

        value = registers.Read(Data);
        return true;
        #endregion
    }
}
