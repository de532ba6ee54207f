namespace System;

public readonly struct UInt32 : IEquatable<uint>, ISpanFormattable
{
    public const uint MaxValue = 0xFFFFFFFF;

    public const uint MinValue = 0;

    public bool Equals(uint obj) => this == obj;

    public override bool Equals(object? obj) => obj is uint other && this == other;

    public override int GetHashCode() => (int)this;

    public override string ToString() => Number.Format(this, false, this, default);

    public string ToString(string? format) => Number.Format(this, false, this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this, false, this, format, destination, out charsWritten);
}
