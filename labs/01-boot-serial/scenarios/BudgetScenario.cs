using System;
using System.Runtime.CompilerServices;
using Merriwig.Cpu;
using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>What the student's code costs in guest instructions. The machine runs at <c>-icount shift=0</c>.</summary>
internal static class BudgetScenario
{
    private const int Count = 1000;

    private static Numbers numbers;

    internal static void Run(RandomSource random)
    {
        for (int i = 0; i < Count; i++)
            numbers[i] = random.Next() >> (int)random.Below(64);
        Initialize();
        Decimal();
        Hexadecimal();
    }

    private static void Initialize()
    {
        const int times = 100;
        var uart = new Uart(SerialPort.Registers(SerialPort.Reports.Nothing));
        ulong start = Processor.ReadTimeStamp();
        for (int i = 0; i < times; i++)
            uart.TryInitialize(Chip.FastestRate);
        Measure.Report("initialize", start, Processor.ReadTimeStamp(), times);
    }

    private static void Decimal()
    {
        Digits digits = default;
        Span<char> buffer = digits;
        ulong start = Processor.ReadTimeStamp();
        foreach (ulong number in (ReadOnlySpan<ulong>)numbers)
            NumberFormat.Decimal(number, buffer);
        Measure.Report("decimal", start, Processor.ReadTimeStamp(), Count);
    }

    private static void Hexadecimal()
    {
        Digits digits = default;
        Span<char> buffer = digits;
        ulong start = Processor.ReadTimeStamp();
        foreach (ulong number in (ReadOnlySpan<ulong>)numbers)
            NumberFormat.Hexadecimal(number, 8, buffer);
        Measure.Report("hexadecimal", start, Processor.ReadTimeStamp(), Count);
    }

    [InlineArray(Count)]
    private struct Numbers
    {
        private ulong first;
    }

    [InlineArray(20)]
    private struct Digits
    {
        private char first;
    }
}
