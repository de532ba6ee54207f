namespace System;

public readonly struct Int16 : IEquatable<short>, ISpanFormattable
{
    public const short MaxValue = 0x7FFF;

    public const short MinValue = -0x8000;

    public bool Equals(short obj) => this == obj;

    public override bool Equals(object? obj) => obj is short other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ushort)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ushort)this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ushort)this, format, destination, out charsWritten);
}
