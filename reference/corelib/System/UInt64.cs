namespace System;

public readonly struct UInt64 : IEquatable<ulong>, ISpanFormattable
{
    public const ulong MaxValue = 0xFFFFFFFFFFFFFFFF;

    public const ulong MinValue = 0;

    public bool Equals(ulong obj) => this == obj;

    public override bool Equals(object? obj) => obj is ulong other && this == other;

    public override int GetHashCode() => (int)this ^ (int)((ulong)this >> 32);

    public override string ToString() => Number.Format(this, false, this, default);

    public string ToString(string? format) => Number.Format(this, false, this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this, false, this, format, destination, out charsWritten);
}
