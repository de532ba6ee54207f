namespace System;

/// <summary>From one kind of value to another; what does not fit is an overflow.</summary>
public static partial class Convert
{
    public static byte ToByte(bool value) => value ? (byte)1 : (byte)0;

    public static byte ToByte(byte value) => value;

    public static byte ToByte(sbyte value) => checked((byte)value);

    public static byte ToByte(short value) => checked((byte)value);

    public static byte ToByte(ushort value) => checked((byte)value);

    public static byte ToByte(int value) => checked((byte)value);

    public static byte ToByte(uint value) => checked((byte)value);

    public static byte ToByte(long value) => checked((byte)value);

    public static byte ToByte(ulong value) => checked((byte)value);

    public static byte ToByte(char value) => checked((byte)value);

    public static byte ToByte(float value) => ToByte((double)value);

    public static byte ToByte(double value) => (byte)ToWhole(value, byte.MinValue, byte.MaxValue);

    public static byte ToByte(string? value) => value is null ? (byte)0 : byte.Parse(value);

    public static byte ToByte(string? value, IFormatProvider? provider) => ToByte(value);

    public static sbyte ToSByte(bool value) => value ? (sbyte)1 : (sbyte)0;

    public static sbyte ToSByte(byte value) => checked((sbyte)value);

    public static sbyte ToSByte(sbyte value) => value;

    public static sbyte ToSByte(short value) => checked((sbyte)value);

    public static sbyte ToSByte(ushort value) => checked((sbyte)value);

    public static sbyte ToSByte(int value) => checked((sbyte)value);

    public static sbyte ToSByte(uint value) => checked((sbyte)value);

    public static sbyte ToSByte(long value) => checked((sbyte)value);

    public static sbyte ToSByte(ulong value) => checked((sbyte)value);

    public static sbyte ToSByte(char value) => checked((sbyte)value);

    public static sbyte ToSByte(float value) => ToSByte((double)value);

    public static sbyte ToSByte(double value) => (sbyte)ToWhole(value, sbyte.MinValue, sbyte.MaxValue);

    public static sbyte ToSByte(string? value) => value is null ? (sbyte)0 : sbyte.Parse(value);

    public static sbyte ToSByte(string? value, IFormatProvider? provider) => ToSByte(value);

    public static short ToInt16(bool value) => value ? (short)1 : (short)0;

    public static short ToInt16(byte value) => value;

    public static short ToInt16(sbyte value) => value;

    public static short ToInt16(short value) => value;

    public static short ToInt16(ushort value) => checked((short)value);

    public static short ToInt16(int value) => checked((short)value);

    public static short ToInt16(uint value) => checked((short)value);

    public static short ToInt16(long value) => checked((short)value);

    public static short ToInt16(ulong value) => checked((short)value);

    public static short ToInt16(char value) => checked((short)value);

    public static short ToInt16(float value) => ToInt16((double)value);

    public static short ToInt16(double value) => (short)ToWhole(value, short.MinValue, short.MaxValue);

    public static short ToInt16(string? value) => value is null ? (short)0 : short.Parse(value);

    public static short ToInt16(string? value, IFormatProvider? provider) => ToInt16(value);

    public static ushort ToUInt16(bool value) => value ? (ushort)1 : (ushort)0;

    public static ushort ToUInt16(byte value) => value;

    public static ushort ToUInt16(sbyte value) => checked((ushort)value);

    public static ushort ToUInt16(short value) => checked((ushort)value);

    public static ushort ToUInt16(ushort value) => value;

    public static ushort ToUInt16(int value) => checked((ushort)value);

    public static ushort ToUInt16(uint value) => checked((ushort)value);

    public static ushort ToUInt16(long value) => checked((ushort)value);

    public static ushort ToUInt16(ulong value) => checked((ushort)value);

    public static ushort ToUInt16(char value) => value;

    public static ushort ToUInt16(float value) => ToUInt16((double)value);

    public static ushort ToUInt16(double value) => (ushort)ToWhole(value, ushort.MinValue, ushort.MaxValue);

    public static ushort ToUInt16(string? value) => value is null ? (ushort)0 : ushort.Parse(value);

    public static ushort ToUInt16(string? value, IFormatProvider? provider) => ToUInt16(value);

