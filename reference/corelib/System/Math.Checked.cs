using Internal.Runtime.CompilerHelpers;

namespace System;

// What generated code calls in a checked context. ILC looks the names up.
public static partial class Math
{
    internal static long MultiplyChecked(long left, long right)
    {
        long product = left * right;
        if ((left == -1 && right == long.MinValue) || (left != 0 && left != -1 && product / left != right))
            ThrowHelpers.ThrowOverflowException();
        return product;
    }

    internal static ulong MultiplyChecked(ulong left, ulong right)
    {
        ulong product = left * right;
        if (left != 0 && product / left != right)
            ThrowHelpers.ThrowOverflowException();
        return product;
    }

    internal static int ConvertToInt32Checked(double value)
    {
        if (!(value > -2147483649.0 && value < 2147483648.0))
            ThrowHelpers.ThrowOverflowException();
        return (int)value;
    }

    internal static uint ConvertToUInt32Checked(double value)
    {
        if (!(value > -1.0 && value < 4294967296.0))
            ThrowHelpers.ThrowOverflowException();
        return (uint)(long)value;
    }

    internal static long ConvertToInt64Checked(double value)
    {
        if (!(value >= -9223372036854775808.0 && value < 9223372036854775808.0))
            ThrowHelpers.ThrowOverflowException();
        return (long)value;
    }

    internal static ulong ConvertToUInt64Checked(double value)
    {
        if (!(value > -1.0 && value < 18446744073709551616.0))
            ThrowHelpers.ThrowOverflowException();
        return value < 9223372036854775808.0 ? (ulong)(long)value : (ulong)(long)(value - 9223372036854775808.0) + (1ul << 63);
    }
}
