using System.Runtime.CompilerServices;

namespace System;

// The order and equality of strings. There is no culture, so both are by the characters' numbers, as in .NET under InvariantGlobalization.
public sealed partial class String
{
    public static int Compare(string? strA, string? strB) => CompareOrdinal(strA, strB);

    public static int Compare(string? strA, string? strB, bool ignoreCase) => ignoreCase ? CompareIgnoringCase(strA, strB) : CompareOrdinal(strA, strB);

    public static int Compare(string? strA, string? strB, StringComparison comparisonType) => Compare(strA, strB, IgnoresCase(comparisonType));

    public static int Compare(string? strA, int indexA, string? strB, int indexB, int length) =>
        CompareOrdinal(strA, indexA, strB, indexB, length);

    public static int CompareOrdinal(string? strA, string? strB)
    {
        if (strA is null || strB is null)
            return (strA is null ? 0 : 1) - (strB is null ? 0 : 1);
        return strA.AsSpan().SequenceCompareTo(strB);
    }

    public static int CompareOrdinal(string? strA, int indexA, string? strB, int indexB, int length)
    {
        if (strA is null || strB is null)
            return (strA is null ? 0 : 1) - (strB is null ? 0 : 1);
        ReadOnlySpan<char> a = strA.AsSpan(indexA);
        ReadOnlySpan<char> b = strB.AsSpan(indexB);
        return a.Slice(0, Math.Min(length, a.Length)).SequenceCompareTo(b.Slice(0, Math.Min(length, b.Length)));
    }

    public int CompareTo(string? strB) => CompareOrdinal(this, strB);

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        string other => CompareOrdinal(this, other),
        _ => throw new ArgumentException("Object must be of type String."),
    };

    public static bool Equals(string? a, string? b, StringComparison comparisonType) =>
        IgnoresCase(comparisonType) ? CompareIgnoringCase(a, b) == 0 : Equals(a, b);

    public bool Equals(string? value, StringComparison comparisonType) => Equals(this, value, comparisonType);

    public bool StartsWith(string value) => this.AsSpan().StartsWith(value);

    public bool StartsWith(string value, StringComparison comparisonType) => this.AsSpan().StartsWith(value, comparisonType);

    public bool EndsWith(string value) => this.AsSpan().EndsWith(value);

    public bool EndsWith(string value, StringComparison comparisonType) => this.AsSpan().EndsWith(value, comparisonType);

    public override int GetHashCode() => GetHashCode(this);

    public int GetHashCode(StringComparison comparisonType) =>
        IgnoresCase(comparisonType) ? GetHashCodeIgnoringCase(this) : GetHashCode(this);

    public static int GetHashCode(ReadOnlySpan<char> value)
    {
        uint hash = (uint)value.Length;
        foreach (char character in value)
            hash = (System.Numerics.BitOperations.RotateLeft(hash, 5) ^ character) * 0x9E37_79B1;
        return (int)(hash ^ (hash >> 15));
    }

    internal static int GetHashCodeIgnoringCase(ReadOnlySpan<char> value)
    {
        uint hash = (uint)value.Length;
        foreach (char character in value)
            hash = (System.Numerics.BitOperations.RotateLeft(hash, 5) ^ char.ToUpperInvariant(character)) * 0x9E37_79B1;
        return (int)(hash ^ (hash >> 15));
    }

    /// <summary>Whether a comparison takes letters that differ in case only for the same.</summary>
    internal static bool IgnoresCase(StringComparison comparisonType)
    {
        if ((uint)comparisonType > (uint)StringComparison.OrdinalIgnoreCase)
            throw new ArgumentException("The string comparison type passed in is currently not supported.", nameof(comparisonType));
        return ((int)comparisonType & 1) != 0;
    }

    internal static int CompareIgnoringCase(string? a, string? b)
    {
        if (a is null || b is null)
            return (a is null ? 0 : 1) - (b is null ? 0 : 1);
        return CompareIgnoringCase(a.AsSpan(), b);
    }

    internal static int CompareIgnoringCase(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int common = Math.Min(a.Length, b.Length);
        for (int i = 0; i < common; i++)
        {
            int difference = char.ToUpperInvariant(a[i]) - char.ToUpperInvariant(b[i]);
            if (difference != 0)
                return difference;
        }

        return a.Length - b.Length;
    }
}
