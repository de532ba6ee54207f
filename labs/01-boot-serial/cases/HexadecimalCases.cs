using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.4: numbers in base 16, with at least so many digits.</summary>
internal static class HexadecimalCases
{
    internal static void Zero(ref Case test)
    {
        for (int width = 1; width <= 16; width++)
            Check(ref test, 0, width);
    }

    internal static void AroundPowersOfSixteen(ref Case test)
    {
        for (int shift = 0; shift < 64; shift += 4)
        {
            Check(ref test, (1ul << shift) - 1, 1);
            Check(ref test, 1ul << shift, 1);
            Check(ref test, (1ul << shift) + 1, 1);
        }

        Check(ref test, ulong.MaxValue, 1);
    }

    internal static void EveryDigit(ref Case test)
    {
        Check(ref test, 0x0123_4567_89AB_CDEF, 16);
        Check(ref test, 0xFEDC_BA98_7654_3210, 1);
    }

    internal static void LeadingZeros(ref Case test)
    {
        for (int width = 1; width <= 16; width++)
        {
            Check(ref test, 0xA, width);
            Check(ref test, 0x1F0, width);
        }
    }

    internal static void WiderThanAsked(ref Case test)
    {
        Check(ref test, 0x10, 1);
        Check(ref test, 0x12345, 4);
        Check(ref test, ulong.MaxValue, 8);
    }

    internal static void Seeded(ref Case test)
    {
        for (int i = 0; i < 300; i++)
            Check(ref test, test.Random.Next() >> (int)test.Random.Below(64), 1 + (int)test.Random.Below(16));
    }

    /// <summary>How many digits a number has without leading zeros.</summary>
    internal static int Digits(ulong value)
    {
        int digits = 1;
        for (; value > 15; value >>= 4)
            digits++;
        return digits;
    }

    private static void Check(ref Case test, ulong value, int width)
    {
        Written written = Written.Nothing();
        int returned = NumberFormat.Hexadecimal(value, width, written);
        written.Check(ref test, value, 16, Digits(value) > width ? Digits(value) : width, returned);
    }
}
