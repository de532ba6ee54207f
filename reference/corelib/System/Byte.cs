using System.Globalization;

namespace System;

public readonly struct Byte : IComparable, IComparable<byte>, IEquatable<byte>, ISpanFormattable
{
    public const byte MaxValue = 0xFF;

    public const byte MinValue = 0;

    public int CompareTo(byte value) => this - value;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        byte other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Byte."),
    };

    public bool Equals(byte obj) => this == obj;

    public override bool Equals(object? obj) => obj is byte other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this, false, this, default);

    public string ToString(string? format) => Number.Format(this, false, this, format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(this, false, this, format, destination, out charsWritten);

    public static byte Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static byte Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static byte Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static byte Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static byte Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        TryParse(s, style, out byte result, out ParseFailure failure) ? result : throw Number.Exception(failure, s, "Byte");

    public static byte Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static bool TryParse(string? s, out byte result) => TryParse(s.AsSpan(), NumberStyles.Integer, out result, out _);

    public static bool TryParse(string? s, IFormatProvider? provider, out byte result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out byte result) =>
        TryParse(s.AsSpan(), style, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, out byte result) => TryParse(s, NumberStyles.Integer, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out byte result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out byte result) =>
        TryParse(s, style, out result, out _);

    private static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, out byte result, out ParseFailure failure)
    {
        bool isNumber = Number.TryParse(s, style, 8, MaxValue, false, out ulong bits, out failure);
        result = (byte)bits;
        return isNumber;
    }
}
