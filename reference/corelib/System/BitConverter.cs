using System.Runtime.CompilerServices;

namespace System;

/// <summary>The bytes of numbers, the least first.</summary>
public static class BitConverter
{
    public static readonly bool IsLittleEndian = true;

    public static unsafe long DoubleToInt64Bits(double value) => *(long*)&value;

    public static unsafe double Int64BitsToDouble(long value) => *(double*)&value;

    public static unsafe ulong DoubleToUInt64Bits(double value) => *(ulong*)&value;

    public static unsafe double UInt64BitsToDouble(ulong value) => *(double*)&value;

    public static unsafe int SingleToInt32Bits(float value) => *(int*)&value;

    public static unsafe float Int32BitsToSingle(int value) => *(float*)&value;

    public static unsafe uint SingleToUInt32Bits(float value) => *(uint*)&value;

    public static unsafe float UInt32BitsToSingle(uint value) => *(float*)&value;

    public static byte[] GetBytes(bool value) => [value ? (byte)1 : (byte)0];

    public static byte[] GetBytes(char value) => Bytes(value);

    public static byte[] GetBytes(short value) => Bytes(value);

    public static byte[] GetBytes(ushort value) => Bytes(value);

    public static byte[] GetBytes(int value) => Bytes(value);

    public static byte[] GetBytes(uint value) => Bytes(value);

    public static byte[] GetBytes(long value) => Bytes(value);

    public static byte[] GetBytes(ulong value) => Bytes(value);

    public static byte[] GetBytes(float value) => Bytes(value);

    public static byte[] GetBytes(double value) => Bytes(value);

    public static bool ToBoolean(byte[] value, int startIndex) => Read<byte>(value, startIndex) != 0;

    public static char ToChar(byte[] value, int startIndex) => Read<char>(value, startIndex);

    public static short ToInt16(byte[] value, int startIndex) => Read<short>(value, startIndex);

    public static ushort ToUInt16(byte[] value, int startIndex) => Read<ushort>(value, startIndex);

    public static int ToInt32(byte[] value, int startIndex) => Read<int>(value, startIndex);

    public static uint ToUInt32(byte[] value, int startIndex) => Read<uint>(value, startIndex);

    public static long ToInt64(byte[] value, int startIndex) => Read<long>(value, startIndex);

    public static ulong ToUInt64(byte[] value, int startIndex) => Read<ulong>(value, startIndex);

    public static float ToSingle(byte[] value, int startIndex) => Read<float>(value, startIndex);

    public static double ToDouble(byte[] value, int startIndex) => Read<double>(value, startIndex);

    public static short ToInt16(ReadOnlySpan<byte> value) => Read<short>(value);

    public static ushort ToUInt16(ReadOnlySpan<byte> value) => Read<ushort>(value);

    public static int ToInt32(ReadOnlySpan<byte> value) => Read<int>(value);

    public static uint ToUInt32(ReadOnlySpan<byte> value) => Read<uint>(value);

    public static long ToInt64(ReadOnlySpan<byte> value) => Read<long>(value);

    public static ulong ToUInt64(ReadOnlySpan<byte> value) => Read<ulong>(value);

    /// <summary>As hexadecimal numbers with hyphens between them.</summary>
    public static string ToString(byte[] value)
    {
        var text = new DefaultInterpolatedStringHandler(0, value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            if (i > 0)
                text.Append('-');
            text.AppendFormatted(value[i], "X2");
        }

        return text.ToStringAndClear();
    }

    private static unsafe byte[] Bytes<T>(T value)
        where T : unmanaged => new ReadOnlySpan<byte>(&value, sizeof(T)).ToArray();

    private static T Read<T>(byte[] value, int startIndex)
        where T : unmanaged
    {
        if ((uint)startIndex >= (uint)value.Length)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        return Read<T>(new ReadOnlySpan<byte>(value).Slice(startIndex));
    }

    private static unsafe T Read<T>(ReadOnlySpan<byte> value)
        where T : unmanaged
    {
        if (value.Length < sizeof(T))
            throw new ArgumentException("Destination array is not long enough to copy all the items in the collection. Check array index and length.");
        return Unsafe.As<byte, T>(ref value._reference);
    }
}
