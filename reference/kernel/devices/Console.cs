using System;
using System.Runtime.CompilerServices;

namespace Merriwig.Devices;

/// <summary>The kernel's console: COM1. Text is written as it is formed; nothing is allocated.</summary>
internal static class Console
{
    private const ushort FirstSerialPort = 0x3F8;

    private static Uart uart;

    /// <summary>Sets COM1 up at its fastest rate.</summary>
    internal static void Initialize()
    {
        uart = new Uart(new UartRegisters(FirstSerialPort));
        uart.TryInitialize(Uart.FastestRate);
    }

    internal static void Write(ReadOnlySpan<char> text) => uart.Transmit(text);

    /// <summary>Writes UTF-8 as it is.</summary>
    internal static void Write(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text)
        {
            if (value == (byte)'\n')
                uart.Transmit((byte)'\r');
            uart.Transmit(value);
        }
    }

    internal static void WriteLine() => uart.Transmit("\n");

    internal static void WriteLine(ReadOnlySpan<char> text)
    {
        uart.Transmit(text);
        uart.Transmit("\n");
    }

    /// <summary>Writes an interpolated string: <c>{n}</c> in base 10, <c>{n:x}</c> in base 16, <c>{n:x16}</c> with at least 16 digits.</summary>
    internal static void Write(ref Interpolation text) => _ = text;

    /// <inheritdoc cref="Write(ref Interpolation)"/>
    internal static void WriteLine(ref Interpolation text)
    {
        _ = text;
        WriteLine();
    }

    internal static void WriteNumber(ulong value)
    {
        Digits digits = default;
        Span<char> buffer = digits;
        uart.Transmit(buffer.Slice(0, NumberFormat.Decimal(value, buffer)));
    }

    internal static void WriteHexadecimal(ulong value, int width)
    {
        Digits digits = default;
        Span<char> buffer = digits;
        uart.Transmit(buffer.Slice(0, NumberFormat.Hexadecimal(value, width, buffer)));
    }

    /// <summary>A key that was typed, if any.</summary>
    internal static bool TryRead(out byte key) => uart.TryReceive(out key);

    [InlineArray(NumberFormat.LongestDecimal)]
    private struct Digits
    {
        private char first;
    }

    /// <summary>What the C# compiler turns an interpolated string into: each piece goes straight to the UART.</summary>
    [InterpolatedStringHandler]
    internal ref struct Interpolation
    {
        public Interpolation(int literalLength, int formattedCount)
        {
        }

        public void AppendLiteral(string text) => Write(text);

        public void AppendFormatted(ReadOnlySpan<char> text) => Write(text);

        public void AppendFormatted(string text) => Write(text);

        public void AppendFormatted(ulong value) => WriteNumber(value);

        public void AppendFormatted(ulong value, string format)
        {
            int width = 1;
            if (format.Length > 1)
            {
                width = 0;
                for (int i = 1; i < format.Length; i++)
                    width = (width * 10) + (format[i] - '0');
            }

            WriteHexadecimal(value, width);
        }
    }
}