    public static int ToInt32(bool value) => value ? (int)1 : (int)0;

    public static int ToInt32(byte value) => value;

    public static int ToInt32(sbyte value) => value;

    public static int ToInt32(short value) => value;

    public static int ToInt32(ushort value) => value;

    public static int ToInt32(int value) => value;

    public static int ToInt32(uint value) => checked((int)value);

    public static int ToInt32(long value) => checked((int)value);

    public static int ToInt32(ulong value) => checked((int)value);

    public static int ToInt32(char value) => value;

    public static int ToInt32(float value) => ToInt32((double)value);

    public static int ToInt32(double value) => (int)ToWhole(value, int.MinValue, int.MaxValue);

    public static int ToInt32(string? value) => value is null ? (int)0 : int.Parse(value);

    public static int ToInt32(string? value, IFormatProvider? provider) => ToInt32(value);

    public static uint ToUInt32(bool value) => value ? (uint)1 : (uint)0;

    public static uint ToUInt32(byte value) => value;

    public static uint ToUInt32(sbyte value) => checked((uint)value);

    public static uint ToUInt32(short value) => checked((uint)value);

    public static uint ToUInt32(ushort value) => value;

    public static uint ToUInt32(int value) => checked((uint)value);

    public static uint ToUInt32(uint value) => value;

    public static uint ToUInt32(long value) => checked((uint)value);

    public static uint ToUInt32(ulong value) => checked((uint)value);

    public static uint ToUInt32(char value) => value;

    public static uint ToUInt32(float value) => ToUInt32((double)value);

    public static uint ToUInt32(double value) => (uint)ToWhole(value, uint.MinValue, uint.MaxValue);

    public static uint ToUInt32(string? value) => value is null ? (uint)0 : uint.Parse(value);

    public static uint ToUInt32(string? value, IFormatProvider? provider) => ToUInt32(value);

    public static long ToInt64(bool value) => value ? (long)1 : (long)0;

    public static long ToInt64(byte value) => value;

    public static long ToInt64(sbyte value) => value;

    public static long ToInt64(short value) => value;

    public static long ToInt64(ushort value) => value;

    public static long ToInt64(int value) => value;

    public static long ToInt64(uint value) => value;

    public static long ToInt64(long value) => value;

    public static long ToInt64(ulong value) => checked((long)value);

    public static long ToInt64(char value) => value;

    public static long ToInt64(float value) => ToInt64((double)value);

    public static long ToInt64(double value) => (long)ToWhole(value, long.MinValue, long.MaxValue);

    public static long ToInt64(string? value) => value is null ? (long)0 : long.Parse(value);

    public static long ToInt64(string? value, IFormatProvider? provider) => ToInt64(value);

    public static ulong ToUInt64(bool value) => value ? (ulong)1 : (ulong)0;

    public static ulong ToUInt64(byte value) => value;

    public static ulong ToUInt64(sbyte value) => checked((ulong)value);

    public static ulong ToUInt64(short value) => checked((ulong)value);

    public static ulong ToUInt64(ushort value) => value;

    public static ulong ToUInt64(int value) => checked((ulong)value);

    public static ulong ToUInt64(uint value) => value;

    public static ulong ToUInt64(long value) => checked((ulong)value);

    public static ulong ToUInt64(ulong value) => value;

    public static ulong ToUInt64(char value) => value;

    public static ulong ToUInt64(float value) => ToUInt64((double)value);

    public static ulong ToUInt64(double value) => ToWhole(value);

    public static ulong ToUInt64(string? value) => value is null ? (ulong)0 : ulong.Parse(value);

    public static ulong ToUInt64(string? value, IFormatProvider? provider) => ToUInt64(value);

    public static float ToSingle(bool value) => value ? 1 : 0;

    public static float ToSingle(byte value) => value;

    public static float ToSingle(sbyte value) => value;

    public static float ToSingle(short value) => value;

    public static float ToSingle(ushort value) => value;

    public static float ToSingle(int value) => value;

    public static float ToSingle(uint value) => value;

    public static float ToSingle(long value) => value;

    public static float ToSingle(ulong value) => value;

    public static float ToSingle(float value) => value;

    public static float ToSingle(double value) => (float)value;

    public static float ToSingle(string? value) => value is null ? 0 : float.Parse(value);

