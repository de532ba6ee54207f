namespace System;

// Spans of characters.
public static partial class MemoryExtensions
{
    public static bool IsWhiteSpace(this ReadOnlySpan<char> span) => span.TrimStart().IsEmpty;

    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span) => span.TrimStart().TrimEnd();

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span)
    {
        int start = 0;
        while (start < span.Length && char.IsWhiteSpace(span[start]))
            start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span)
    {
        int length = span.Length;
        while (length > 0 && char.IsWhiteSpace(span[length - 1]))
            length--;
        return span.Slice(0, length);
    }

    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span, char trimChar) => span.TrimStart(trimChar).TrimEnd(trimChar);

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span, char trimChar)
    {
        int start = 0;
        while (start < span.Length && span[start] == trimChar)
            start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span, char trimChar)
    {
        int length = span.Length;
        while (length > 0 && span[length - 1] == trimChar)
            length--;
        return span.Slice(0, length);
    }

    /// <summary>Any of these characters, or white space where there are none.</summary>
    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars) =>
        span.TrimStart(trimChars).TrimEnd(trimChars);

    /// <inheritdoc cref="Trim(ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars)
    {
        if (trimChars.IsEmpty)
            return span.TrimStart();
        int start = 0;
        while (start < span.Length && trimChars.IndexOf(span[start]) >= 0)
            start++;
        return span.Slice(start);
    }

    /// <inheritdoc cref="Trim(ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span, ReadOnlySpan<char> trimChars)
    {
        if (trimChars.IsEmpty)
            return span.TrimEnd();
        int length = span.Length;
        while (length > 0 && trimChars.IndexOf(span[length - 1]) >= 0)
            length--;
        return span.Slice(0, length);
    }

    public static bool Equals(this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        String.IgnoresCase(comparisonType)
            ? span.Length == other.Length && String.CompareIgnoringCase(span, other) == 0
            : span.SequenceEqual(other);

    public static int CompareTo(this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        String.IgnoresCase(comparisonType) ? String.CompareIgnoringCase(span, other) : span.SequenceCompareTo(other);

    public static bool StartsWith(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        span.Length >= value.Length && span.Slice(0, value.Length).Equals(value, comparisonType);

    public static bool EndsWith(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        span.Length >= value.Length && span.Slice(span.Length - value.Length).Equals(value, comparisonType);

    public static bool Contains(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        span.IndexOf(value, comparisonType) >= 0;

    public static int IndexOf(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        for (int i = 0; i <= span.Length - value.Length; i++)
        {
            if (span.Slice(i, value.Length).Equals(value, comparisonType))
                return i;
        }

        return -1;
    }

    public static int LastIndexOf(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        for (int i = span.Length - value.Length; i >= 0; i--)
        {
            if (span.Slice(i, value.Length).Equals(value, comparisonType))
                return i;
        }

        return -1;
    }
}
