namespace System;

public readonly struct Int32 : IEquatable<int>, ISpanFormattable
{
    public const int MaxValue = 0x7FFFFFFF;

    public const int MinValue = unchecked((int)0x80000000);

    public bool Equals(int obj) => this == obj;

    public override bool Equals(object? obj) => obj is int other && this == other;

    public override int GetHashCode() => this;

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (uint)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (uint)this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (uint)this, format, destination, out charsWritten);
}