    public static float ToSingle(string? value, IFormatProvider? provider) => ToSingle(value);

    public static double ToDouble(bool value) => value ? 1 : 0;

    public static double ToDouble(byte value) => value;

    public static double ToDouble(sbyte value) => value;

    public static double ToDouble(short value) => value;

    public static double ToDouble(ushort value) => value;

    public static double ToDouble(int value) => value;

    public static double ToDouble(uint value) => value;

    public static double ToDouble(long value) => value;

    public static double ToDouble(ulong value) => value;

    public static double ToDouble(float value) => value;

    public static double ToDouble(double value) => value;

    public static double ToDouble(string? value) => value is null ? 0 : double.Parse(value);

    public static double ToDouble(string? value, IFormatProvider? provider) => ToDouble(value);

    public static bool ToBoolean(byte value) => value != 0;

    public static bool ToBoolean(sbyte value) => value != 0;

    public static bool ToBoolean(short value) => value != 0;

    public static bool ToBoolean(ushort value) => value != 0;

    public static bool ToBoolean(int value) => value != 0;

    public static bool ToBoolean(uint value) => value != 0;

    public static bool ToBoolean(long value) => value != 0;

    public static bool ToBoolean(ulong value) => value != 0;

    public static bool ToBoolean(float value) => value != 0;

    public static bool ToBoolean(double value) => value != 0;

    public static bool ToBoolean(bool value) => value;

    public static bool ToBoolean(string? value) => value is not null && bool.Parse(value);

    public static char ToChar(byte value) => checked((char)value);

    public static char ToChar(sbyte value) => checked((char)value);

    public static char ToChar(short value) => checked((char)value);

    public static char ToChar(ushort value) => checked((char)value);

    public static char ToChar(int value) => checked((char)value);

    public static char ToChar(uint value) => checked((char)value);

    public static char ToChar(long value) => checked((char)value);

    public static char ToChar(ulong value) => checked((char)value);

    public static char ToChar(string value) => char.Parse(value);

    public static string ToString(bool value) => value.ToString();

    public static string ToString(char value) => value.ToString();

    public static string ToString(byte value) => value.ToString();

    public static string ToString(byte value, IFormatProvider? provider) => value.ToString();

    public static string ToString(sbyte value) => value.ToString();

    public static string ToString(sbyte value, IFormatProvider? provider) => value.ToString();

    public static string ToString(short value) => value.ToString();

    public static string ToString(short value, IFormatProvider? provider) => value.ToString();

    public static string ToString(ushort value) => value.ToString();

    public static string ToString(ushort value, IFormatProvider? provider) => value.ToString();

    public static string ToString(int value) => value.ToString();

    public static string ToString(int value, IFormatProvider? provider) => value.ToString();

    public static string ToString(uint value) => value.ToString();

    public static string ToString(uint value, IFormatProvider? provider) => value.ToString();

    public static string ToString(long value) => value.ToString();

    public static string ToString(long value, IFormatProvider? provider) => value.ToString();

    public static string ToString(ulong value) => value.ToString();

    public static string ToString(ulong value, IFormatProvider? provider) => value.ToString();

    public static string ToString(float value) => value.ToString();

    public static string ToString(float value, IFormatProvider? provider) => value.ToString();

    public static string ToString(double value) => value.ToString();

    public static string ToString(double value, IFormatProvider? provider) => value.ToString();

    /// <summary>Rounded, half to even, and within these bounds.</summary>
    private static long ToWhole(double value, long least, long largest)
    {
        double rounded = Math.Round(value);

        // The bounds of a long are no doubles: the conversion is right below 2^63.
        if (!(rounded >= -9223372036854775808.0 && rounded < 9223372036854775808.0) || (long)rounded < least || (long)rounded > largest)
            throw new OverflowException();
        return (long)rounded;
    }

    private static ulong ToWhole(double value)
    {
        double rounded = Math.Round(value);
        if (!(rounded >= 0 && rounded < 18446744073709551616.0))
            throw new OverflowException();
        return rounded < 9223372036854775808.0 ? (ulong)(long)rounded : (ulong)(long)(rounded - 9223372036854775808.0) + (1ul << 63);
    }

    public static string? ToString(string? value) => value;

    public static string? ToString(object? value) => value is null ? "" : value.ToString();
}
