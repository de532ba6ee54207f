using System.Globalization;

namespace System;

public readonly struct UInt16 : IComparable, IComparable<ushort>, IEquatable<ushort>, ISpanFormattable
{
    public const ushort MaxValue = 0xFFFF;

    public const ushort MinValue = 0;

    public int CompareTo(ushort value) => this - value;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        ushort other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type UInt16."),
    };

    public bool Equals(ushort obj) => this == obj;

    public override bool Equals(object? obj) => obj is ushort other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this, false, this, default);

    public string ToString(string? format) => Number.Format(this, false, this, format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(this, false, this, format, destination, out charsWritten);

    public static ushort Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static ushort Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static ushort Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static ushort Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static ushort Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        TryParse(s, style, out ushort result, out ParseFailure failure) ? result : throw Number.Exception(failure, s, "UInt16");

    public static ushort Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static bool TryParse(string? s, out ushort result) => TryParse(s.AsSpan(), NumberStyles.Integer, out result, out _);

    public static bool TryParse(string? s, IFormatProvider? provider, out ushort result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out ushort result) =>
        TryParse(s.AsSpan(), style, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, out ushort result) => TryParse(s, NumberStyles.Integer, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ushort result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out ushort result) =>
        TryParse(s, style, out result, out _);

    private static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, out ushort result, out ParseFailure failure)
    {
        bool isNumber = Number.TryParse(s, style, 16, MaxValue, false, out ulong bits, out failure);
        result = (ushort)bits;
        return isNumber;
    }
}
