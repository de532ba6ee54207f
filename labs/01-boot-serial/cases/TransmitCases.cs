using System;
using System.Runtime.CompilerServices;
using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.2: one byte at a time, whatever its value, and none before the chip can take it.</summary>
internal static unsafe class TransmitCases
{
    internal static void EveryValue(ref Case test)
    {
        Bytes expected = default;
        Span<byte> bytes = expected;
        SimulatedUart chip = SimulatedUart.Ready();
        var uart = new Uart(SimulatedUart.Registers(&chip));
        for (int value = 0; value < bytes.Length; value++)
        {
            bytes[value] = (byte)value;
            uart.Transmit((byte)value);
        }

        Wire.Check(ref test, ref chip, bytes);
    }

    internal static void WaitsForTheHoldingRegister(ref Case test)
    {
        Bytes expected = default;
        Span<byte> bytes = expected;
        SimulatedUart chip = SimulatedUart.Ready();
        var uart = new Uart(SimulatedUart.Registers(&chip));
        for (int i = 0; i < bytes.Length; i++)
        {
            chip.HoldingTime = 1 + (int)test.Random.Below(60);
            chip.ShiftTime = (int)test.Random.Below(60);
            bytes[i] = (byte)test.Random.Below(256);
            uart.Transmit(bytes[i]);
        }

        Wire.Check(ref test, ref chip, bytes);
    }

    /// <summary>A holding register that is empty is enough: the next byte can go in while the last one is still on the line.</summary>
    internal static void DoesNotWaitLonger(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        chip.HoldingTime = 5;
        chip.ShiftTime = 1_000_000;
        var uart = new Uart(SimulatedUart.Registers(&chip));
        uart.Transmit((byte)'a');
        uart.Transmit((byte)'b');
        Wire.Check(ref test, ref chip, "ab"u8);
    }

    internal static void WhileBytesArrive(ref Case test)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        chip.HoldingTime = 20;
        var uart = new Uart(SimulatedUart.Registers(&chip));
        for (int i = 0; i < Chip.FifoSize; i++)
        {
            chip.Arrive((byte)i);
            uart.Transmit((byte)('A' + i));
        }

        Wire.Check(ref test, ref chip, "ABCDEFGHIJKLMNOP"u8);
        test.Equal(Chip.FifoSize, (ulong)chip.ReceivedCount, "bytes that still wait to be received");
    }

    [InlineArray(256)]
    private struct Bytes
    {
        private byte first;
    }
}
