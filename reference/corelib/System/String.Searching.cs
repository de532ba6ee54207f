namespace System;

// Where something is in a string.
public sealed partial class String
{
    public int IndexOf(char value) => this.AsSpan().IndexOf(value);

    public int IndexOf(char value, int startIndex) => IndexOf(value, startIndex, _stringLength - startIndex);

    public int IndexOf(char value, int startIndex, int count) => From(Part(startIndex, count).IndexOf(value), startIndex);

    public int IndexOf(char value, StringComparison comparisonType) =>
        this.AsSpan().IndexOf(new ReadOnlySpan<char>(ref value, 1), comparisonType);

    public int IndexOf(string value) => this.AsSpan().IndexOf(NotNull(value));

    public int IndexOf(string value, int startIndex) => IndexOf(value, startIndex, _stringLength - startIndex);

    public int IndexOf(string value, int startIndex, int count) => From(Part(startIndex, count).IndexOf(NotNull(value)), startIndex);

    public int IndexOf(string value, StringComparison comparisonType) => this.AsSpan().IndexOf(NotNull(value), comparisonType);

    public int IndexOf(string value, int startIndex, StringComparison comparisonType) =>
        From(Part(startIndex, _stringLength - startIndex).IndexOf(NotNull(value), comparisonType), startIndex);

    public int IndexOfAny(char[] anyOf) => this.AsSpan().IndexOfAny(anyOf);

    public int IndexOfAny(char[] anyOf, int startIndex) => IndexOfAny(anyOf, startIndex, _stringLength - startIndex);

    public int IndexOfAny(char[] anyOf, int startIndex, int count) => From(Part(startIndex, count).IndexOfAny(anyOf), startIndex);

    public int LastIndexOf(char value) => this.AsSpan().LastIndexOf(value);

    /// <summary>Looks backwards from an index.</summary>
    public int LastIndexOf(char value, int startIndex) =>
        _stringLength == 0 ? -1 : Part(0, startIndex + 1).LastIndexOf(value);

    public int LastIndexOf(string value) => this.AsSpan().LastIndexOf(NotNull(value));

    public int LastIndexOf(string value, StringComparison comparisonType) => this.AsSpan().LastIndexOf(NotNull(value), comparisonType);

    public int LastIndexOfAny(char[] anyOf) => this.AsSpan().LastIndexOfAny(anyOf);

    public bool Contains(char value) => IndexOf(value) >= 0;

    public bool Contains(char value, StringComparison comparisonType) => IndexOf(value, comparisonType) >= 0;

    public bool Contains(string value) => IndexOf(value) >= 0;

    public bool Contains(string value, StringComparison comparisonType) => IndexOf(value, comparisonType) >= 0;

    public bool StartsWith(char value) => _stringLength > 0 && _firstChar == value;

    public bool EndsWith(char value) => _stringLength > 0 && this[_stringLength - 1] == value;

    private ReadOnlySpan<char> Part(int startIndex, int count)
    {
        if ((uint)startIndex > (uint)_stringLength)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        if ((uint)count > (uint)(_stringLength - startIndex))
            throw new ArgumentOutOfRangeException(nameof(count));
        return this.AsSpan(startIndex, count);
    }

    private static int From(int index, int start) => index < 0 ? index : index + start;

    private static string NotNull(string? value) => value ?? throw new ArgumentNullException(nameof(value));
}
