using Merriwig.Devices;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// The student's set-up of the real chip at several rates, each time after the lab's own code has set every register to something else. The
/// registers are read back before and after.
/// </summary>
internal static class LineScenario
{
    private const int SeededRates = 6;
    private const int BytesFromBefore = 3;
    private const byte SevenBitsEvenParity = 0x1A;

    internal static void Run(RandomSource random)
    {
        Try(ref random, Chip.FastestRate);
        Try(ref random, 300);
        Try(ref random, 2);
        Try(ref random, 0);
        Try(ref random, 1);
        Try(ref random, 2 * Chip.FastestRate);
        for (int i = 0; i < SeededRates; i++)
            Try(ref random, Seeded(ref random));
        Trace.Event("line.end").End();
    }

    /// <summary>A rate with the clock's prime factors 2, 3 and 5; with three threes it is one that the chip cannot make.</summary>
    private static uint Seeded(ref RandomSource random)
    {
        uint rate = 1u << (int)random.Below(10);
        for (uint threes = random.Below(4); threes > 0; threes--)
            rate *= 3;
        for (uint fives = random.Below(3); fives > 0; fives--)
            rate *= 5;
        return rate;
    }

    private static void Try(ref RandomSource random, uint rate)
    {
        Disturb(ref random);
        Report("line.before");
        bool accepted = new Uart(SerialPort.Registers(SerialPort.Reports.Nothing)).TryInitialize(rate);
        Trace.Event("line.initialize").Number("rate", rate).Word("accepted", accepted ? "yes" : "no").End();
        Report("line.after");
    }

    /// <summary>
    /// Leaves nothing as a driver wants it: 7 bits with parity, another divisor, interrupts on, looped back, old bytes in the FIFO, and
    /// sometimes the latch open.
    /// </summary>
    private static void Disturb(ref RandomSource random)
    {
        SerialPort.Write(Chip.LineControl, Chip.LatchOpen);
        SerialPort.Write(Chip.Data, (byte)(1 + random.Below(255)));
        SerialPort.Write(Chip.InterruptEnable, 0xFB);
        SerialPort.Write(Chip.LineControl, SevenBitsEvenParity);
        SerialPort.Write(Chip.FifoControl, Chip.EnableFifos | Chip.ClearReceived | Chip.ClearTransmitted);
        SerialPort.Write(Chip.ModemControl, Chip.Loopback);
        for (int i = 0; i < BytesFromBefore; i++)
            SerialPort.Write(Chip.Data, (byte)random.Below(256));
        SerialPort.Write(Chip.InterruptEnable, 0x0F);
        if (random.Below(2) == 0)
            SerialPort.Write(Chip.LineControl, Chip.LatchOpen | SevenBitsEvenParity);
    }

    /// <summary>Reads the chip's registers, the divisor included, and leaves them as they are.</summary>
    private static void Report(string name)
    {
        byte line = SerialPort.Read(Chip.LineControl);
        SerialPort.Write(Chip.LineControl, (byte)(line | Chip.LatchOpen));
        int divisor = SerialPort.Read(Chip.Data) | (SerialPort.Read(Chip.InterruptEnable) << 8);
        SerialPort.Write(Chip.LineControl, (byte)(line & ~Chip.LatchOpen));
        byte interrupts = SerialPort.Read(Chip.InterruptEnable);
        SerialPort.Write(Chip.LineControl, line);

        Trace.Event(name).Hexadecimal("line-control", line).Number("divisor", (ulong)divisor).Hexadecimal("interrupt-enable", interrupts)
            .Hexadecimal("interrupt-identification", SerialPort.Read(Chip.InterruptIdentification))
            .Hexadecimal("modem-control", SerialPort.Read(Chip.ModemControl))
            .Hexadecimal("line-status", SerialPort.Read(Chip.LineStatus)).End();
    }
}
