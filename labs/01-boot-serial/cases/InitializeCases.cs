using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.1: what state a chip is in after it was set up, whatever it was used for before.</summary>
internal static unsafe class InitializeCases
{
    internal static void LineFormat(ref Case test)
    {
        for (int i = 0; i < 20; i++)
        {
            SimulatedUart chip = SimulatedUart.Used(ref test.Random);
            Initialize(ref test, &chip, 9600);
            test.Expect((chip.LineControl & Chip.LatchOpen) == 0, "the divisor latch is still open");
            test.Equal(Chip.EightBitsNoParity, chip.LineControl, "line control");
        }
    }

    internal static void EveryRate(ref Case test)
    {
        for (uint divisor = 1; divisor <= ushort.MaxValue; divisor++)
        {
            if (Chip.FastestRate % divisor == 0)
                CheckDivisor(ref test, divisor);
        }
    }

    internal static void SlowestRates(ref Case test)
    {
        CheckDivisor(ref test, 57_600);
        CheckDivisor(ref test, 38_400);
        CheckDivisor(ref test, 28_800);
    }

    internal static void InterruptsOff(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Used(ref test.Random);
        Initialize(ref test, &chip, 57_600);
        test.Equal(0, chip.InterruptEnable, "interrupt enable");
    }

    /// <summary>A write to register 1 is no write to interrupt enable while the latch is open.</summary>
    internal static void LatchLeftOpen(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Used(ref test.Random);
        chip.LineControl |= Chip.LatchOpen;
        Initialize(ref test, &chip, 57_600);
        test.Equal(0, chip.InterruptEnable, "interrupt enable of a chip whose latch was open");
        test.Equal(2, chip.Divisor, "the divisor");
    }

    internal static void FifosOnAndEmpty(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Used(ref test.Random);
        Initialize(ref test, &chip, 57_600);
        test.Expect(chip.FifosEnabled, "the FIFOs are not enabled");
        test.Equal(0, (ulong)chip.ReceivedCount, "bytes from before in the receive FIFO");
    }

    internal static void Ready(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Used(ref test.Random);
        Initialize(ref test, &chip, 57_600);
        test.Equal(Chip.Ready, (ulong)(chip.ModemControl & Chip.Ready), "DTR and RTS in modem control");
        test.Expect((chip.ModemControl & Chip.Loopback) == 0, "the chip still loops what it transmits back to itself");
    }

    internal static void TransmitsNothing(ref Case test)
    {
        for (uint divisor = 1; divisor <= 256; divisor *= 2)
        {
            SimulatedUart chip = SimulatedUart.Used(ref test.Random);
            Initialize(ref test, &chip, Chip.FastestRate / divisor);
            test.Equal(0, (ulong)chip.SentCount, "bytes transmitted while the chip was set up");
        }
    }

    internal static void Twice(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Used(ref test.Random);
        Initialize(ref test, &chip, 300);
        Initialize(ref test, &chip, 38_400);
        test.Equal(3, chip.Divisor, "the divisor after the chip was set up a second time");
        test.Equal(Chip.EightBitsNoParity, chip.LineControl, "line control");
        test.Equal(0, chip.InterruptEnable, "interrupt enable");
    }

    private static void CheckDivisor(ref Case test, uint divisor)
    {
        SimulatedUart chip = SimulatedUart.Used(ref test.Random);
        Initialize(ref test, &chip, Chip.FastestRate / divisor);
        test.Equal(divisor, chip.Divisor, "the divisor");
    }

    private static void Initialize(ref Case test, SimulatedUart* chip, uint rate) =>
        test.Expect(new Uart(SimulatedUart.Registers(chip)).TryInitialize(rate), "a rate that the chip can make is refused");
}
