using System.Runtime.CompilerServices;

namespace System;

public enum MidpointRounding
{
    ToEven = 0,
    AwayFromZero = 1,
    ToZero = 2,
    ToNegativeInfinity = 3,
    ToPositiveInfinity = 4,
}

// Floating-point numbers. What is here is exact, or rounded once as IEEE 754 has it.
public static partial class Math
{
    /// <summary>From here on doubles have no fraction.</summary>
    private const double WholeFrom = 4503599627370496.0;

    /// <summary>The largest number of decimals to round to.</summary>
    private const int LargestDecimals = 15;

    /// <summary>One instruction.</summary>
    [Intrinsic]
    public static double Sqrt(double d) => Sqrt(d);

    public static double Abs(double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & 0x7FFF_FFFF_FFFF_FFFF);

    /// <summary>What is not a number comes out where one of the two is none; -0 is below 0.</summary>
    public static double Min(double val1, double val2)
    {
        if (val1 != val2)
            return double.IsNaN(val1) || val1 < val2 ? val1 : val2;
        return double.IsNegative(val1) ? val1 : val2;
    }

    /// <inheritdoc cref="Min(double, double)"/>
    public static double Max(double val1, double val2)
    {
        if (val1 != val2)
            return double.IsNaN(val1) || val1 > val2 ? val1 : val2;
        return double.IsNegative(val1) ? val2 : val1;
    }

    public static double Clamp(double value, double min, double max) =>
        min > max ? throw MinAboveMax(min, max) : value < min ? min : value > max ? max : value;

    public static int Sign(double value) =>
        value < 0 ? -1 : value > 0 ? 1 : value == 0 ? 0
        : throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");

    public static float Abs(float value) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) & 0x7FFF_FFFF);

    /// <summary>What is not a number comes out where one of the two is none; -0 is below 0.</summary>
    public static float Min(float val1, float val2)
    {
        if (val1 != val2)
            return float.IsNaN(val1) || val1 < val2 ? val1 : val2;
        return float.IsNegative(val1) ? val1 : val2;
    }

    /// <inheritdoc cref="Min(float, float)"/>
    public static float Max(float val1, float val2)
    {
        if (val1 != val2)
            return float.IsNaN(val1) || val1 > val2 ? val1 : val2;
        return float.IsNegative(val1) ? val2 : val1;
    }

    public static float Clamp(float value, float min, float max) =>
        min > max ? throw MinAboveMax(min, max) : value < min ? min : value > max ? max : value;

    public static int Sign(float value) =>
        value < 0 ? -1 : value > 0 ? 1 : value == 0 ? 0
        : throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");

    /// <summary>Without the fraction.</summary>
    public static double Truncate(double d)
    {
        // Beyond this there is no fraction; and the sign of a zero stays.
        if (!(Abs(d) < WholeFrom))
            return d;
        return CopySign((long)d, d);
    }

    public static double Floor(double d)
    {
        double whole = Truncate(d);
        return whole > d ? whole - 1 : whole;
    }

    public static double Ceiling(double a)
    {
        double whole = Truncate(a);
        return whole < a ? CopySign(whole + 1, a) : whole;
    }

    public static double CopySign(double x, double y)
    {
        const long sign = long.MinValue;
        return BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(x) & ~sign) | (BitConverter.DoubleToInt64Bits(y) & sign));
    }

    /// <summary>To the nearest whole number; between two, to the even one.</summary>
    public static double Round(double a)
    {
        // The sum has no room for a fraction, and the processor rounds it just so.
        if (!(Abs(a) < WholeFrom))
            return a;
        double rounded = Abs(a) + WholeFrom;
        return CopySign(rounded - WholeFrom, a);
    }

    public static double Round(double value, MidpointRounding mode)
    {
        switch (mode)
        {
            case MidpointRounding.ToEven:
                return Round(value);
            case MidpointRounding.AwayFromZero:
                double whole = Truncate(value);
                return Abs(value - whole) >= 0.5 ? whole + CopySign(1, value) : whole;
            case MidpointRounding.ToZero:
                return Truncate(value);
            case MidpointRounding.ToNegativeInfinity:
                return Floor(value);
            case MidpointRounding.ToPositiveInfinity:
                return Ceiling(value);
            default:
                throw new ArgumentException("The value '" + ((int)mode).ToString() + "' is not valid for this usage of the type MidpointRounding.", nameof(mode));
        }
    }

    public static double Round(double value, int digits) => Round(value, digits, MidpointRounding.ToEven);

    /// <summary>As .NET does: the product with a power of ten is rounded, and divided again.</summary>
    public static double Round(double value, int digits, MidpointRounding mode)
    {
        if (digits is < 0 or > LargestDecimals)
            throw new ArgumentOutOfRangeException(nameof(digits), "Rounding digits must be between 0 and 15, inclusive.");
        if (!(Abs(value) < 1e16))
            return value;
        double power = PowerOfTen(digits);
        return Round(value * power, mode) / power;
    }

    private static double PowerOfTen(int exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent--)
            power *= 10;
        return power;
    }
}
