using System.Globalization;

namespace System;

public readonly struct Int64 : IComparable, IComparable<long>, IEquatable<long>, ISpanFormattable
{
    public const long MaxValue = 0x7FFFFFFFFFFFFFFF;

    public const long MinValue = -MaxValue - 1;

    public int CompareTo(long value) => this < value ? -1 : this > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        long other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Int64."),
    };

    public bool Equals(long obj) => this == obj;

    public override bool Equals(object? obj) => obj is long other && this == other;

    public override int GetHashCode() => (int)this ^ (int)(this >> 32);

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ulong)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ulong)this, format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ulong)this, format, destination, out charsWritten);

    public static long Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static long Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static long Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static long Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static long Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        TryParse(s, style, out long result, out ParseFailure failure) ? result : throw Number.Exception(failure, s, "Int64");

    public static long Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static bool TryParse(string? s, out long result) => TryParse(s.AsSpan(), NumberStyles.Integer, out result, out _);

    public static bool TryParse(string? s, IFormatProvider? provider, out long result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out long result) =>
        TryParse(s.AsSpan(), style, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, out long result) => TryParse(s, NumberStyles.Integer, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out long result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out long result) =>
        TryParse(s, style, out result, out _);

    private static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, out long result, out ParseFailure failure)
    {
        bool isNumber = Number.TryParse(s, style, 64, (ulong)MaxValue, true, out ulong bits, out failure);
        result = (long)bits;
        return isNumber;
    }
}
