using System.Globalization;

namespace System;

public readonly struct SByte : IComparable, IComparable<sbyte>, IEquatable<sbyte>, ISpanFormattable
{
    public const sbyte MaxValue = 0x7F;

    public const sbyte MinValue = -MaxValue - 1;

    public int CompareTo(sbyte value) => this - value;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        sbyte other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type SByte."),
    };

    public bool Equals(sbyte obj) => this == obj;

    public override bool Equals(object? obj) => obj is sbyte other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (byte)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (byte)this, format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (byte)this, format, destination, out charsWritten);

    public static sbyte Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static sbyte Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static sbyte Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static sbyte Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static sbyte Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        TryParse(s, style, out sbyte result, out ParseFailure failure) ? result : throw Number.Exception(failure, s, "SByte");

    public static sbyte Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer, provider);

    public static bool TryParse(string? s, out sbyte result) => TryParse(s.AsSpan(), NumberStyles.Integer, out result, out _);

    public static bool TryParse(string? s, IFormatProvider? provider, out sbyte result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out sbyte result) =>
        TryParse(s.AsSpan(), style, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, out sbyte result) => TryParse(s, NumberStyles.Integer, out result, out _);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out sbyte result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out sbyte result) =>
        TryParse(s, style, out result, out _);

    private static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, out sbyte result, out ParseFailure failure)
    {
        bool isNumber = Number.TryParse(s, style, 8, (ulong)MaxValue, true, out ulong bits, out failure);
        result = (sbyte)bits;
        return isNumber;
    }
}
