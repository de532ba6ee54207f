using System.Globalization;

namespace System;

public readonly struct Int32 : IComparable, IComparable<int>, IEquatable<int>, ISpanFormattable
{
    public const int MaxValue = 0x7FFFFFFF;

    public const int MinValue = -MaxValue - 1;

    public int CompareTo(int value) => this < value ? -1 : this > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        int other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Int32."),
    };

    public bool Equals(int obj) => this == obj;

    public override bool Equals(object? obj) => obj is int other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (uint)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (uint)this, format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (uint)this, format, destination, out charsWritten);

    public static int Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static int Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static int Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static int Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static int Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        TryParse(s, style, out int result, out ParseFailure failure) ? result : throw Number.Exception(failure, s, "Int32");

    public static int Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static bool TryParse(string? s, out int result) => TryParse(s.AsSpan(), NumberStyles.Integer, out result, out _);

    public static bool TryParse(string? s, IFormatProvider? provider, out int result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out int result) =>
        TryParse(s.AsSpan(), style, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, out int result) => TryParse(s, NumberStyles.Integer, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out int result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out int result) =>
        TryParse(s, style, out result, out _);

    private static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, out int result, out ParseFailure failure)
    {
        bool isNumber = Number.TryParse(s, style, 32, (ulong)MaxValue, true, out ulong bits, out failure);
        result = (int)bits;
        return isNumber;
    }
}
