using System.Globalization;

namespace System;

public readonly partial struct Char : IComparable, IComparable<char>, IEquatable<char>, ISpanFormattable
{
    public const char MaxValue = '\uffff';

    public const char MinValue = '\0';

    public int CompareTo(char value) => this - value;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        char other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Char."),
    };

    public bool Equals(char obj) => this == obj;

    public override bool Equals(object? obj) => obj is char other && this == other;

    public override int GetHashCode() => this | (this << 16);

    public override string ToString() => new(this, 1);

    public static string ToString(char c) => new(c, 1);

    public string ToString(IFormatProvider? provider) => ToString();

    public static char Parse(string s) =>
        TryParse(s, out char result) ? result : throw new FormatException("String must be exactly one character long.");

    public static bool TryParse(string? s, out char result)
    {
        bool isOne = s is not null && s.Length == 1;
        result = isOne ? s![0] : '\0';
        return isOne;
    }

    public static char ToUpper(char c) => ToUpperInvariant(c);

    public static char ToLower(char c) => ToLowerInvariant(c);

    public static char ToUpper(char c, CultureInfo culture) => ToUpperInvariant(c);

    public static char ToLower(char c, CultureInfo culture) => ToLowerInvariant(c);

    public static char ToUpperInvariant(char c) => c < 0x80 ? IsAsciiLetterLower(c) ? (char)(c - 0x20) : c : UnicodeTables.ToUpper(c);

    public static char ToLowerInvariant(char c) => c < 0x80 ? IsAsciiLetterUpper(c) ? (char)(c + 0x20) : c : UnicodeTables.ToLower(c);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        if (destination.IsEmpty)
            return false;
        destination[0] = this;
        charsWritten = 1;
        return true;
    }
}
