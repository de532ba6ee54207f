using System.Globalization;

namespace System;

public readonly struct UInt32 : IComparable, IComparable<uint>, IEquatable<uint>, ISpanFormattable
{
    public const uint MaxValue = 0xFFFFFFFF;

    public const uint MinValue = 0;

    public int CompareTo(uint value) => this < value ? -1 : this > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        uint other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type UInt32."),
    };

    public bool Equals(uint obj) => this == obj;

    public override bool Equals(object? obj) => obj is uint other && this == other;

    public override int GetHashCode() => (int)this;

    public override string ToString() => Number.Format(this, false, this, default);

    public string ToString(string? format) => Number.Format(this, false, this, format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(this, false, this, format, destination, out charsWritten);

    public static uint Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static uint Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static uint Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static uint Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static uint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        TryParse(s, style, out uint result, out ParseFailure failure) ? result : throw Number.Exception(failure, s, "UInt32");

    public static uint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static bool TryParse(string? s, out uint result) => TryParse(s.AsSpan(), NumberStyles.Integer, out result, out _);

    public static bool TryParse(string? s, IFormatProvider? provider, out uint result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out uint result) =>
        TryParse(s.AsSpan(), style, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, out uint result) => TryParse(s, NumberStyles.Integer, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out uint result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out uint result) =>
        TryParse(s, style, out result, out _);

    private static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, out uint result, out ParseFailure failure)
    {
        bool isNumber = Number.TryParse(s, style, 32, MaxValue, false, out ulong bits, out failure);
        result = (uint)bits;
        return isNumber;
    }
}
