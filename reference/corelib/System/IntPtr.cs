namespace System;

public readonly struct IntPtr : IEquatable<nint>, ISpanFormattable
{
    public bool Equals(nint other) => this == other;

    public override bool Equals(object? obj) => obj is nint other && this == other;

    public override int GetHashCode() => (int)this ^ (int)((long)this >> 32);

    public override string ToString() => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (nuint)this, default);

    public string ToString(string? format) => Number.Format(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (nuint)this, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Number.TryFormat(this < 0 ? 0 - (ulong)(long)this : (ulong)this, this < 0, (nuint)this, format, destination, out charsWritten);
}
