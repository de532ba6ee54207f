namespace System;

public readonly struct Byte : IEquatable<byte>, ISpanFormattable
{
    public const byte MaxValue = 0xFF;

    public const byte MinValue = 0;

    public bool Equals(byte obj) => this == obj;

    public override bool Equals(object? obj) => obj is byte other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this, false, this, default);

    public string ToString(string? format) => Number.Format(this, false, this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this, false, this, format, destination, out charsWritten);
}
