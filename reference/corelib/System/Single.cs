using System.Globalization;

namespace System;

public readonly struct Single : IComparable, IComparable<float>, IEquatable<float>, ISpanFormattable
{
    public const float MaxValue = 3.40282346638528859e+38f;

    public const float MinValue = -3.40282346638528859e+38f;

    public const float Epsilon = 1.401298E-45f;

    public const float NaN = 0.0f / 0.0f;

    public const float PositiveInfinity = 1.0f / 0.0f;

    public const float NegativeInfinity = -1.0f / 0.0f;

    public const float NegativeZero = -0.0f;

    public const float Pi = 3.14159265358979323846f;

    public const float E = 2.7182818284590452354f;

    private const NumberStyles Usual = NumberStyles.Float | NumberStyles.AllowThousands;

    public static bool IsNaN(float f) => !(f >= 0 || f < 0);

    public static bool IsFinite(float f) => (BitConverter.SingleToInt32Bits(f) & 0x7FFF_FFFF) < 0x7F80_0000;

    public static bool IsInfinity(float f) => f is PositiveInfinity or NegativeInfinity;

    public static bool IsPositiveInfinity(float f) => f == PositiveInfinity;

    public static bool IsNegativeInfinity(float f) => f == NegativeInfinity;

    public static bool IsNegative(float f) => BitConverter.SingleToInt32Bits(f) < 0;

    public static bool IsInteger(float value) => IsFinite(value) && value == (float)Math.Truncate(value);

    /// <summary>What is not a number comes first.</summary>
    public int CompareTo(float value)
    {
        if (this < value)
            return -1;
        if (this > value)
            return 1;
        return this == value ? 0 : (IsNaN(this) ? 0 : 1) - (IsNaN(value) ? 0 : 1);
    }

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        float other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Single."),
    };

    /// <summary>As a value: what is not a number equals itself.</summary>
    public bool Equals(float obj) => this == obj || (IsNaN(this) && IsNaN(obj));

    public override bool Equals(object? obj) => obj is float other && Equals(other);

    public override int GetHashCode() => this == 0 ? 0 : IsNaN(this) ? int.MaxValue : BitConverter.SingleToInt32Bits(this).GetHashCode();

    public override string ToString() => Number.Format(new Number.BinaryFraction(this), default);

    public string ToString(string? format) => Number.Format(new Number.BinaryFraction(this), format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(new Number.BinaryFraction(this), format, destination, out charsWritten);

    public static float Parse(string s) => Parse(s, Usual, null);

    public static float Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static float Parse(string s, IFormatProvider? provider) => Parse(s, Usual, provider);

    public static float Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static float Parse(ReadOnlySpan<char> s, NumberStyles style = Usual, IFormatProvider? provider = null) =>
        TryParse(s, style, provider, out float result) ? result : throw Number.Exception(ParseFailure.Format, s, "");

    public static float Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, Usual, provider);

    public static bool TryParse(string? s, out float result) => TryParse(s.AsSpan(), Usual, null, out result);

    public static bool TryParse(string? s, IFormatProvider? provider, out float result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out float result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out float result) => TryParse(s, Usual, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out float result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out float result)
    {
        bool isNumber = Number.TryParse(s, style, Number.FloatingFormat.Single, out ulong bits);
        result = BitConverter.Int32BitsToSingle((int)bits);
        return isNumber;
    }
}
