using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>
/// A 16550 without a machine around it, as strict as the real one: a byte that is written while the transmitter is busy is lost, and the
/// first two registers are the divisor while the latch is open. Its clock is the driver's reads of the line status, so a test needs no time.
/// </summary>
internal unsafe struct SimulatedUart
{
    /// <summary>The most bytes that are remembered as transmitted.</summary>
    internal const int MostSent = 600;

    /// <summary>A driver that reads so often, and nothing comes of it, waits for something that will not happen.</summary>
    private const int Patience = 2000;

    /// <summary>More writes than any test needs: a driver that writes so often does not come to an end.</summary>
    private const int MostWrites = 5000;

    // What the driver wrote.
    internal byte InterruptEnable;
    internal byte LineControl;
    internal byte ModemControl;
    internal ushort Divisor;
    internal bool FifosEnabled;
    internal int Writes;
    private byte scratch;

    // How long the transmitter takes over each byte, in reads of the line status: in the holding register, then in the shift register.
    internal int HoldingTime;
    internal int ShiftTime;
    private int busy;

    /// <summary>Bytes that were written while the transmitter was busy.</summary>
    internal int Lost;

    /// <summary>Bytes that the transmitter took.</summary>
    internal int SentCount;
    private fixed byte sent[MostSent];

    /// <summary>Bytes that have arrived and were not read.</summary>
    internal int ReceivedCount;
    private fixed byte received[Chip.FifoSize];
    private int firstReceived;
    private bool overrun;

    private int idleReads;

    /// <summary>A chip whose line is set up: 8N1, FIFOs enabled, nothing under way.</summary>
    internal static SimulatedUart Ready() => new()
    {
        LineControl = Chip.EightBitsNoParity,
        ModemControl = Chip.Ready,
        Divisor = 1,
        FifosEnabled = true,
    };

    /// <summary>A chip that was used for something else: every register is set to what it must not stay, and bytes have arrived.</summary>
    internal static SimulatedUart Used(ref RandomSource random)
    {
        var chip = new SimulatedUart
        {
            LineControl = (byte)(0x04 + (4 * random.Below(31))), // with parity, or two stop bits, or the line held down; 5 bits
            ModemControl = Chip.Loopback,
            InterruptEnable = (byte)(1 + random.Below(15)),
            Divisor = (ushort)(60_001 + (2 * random.Below(2000))), // not a divisor of the clock
            FifosEnabled = true,
        };
        for (uint bytes = 1 + random.Below(Chip.FifoSize); bytes > 0; bytes--)
            chip.Arrive((byte)random.Below(256));
        return chip;
    }

    /// <summary>The registers of a chip, for a driver. The chip must stay where it is.</summary>
    internal static UartRegisters Registers(SimulatedUart* chip) => new(chip, &Read, &Write);

    /// <summary>The byte that went out at a position, from 0.</summary>
    internal byte Sent(int position) => sent[position];

    /// <summary>A byte arrives. When the FIFO is full it is lost, and the line status says so.</summary>
    internal void Arrive(byte value)
    {
        if (ReceivedCount == Chip.FifoSize)
        {
            overrun = true;
            return;
        }

        received[(firstReceived + ReceivedCount++) % Chip.FifoSize] = value;
    }

    private readonly bool IsLatchOpen => (LineControl & Chip.LatchOpen) != 0;

    private static byte Read(void* chip, int register) => ((SimulatedUart*)chip)->Read(register);

    private static void Write(void* chip, int register, byte value) => ((SimulatedUart*)chip)->Write(register, value);

    private byte Read(int register)
    {
        default(Case).Expect(++idleReads <= Patience, "the driver reads registers over and over, and waits for what never comes");
        return register switch
        {
            Chip.Data => IsLatchOpen ? (byte)Divisor : TakeReceived(),
            Chip.InterruptEnable => IsLatchOpen ? (byte)(Divisor >> 8) : InterruptEnable,
            Chip.InterruptIdentification => FifosEnabled ? (byte)(Chip.FifosEnabled | Chip.NoInterrupt) : Chip.NoInterrupt,
            Chip.LineControl => LineControl,
            Chip.ModemControl => ModemControl,
            Chip.LineStatus => ReadStatus(),
            Chip.ModemStatus => 0xB0, // the other side is there: carrier, ready, clear to send
            _ => scratch,
        };
    }

    private void Write(int register, byte value)
    {
        default(Case).Expect(++Writes <= MostWrites, "the driver writes to the chip without end");
        idleReads = 0;
        switch (register)
        {
            case Chip.Data when IsLatchOpen:
                Divisor = (ushort)((Divisor & 0xFF00) | value);
                break;
            case Chip.Data:
                Transmit(value);
                break;
            case Chip.InterruptEnable when IsLatchOpen:
                Divisor = (ushort)((value << 8) | (Divisor & 0x00FF));
                break;
            case Chip.InterruptEnable:
                InterruptEnable = (byte)(value & 0x0F);
                break;
            case Chip.FifoControl:
                ControlFifos(value);
                break;
            case Chip.LineControl:
                LineControl = value;
                break;
            case Chip.ModemControl:
                ModemControl = (byte)(value & 0x1F);
                break;
            case Chip.Scratch:
                scratch = value;
                break;
        }
    }

    private void Transmit(byte value)
    {
        if (busy > ShiftTime || SentCount == MostSent)
        {
            Lost++;
            return;
        }

        sent[SentCount++] = value;
        busy = HoldingTime + ShiftTime;
    }

    /// <summary>Switching the FIFOs on or off empties them; the other bits count only while they are being enabled.</summary>
    private void ControlFifos(byte value)
    {
        bool enable = (value & Chip.EnableFifos) != 0;
        if (enable != FifosEnabled || (enable && (value & Chip.ClearReceived) != 0))
            ReceivedCount = 0;
        FifosEnabled = enable;
    }

    private byte ReadStatus()
    {
        int status = ReceivedCount > 0 ? Chip.DataReady : 0;
        if (overrun)
            status |= Chip.Overrun;
        overrun = false;
        if (busy > 0)
            busy--;
        if (busy <= ShiftTime)
            status |= Chip.HoldingRegisterEmpty;
        if (busy == 0)
            status |= Chip.TransmitterEmpty;
        return (byte)status;
    }

    private byte TakeReceived()
    {
        if (ReceivedCount == 0)
            return 0;
        idleReads = 0;
        byte value = received[firstReceived];
        firstReceived = (firstReceived + 1) % Chip.FifoSize;
        ReceivedCount--;
        return value;
    }
}
