using System;
using System.Globalization;

internal static class WholeNumbers
{
    internal static void Run()
    {
        Print.Topic("whole numbers");
        Print.Line(
            sbyte.MinValue, sbyte.MaxValue, byte.MaxValue, short.MinValue, short.MaxValue, ushort.MaxValue, int.MinValue, int.MaxValue,
            uint.MaxValue);
        Print.Line(long.MinValue, long.MaxValue, ulong.MaxValue, (nint)(-5), (nuint)5, nint.MaxValue);
        foreach (string? format in new[] { null, "D", "D5", "X", "x8", "N", "N0", "F", "F1", "E", "E2", "e3", "G", "G3", "P", "P0", "B", "C", "R", "000", "#,##0", "0.00", "#", "0;neg 0;zero", "00-00", "0%", "0E+00", "'n'0" })
            Print.Line(
                format, 0.ToString(format), 1.ToString(format), (-1).ToString(format), 1234567.ToString(format), (-98765).ToString(format),
                long.MaxValue.ToString(format), ((byte)200).ToString(format));
        foreach (string text in new[] { "0", "42", " 42 ", "-42", "+42", "--42", "", " ", "4 2", "42x", "2147483647", "2147483648", "-2147483648", "-2147483649", "1,000", "0x10", "１", "1.0" })
            Print.Line(
                text, int.TryParse(text, out int a), a, long.TryParse(text, out long b), b, byte.TryParse(text, out byte c), c,
                uint.TryParse(text, out uint d), d, sbyte.TryParse(text, out sbyte e), e);
        Print.Line(
            int.Parse("ff", NumberStyles.HexNumber), int.Parse("1,234", NumberStyles.Number), int.Parse("-7", CultureInfo.InvariantCulture),
            ulong.Parse("18446744073709551615"), short.Parse("-32768"), int.TryParse((string?)null, out _),
            int.Parse("101", NumberStyles.BinaryNumber));
        Print.Line(
            5.CompareTo(7), 5.CompareTo((object)5), 5.Equals(5), 5.Equals(5L), ((object)5).Equals(5), 7.GetHashCode(), 7L.GetHashCode(),
            (-1L).GetHashCode(), 'a'.GetHashCode(), true.GetHashCode());
        Print.Line(
            Math.Abs(-5), Math.Min(3, 5), Math.Max(3L, 5L), Math.Clamp(12, 0, 10), Math.Sign(-9), Math.DivRem(17, 5),
            Math.BigMul(int.MaxValue, 2), Math.Abs((short)-3), Math.Clamp((byte)3, (byte)5, (byte)9));
        Print.Line(
            Convert.ToInt32("12"), Convert.ToInt32(2.5), Convert.ToInt32(3.5), Convert.ToInt32(true), Convert.ToInt32('a'),
            Convert.ToInt64("-3"), Convert.ToByte(255), Convert.ToInt32((string?)null));
        Print.Line(
            Convert.ToString(10, 2), Convert.ToString(-1, 16), Convert.ToString(255, 8), Convert.ToInt32("1010", 2),
            Convert.ToInt32("0xff", 16), Convert.ToInt32("ffffffff", 16), Convert.ToInt32("-12", 10), Convert.ToString(1.5),
            Convert.ToString((object?)null), Convert.ToBoolean(1), Convert.ToBoolean("true"), Convert.ToDouble("1.25"), Convert.ToChar(65));
        Print.Line(
            Convert.ToHexString([1, 0xAB]), Convert.ToBase64String("hello"u8.ToArray()),
            BitConverter.ToString(Convert.FromBase64String("aGVsbG8=")), BitConverter.ToString(Convert.FromHexString("01ab")),
            Convert.ToBase64String([1]), Convert.ToBase64String([1, 2]));
        Print.Line(
            BitConverter.ToString(BitConverter.GetBytes(258)), BitConverter.ToInt32([1, 2, 0, 0], 0), BitConverter.DoubleToInt64Bits(1.5),
            BitConverter.ToDouble(BitConverter.GetBytes(2.5), 0));
        int n = int.MaxValue;
        Print.Line(
            unchecked(n + 1), 7 / 2, -7 / 2, -7 % 3, 7 >> 1, -7 >> 1, -7 >>> 28, 1 << 33, ~5, 6 & 3, 6 | 3, 6 ^ 3, unchecked((byte)(n - 5)),
            unchecked((sbyte)(n - 55)), (int)3.99, (int)-3.99, (long)1e15, (char)97, checked(3L * 4));
        Print.Line(
            bool.Parse("true"), bool.Parse(" False "), bool.TryParse("yes", out bool parsed), parsed, true.ToString(), true.CompareTo(false),
            bool.TrueString);
    }
}
