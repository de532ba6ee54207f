namespace System;

// Numbers in the bases 2, 8, 10 and 16, and bytes as hexadecimal text and in base 64.
public static partial class Convert
{
    private const string Base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static byte ToByte(string? value, int fromBase) => checked((byte)FromBase(value, fromBase, 8));

    public static short ToInt16(string? value, int fromBase) => (short)FromBase(value, fromBase, 16);

    public static int ToInt32(string? value, int fromBase) => (int)FromBase(value, fromBase, 32);

    public static uint ToUInt32(string? value, int fromBase) => (uint)FromBase(value, fromBase, 32);

    public static long ToInt64(string? value, int fromBase) => (long)FromBase(value, fromBase, 64);

    public static ulong ToUInt64(string? value, int fromBase) => FromBase(value, fromBase, 64);

    public static string ToString(byte value, int toBase) => InBase(value, value, toBase);

    public static string ToString(short value, int toBase) => InBase((ushort)value, value, toBase);

    public static string ToString(int value, int toBase) => InBase((uint)value, value, toBase);

    public static string ToString(long value, int toBase) => InBase((ulong)value, value, toBase);

    public static string ToHexString(byte[] inArray) => ToHexString((ReadOnlySpan<byte>)inArray);

    public static string ToHexString(ReadOnlySpan<byte> bytes)
    {
        char[] text = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i].TryFormat(text.AsSpan(i * 2), out _, "X2");
        return new string(text);
    }

    public static string ToHexStringLower(byte[] inArray) => ToHexString(inArray).ToLowerInvariant();

    public static byte[] FromHexString(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        if (s.Length % 2 != 0)
            throw new FormatException("The input is not a valid hex string as its length is not a multiple of 2.");
        byte[] bytes = new byte[s.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(s.AsSpan(i * 2, 2), Globalization.NumberStyles.AllowHexSpecifier, null, out bytes[i]))
                throw new FormatException("The input is not a valid hex string as it contains a non-hex character.");
        }

        return bytes;
    }

    /// <summary>RFC 4648, 4.</summary>
    public static string ToBase64String(byte[] inArray)
    {
        ArgumentNullException.ThrowIfNull(inArray);
        ReadOnlySpan<byte> bytes = inArray;
        char[] text = new char[(bytes.Length + 2) / 3 * 4];
        Array.Fill(text, '=');
        for (int i = 0; i < bytes.Length; i += 3)
        {
            int count = Math.Min(3, bytes.Length - i);
            uint group = 0;
            for (int j = 0; j < 3; j++)
                group = (group << 8) | (j < count ? bytes[i + j] : 0u);
            for (int j = 0; j <= count; j++)
                text[(i / 3 * 4) + j] = Base64Digits[(int)(group >> (18 - (6 * j))) & 0x3F];
        }

        return new string(text);
    }

    /// <summary>RFC 4648, 4; white space is passed over.</summary>
    public static byte[] FromBase64String(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        byte[] bytes = new byte[s.Length];
        int length = 0;
        int digits = 0;
        int padding = 0;
        uint group = 0;
        foreach (char character in s)
        {
            if (character is ' ' or '\t' or '\r' or '\n')
                continue;
            int digit = character == '=' ? 0 : Base64Digits.IndexOf(character);
            padding += character == '=' ? 1 : 0;
            if (digit < 0 || padding > 2 || (padding > 0 && character != '='))
                throw NotBase64();
            group = (group << 6) | (uint)digit;
            if (++digits % 4 != 0)
                continue;
            for (int j = 0; j < 3 - padding; j++)
                bytes[length++] = (byte)(group >> (16 - (8 * j)));
        }

        if (digits % 4 != 0)
            throw NotBase64();
        Array.Resize(ref bytes, length);
        return bytes;
    }

    private static FormatException NotBase64() => new(
        "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, "
        + "or an illegal character among the padding characters.");

    private static string InBase(ulong bits, long value, int toBase)
    {
        int bitsPerDigit = toBase switch
        {
            2 => 1,
            8 => 3,
            10 => 0,
            16 => 4,
            _ => throw new ArgumentException("Invalid Base."),
        };
        if (bitsPerDigit == 0)
            return value.ToString();
        Span<char> text = stackalloc char[64];
        int at = text.Length;
        do
        {
            text[--at] = "0123456789abcdef"[(int)(bits & (ulong)(toBase - 1))];
            bits >>= bitsPerDigit;
        }
        while (bits != 0);
        return new string(text.Slice(at));
    }

    private static ulong FromBase(string? value, int fromBase, int size)
    {
        if (fromBase is not (2 or 8 or 10 or 16))
            throw new ArgumentException("Invalid Base.");
        if (value is null)
            return 0;
        if (value.Length == 0)
            throw new ArgumentOutOfRangeException("startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.");
        ReadOnlySpan<char> digits = value;
        bool isNegative = fromBase == 10 && digits[0] == '-';
        if (isNegative || digits[0] == '+')
            digits = digits.Slice(1);
        if (fromBase == 16 && digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            digits = digits.Slice(2);
        ulong largest = fromBase != 10 ? ulong.MaxValue >> (64 - size) : (ulong.MaxValue >> (65 - size)) + (isNegative ? 1u : 0u);
        ulong bits = 0;
        foreach (char character in digits)
        {
            int digit = char.IsAsciiDigit(character) ? character - '0' : char.IsAsciiLetter(character) ? (character | 0x20) - 'a' + 10 : fromBase;
            if (digit >= fromBase)
                throw new FormatException("Could not find any recognizable digits.");
            if (bits > (largest - (ulong)digit) / (ulong)fromBase)
                throw new OverflowException();
            bits = (bits * (ulong)fromBase) + (ulong)digit;
        }

        if (digits.IsEmpty)
            throw new FormatException("Could not find any recognizable digits.");
        return isNegative ? 0 - bits : bits;
    }
}
