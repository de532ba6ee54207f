namespace System;

public readonly struct Int64 : IEquatable<long>, ISpanFormattable
{
    public const long MaxValue = 0x7FFFFFFFFFFFFFFF;

    public const long MinValue = unchecked((long)0x8000000000000000);

    public bool Equals(long obj) => this == obj;

    public override bool Equals(object? obj) => obj is long other && this == other;

    public override int GetHashCode() => (int)this ^ (int)((long)this >> 32);

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ulong)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ulong)this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (ulong)this, format, destination, out charsWritten);
}
