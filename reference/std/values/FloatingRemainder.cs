using System;
using System.Numerics;
using System.Runtime;

namespace Euralios.Std;

/// <summary>The operator % of floating-point numbers: generated code calls C's function of that name. Exact, with the sign of the dividend.</summary>
internal static class FloatingRemainder
{
    private const int FractionBits = 52;
    private const ulong Hidden = 1ul << FractionBits;

    [RuntimeExport("fmod")]
    private static double Remainder(double x, double y)
    {
        double divisor = Math.Abs(y);
        if (!double.IsFinite(x) || double.IsNaN(y) || y == 0)
            return double.NaN;
        if (Math.Abs(x) < divisor)
            return x;

        // Both as a fraction times a power of two; then long division, a bit at a time.
        (ulong rest, int exponent) = Parts(Math.Abs(x));
        (ulong fraction, int least) = Parts(divisor);
        rest %= fraction;
        for (; exponent > least && rest != 0; exponent--)
        {
            rest <<= 1;
            if (rest >= fraction)
                rest -= fraction;
        }

        return Math.CopySign(Value(rest, least), x);
    }

    [RuntimeExport("fmodf")]
    private static float Remainder(float x, float y) => (float)Remainder((double)x, y);

    private static (ulong Fraction, int Exponent) Parts(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        int field = (int)(bits >> FractionBits);
        ulong fraction = (bits & (Hidden - 1)) | (field == 0 ? 0 : Hidden);

        // With the highest bit at one place, so that the dividend is the longer number where it is the larger.
        int shift = FractionBits - (63 - BitOperations.LeadingZeroCount(fraction));
        return (fraction << shift, Math.Max(field, 1) - shift);
    }

    /// <summary>What the fraction stands for where the exponent's field begins at 1.</summary>
    private static double Value(ulong fraction, int field)
    {
        if (fraction == 0)
            return 0;
        int shift = FractionBits - (63 - BitOperations.LeadingZeroCount(fraction));
        fraction <<= shift;
        field -= shift;
        return field > 0
            ? BitConverter.UInt64BitsToDouble((fraction - Hidden) + ((ulong)field << FractionBits))
            : BitConverter.UInt64BitsToDouble(fraction >> (1 - field));
    }
}
