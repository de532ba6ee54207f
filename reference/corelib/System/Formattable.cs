namespace System;

/// <summary>Nothing here depends on a language or a country: every provider is passed over.</summary>
public interface IFormatProvider
{
    object? GetFormat(Type? formatType);
}

public interface IFormattable
{
    string ToString(string? format, IFormatProvider? formatProvider);
}

public interface ISpanFormattable : IFormattable
{
    /// <summary>Writes the value's text to the destination's start; false where it does not fit.</summary>
    bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider);
}
