using System;
using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.4: a buffer with room for one character too few stays as it was; with that one more the number fits.</summary>
internal static class ShortBufferCases
{
    internal static void Decimal(ref Case test)
    {
        ulong power = 1;
        for (int digits = 1; digits <= 20; digits++, power *= 10)
        {
            Decimal(ref test, power, digits);
            Decimal(ref test, power + test.Random.Below(9), digits);
        }

        Decimal(ref test, 0, 1);
        Decimal(ref test, ulong.MaxValue, 20);
    }

    internal static void Hexadecimal(ref Case test)
    {
        for (int digits = 1; digits <= 16; digits++)
        {
            Hexadecimal(ref test, 1ul << (4 * (digits - 1)), 1, digits);
            Hexadecimal(ref test, 7, digits, digits);
        }

        Hexadecimal(ref test, ulong.MaxValue, 3, 16);
    }

    private static void Decimal(ref Case test, ulong value, int digits)
    {
        Written written = Written.Nothing();
        Span<char> buffer = written;
        Refused(ref test, ref written, NumberFormat.Decimal(value, buffer.Slice(0, digits - 1)));
        int returned = NumberFormat.Decimal(value, buffer.Slice(0, digits));
        written.Check(ref test, value, 10, digits, returned);
    }

    private static void Hexadecimal(ref Case test, ulong value, int width, int digits)
    {
        Written written = Written.Nothing();
        Span<char> buffer = written;
        Refused(ref test, ref written, NumberFormat.Hexadecimal(value, width, buffer.Slice(0, digits - 1)));
        int returned = NumberFormat.Hexadecimal(value, width, buffer.Slice(0, digits));
        written.Check(ref test, value, 16, digits, returned);
    }

    private static void Refused(ref Case test, ref Written written, int returned)
    {
        written.CheckUntouched(ref test, 0);
        test.Equal(0, (ulong)returned, "the returned count for a buffer that is too short");
    }
}
