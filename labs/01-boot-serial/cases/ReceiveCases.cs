using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.3: bytes that have arrived, and the answer that there is none.</summary>
internal static unsafe class ReceiveCases
{
    internal static void One(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        chip.Arrive((byte)'k');
        Received(ref test, &chip, (byte)'k');
        Empty(ref test, &chip);
    }

    internal static void Nothing(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        for (int i = 0; i < 5; i++)
            Empty(ref test, &chip);
        chip.Arrive((byte)'n');
        Received(ref test, &chip, (byte)'n');
        test.Equal(0, (ulong)chip.Writes, "writes to the chip while receiving");
    }

    internal static void EveryValue(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        for (int value = 0; value < 256; value++)
        {
            chip.Arrive((byte)value);
            Received(ref test, &chip, (byte)value);
            Empty(ref test, &chip);
        }
    }

    internal static void InOrder(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        for (int i = 0; i < Chip.FifoSize; i++)
            chip.Arrive((byte)(200 + i));
        for (int i = 0; i < Chip.FifoSize; i++)
            Received(ref test, &chip, (byte)(200 + i));
        Empty(ref test, &chip);
    }

    /// <summary>More bytes came than the FIFO holds: the line status has one bit more, and the oldest bytes are there.</summary>
    internal static void AfterOverrun(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        for (int i = 0; i < Chip.FifoSize + 5; i++)
            chip.Arrive((byte)(10 + i));
        for (int i = 0; i < Chip.FifoSize; i++)
            Received(ref test, &chip, (byte)(10 + i));
        Empty(ref test, &chip);
    }

    /// <summary>The transmitter is busy, and that is no reason to wait, nor to believe that something has arrived.</summary>
    internal static void WhileTransmitting(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        chip.HoldingTime = 1_000_000;
        SimulatedUart.Registers(&chip).Write(Chip.Data, (byte)'t');
        Empty(ref test, &chip);
        chip.Arrive((byte)'r');
        Received(ref test, &chip, (byte)'r');
        Empty(ref test, &chip);
    }

    internal static void Seeded(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        uint waiting = 0;
        ulong arrived = 0;
        ulong taken = 0;
        for (int step = 0; step < 500; step++)
        {
            for (uint burst = test.Random.Below(Chip.FifoSize - waiting + 1); burst > 0; burst--, waiting++)
                chip.Arrive(ByteAt(arrived++));
            for (uint burst = test.Random.Below(Chip.FifoSize); burst > 0 && waiting > 0; burst--, waiting--)
                Received(ref test, &chip, ByteAt(taken++));
            if (waiting == 0)
                Empty(ref test, &chip);
        }
    }

    /// <summary>The bytes of the seeded arrivals: any sequence without a short period.</summary>
    private static byte ByteAt(ulong position) => (byte)((position * 181) + (position >> 8));

    private static void Received(ref Case test, SimulatedUart* chip, byte expected)
    {
        test.Expect(new Uart(SimulatedUart.Registers(chip)).TryReceive(out byte value), "a byte has arrived, and none is received");
        test.Equal(expected, value, "the received byte");
    }

    private static void Empty(ref Case test, SimulatedUart* chip) =>
        test.Expect(!new Uart(SimulatedUart.Registers(chip)).TryReceive(out _), "a byte is received, and none has arrived");
}
