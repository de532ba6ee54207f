using System;
using System.Runtime.CompilerServices;
using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>A message made from the seed goes out through COM1: the student's driver carries it, with the student's digits in it.</summary>
internal static class MessageScenario
{
    internal static void Run(RandomSource random)
    {
        var uart = new Uart(SerialPort.Registers(SerialPort.Reports.Nothing));
        uart.TryInitialize(Chip.FastestRate);
        for (int i = 0; i < MessageLine.Count; i++)
            Transmit(uart, MessageLine.Draw(ref random));
    }

    private static void Transmit(Uart uart, MessageLine line)
    {
        Digits digits = default;
        Span<char> buffer = digits;
        uart.Transmit(line.Word);
        uart.Transmit(" ");
        uart.Transmit(buffer.Slice(0, NumberFormat.Decimal(line.Amount, buffer)));
        uart.Transmit(" 0x");
        uart.Transmit(buffer.Slice(0, NumberFormat.Hexadecimal(line.Address, line.Width, buffer)));
        uart.Transmit(line.Foreign ? " \u00FC\n" : "\n");
    }

    [InlineArray(20)]
    private struct Digits
    {
        private char first;
    }
}
