namespace System;

public readonly struct SByte : IEquatable<sbyte>, ISpanFormattable
{
    public const sbyte MaxValue = 0x7F;

    public const sbyte MinValue = -0x80;

    public bool Equals(sbyte obj) => this == obj;

    public override bool Equals(object? obj) => obj is sbyte other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (byte)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (byte)this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (byte)this, format, destination, out charsWritten);
}
