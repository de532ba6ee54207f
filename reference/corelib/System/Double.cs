using System.Globalization;

namespace System;

public readonly struct Double : IComparable, IComparable<double>, IEquatable<double>, ISpanFormattable
{
    public const double MaxValue = 1.7976931348623157E+308;

    public const double MinValue = -1.7976931348623157E+308;

    public const double Epsilon = 4.9406564584124654E-324;

    public const double NaN = 0.0 / 0.0;

    public const double PositiveInfinity = 1.0 / 0.0;

    public const double NegativeInfinity = -1.0 / 0.0;

    public const double NegativeZero = -0.0;

    public const double Pi = 3.14159265358979323846;

    public const double E = 2.7182818284590452354;

    private const NumberStyles Usual = NumberStyles.Float | NumberStyles.AllowThousands;

    public static bool IsNaN(double d) => !(d >= 0 || d < 0);

    public static bool IsFinite(double d) => (BitConverter.DoubleToInt64Bits(d) & 0x7FFF_FFFF_FFFF_FFFF) < 0x7FF0_0000_0000_0000;

    public static bool IsInfinity(double d) => d is PositiveInfinity or NegativeInfinity;

    public static bool IsPositiveInfinity(double d) => d == PositiveInfinity;

    public static bool IsNegativeInfinity(double d) => d == NegativeInfinity;

    public static bool IsNegative(double d) => BitConverter.DoubleToInt64Bits(d) < 0;

    public static bool IsInteger(double value) => IsFinite(value) && value == (double)Math.Truncate(value);

    /// <summary>What is not a number comes first.</summary>
    public int CompareTo(double value)
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
        double other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Double."),
    };

    /// <summary>As a value: what is not a number equals itself.</summary>
    public bool Equals(double obj) => this == obj || (IsNaN(this) && IsNaN(obj));

    public override bool Equals(object? obj) => obj is double other && Equals(other);

    public override int GetHashCode() => this == 0 ? 0 : IsNaN(this) ? int.MaxValue : BitConverter.DoubleToInt64Bits(this).GetHashCode();

    public override string ToString() => Number.Format(new Number.BinaryFraction(this), default);

    public string ToString(string? format) => Number.Format(new Number.BinaryFraction(this), format);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(new Number.BinaryFraction(this), format, destination, out charsWritten);

    public static double Parse(string s) => Parse(s, Usual, null);

    public static double Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static double Parse(string s, IFormatProvider? provider) => Parse(s, Usual, provider);

    public static double Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        Parse((s ?? throw new ArgumentNullException(nameof(s))).AsSpan(), style, provider);

    public static double Parse(ReadOnlySpan<char> s, NumberStyles style = Usual, IFormatProvider? provider = null) =>
        TryParse(s, style, provider, out double result) ? result : throw Number.Exception(ParseFailure.Format, s, "");

    public static double Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, Usual, provider);

    public static bool TryParse(string? s, out double result) => TryParse(s.AsSpan(), Usual, null, out result);

    public static bool TryParse(string? s, IFormatProvider? provider, out double result) => TryParse(s, out result);

    public static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out double result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out double result) => TryParse(s, Usual, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out double result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out double result)
    {
        bool isNumber = Number.TryParse(s, style, Number.FloatingFormat.Double, out ulong bits);
        result = BitConverter.Int64BitsToDouble((long)bits);
        return isNumber;
    }
}
