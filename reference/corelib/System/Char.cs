namespace System;

public readonly struct Char : IEquatable<char>, ISpanFormattable
{
    public const char MaxValue = '\uffff';

    public const char MinValue = '\0';

    public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

    public static bool IsAsciiLetter(char c) => (char)(c | 0x20) is >= 'a' and <= 'z';

    public static bool IsHighSurrogate(char c) => c is >= '\ud800' and <= '\udbff';

    public static bool IsLowSurrogate(char c) => c is >= '\udc00' and <= '\udfff';

    public bool Equals(char obj) => this == obj;

    public override bool Equals(object? obj) => obj is char other && this == other;

    public override int GetHashCode() => this | (this << 16);

    public override string ToString() => new(this, 1);

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
