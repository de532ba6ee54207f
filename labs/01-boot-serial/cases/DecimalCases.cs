using Merriwig.Devices;

namespace Merriwig.Lab;

/// <summary>Task 1.4: numbers in base 10.</summary>
internal static class DecimalCases
{
    internal static void Zero(ref Case test) => Check(ref test, 0);

    internal static void AroundPowersOfTen(ref Case test)
    {
        ulong power = 1;
        for (int digits = 1; digits <= 20; digits++, power *= 10)
        {
            Check(ref test, power - 1);
            Check(ref test, power);
            Check(ref test, power + 1);
            Check(ref test, power + (power - 1)); // 199...9
        }
    }

    internal static void Largest(ref Case test)
    {
        Check(ref test, ulong.MaxValue);
        Check(ref test, ulong.MaxValue - 1);
        Check(ref test, uint.MaxValue);
        Check(ref test, 1ul + uint.MaxValue);
        Check(ref test, long.MaxValue);
    }

    internal static void Seeded(ref Case test)
    {
        for (int i = 0; i < 300; i++)
            Check(ref test, test.Random.Next() >> (int)test.Random.Below(64));
    }

    /// <summary>How many digits a number has, counted from the small end.</summary>
    internal static int Digits(ulong value)
    {
        int digits = 1;
        for (ulong next = 10; value >= next; next *= 10)
        {
            if (++digits == 20)
                break;
        }

        return digits;
    }

    private static void Check(ref Case test, ulong value)
    {
        Written written = Written.Nothing();
        int returned = NumberFormat.Decimal(value, written);
        written.Check(ref test, value, 10, Digits(value), returned);
    }
}
