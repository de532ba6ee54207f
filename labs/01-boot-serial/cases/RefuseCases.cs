using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.1: rates that the chip cannot make. The same chip then takes one that it can.</summary>
internal static unsafe class RefuseCases
{
    internal static void Zero(ref Case test) => Refused(ref test, 0);

    internal static void TooFast(ref Case test)
    {
        Refused(ref test, Chip.FastestRate + 1);
        Refused(ref test, 2 * Chip.FastestRate);
        Refused(ref test, uint.MaxValue);
    }

    internal static void NotExact(ref Case test)
    {
        Refused(ref test, 14_000);
        Refused(ref test, Chip.FastestRate - 1);
        for (int i = 0; i < 50; i++)
        {
            uint rate = 1 + test.Random.Below(Chip.FastestRate);
            if (Chip.FastestRate % rate != 0)
                Refused(ref test, rate);
        }
    }

    internal static void TooSlow(ref Case test) => Refused(ref test, 1); // its divisor is 115,200, and the latch has 16 bits

    private static void Refused(ref Case test, uint rate)
    {
        SimulatedUart chip = SimulatedUart.Used(ref test.Random);
        var uart = new Uart(SimulatedUart.Registers(&chip));
        test.Expect(!uart.TryInitialize(rate), "a rate that the chip cannot make is accepted");
        test.Equal(0, (ulong)chip.Writes, "writes to the chip for a rate that is refused");
        test.Expect(uart.TryInitialize(1200), "a rate that the chip can make is refused");
        test.Equal(96, chip.Divisor, "the divisor");
    }
}
