using System;
using System.Runtime.CompilerServices;
using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.2: text, over a transmitter that is often busy.</summary>
internal static unsafe class TextCases
{
    internal static void AsItIs(ref Case test)
    {
        Check(ref test, "Merriwig", "Merriwig"u8);
        Check(ref test, "tab\tand carriage return\r and ~\x7F", "tab\tand carriage return\r and ~\x7F"u8);
        Check(ref test, "", ""u8);
        Check(ref test, "zero \0 is no end", "zero \0 is no end"u8);
    }

    internal static void LineFeeds(ref Case test)
    {
        Check(ref test, "one\ntwo\n", "one\r\ntwo\r\n"u8);
        Check(ref test, "\n\n", "\r\n\r\n"u8);
        Check(ref test, "\r\n", "\r\r\n"u8);
    }

    internal static void BeyondAscii(ref Case test)
    {
        Check(ref test, "\u0080\u00FF", "??"u8);
        Check(ref test, "Gr\u00FC\u00DFe", "Gr??e"u8);
        Check(ref test, "\u010A\u0141", "??"u8); // their low bytes are a line feed and an A
        Check(ref test, "\uD83D\uDE00!", "??!"u8); // one emoji is two characters of UTF-16
        Check(ref test, "\uFFFF", "?"u8);
    }

    internal static void Seeded(ref Case test)
    {
        Characters characters = default;
        Bytes expected = default;
        Span<char> text = characters;
        Span<byte> bytes = expected;
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            uint kind = test.Random.Below(10);
            text[i] = kind switch
            {
                0 => '\n',
                1 => (char)(0x80 + test.Random.Below(0xFF80)),
                _ => (char)(' ' + test.Random.Below(95)),
            };
            if (kind == 0)
                bytes[length++] = 13;
            bytes[length++] = kind switch { 0 => 10, 1 => (byte)'?', _ => (byte)text[i] };
        }

        Check(ref test, text, bytes.Slice(0, length));
    }

    private static void Check(ref Case test, ReadOnlySpan<char> text, ReadOnlySpan<byte> expected)
    {
        SimulatedUart chip = SimulatedUart.Ready();
        chip.HoldingTime = 1 + (int)test.Random.Below(20);
        chip.ShiftTime = (int)test.Random.Below(20);
        new Uart(SimulatedUart.Registers(&chip)).Transmit(text);
        Wire.Check(ref test, ref chip, expected);
    }

    [InlineArray(200)]
    private struct Characters
    {
        private char first;
    }

    [InlineArray(400)]
    private struct Bytes
    {
        private byte first;
    }
}
