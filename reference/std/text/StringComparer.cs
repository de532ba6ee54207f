using System.Collections.Generic;

namespace System;

/// <summary>Strings compared by the numbers of their characters, with or without case: there is no culture.</summary>
public abstract class StringComparer : IComparer<string?>, IEqualityComparer<string?>
{
    private static readonly StringComparer WithCase = new OrdinalComparer(StringComparison.Ordinal);
    private static readonly StringComparer WithoutCase = new OrdinalComparer(StringComparison.OrdinalIgnoreCase);

    public static StringComparer Ordinal => WithCase;

    public static StringComparer OrdinalIgnoreCase => WithoutCase;

    public static StringComparer InvariantCulture => WithCase;

    public static StringComparer InvariantCultureIgnoreCase => WithoutCase;

    public static StringComparer CurrentCulture => WithCase;

    public static StringComparer CurrentCultureIgnoreCase => WithoutCase;

    public static StringComparer FromComparison(StringComparison comparisonType) => ((int)comparisonType & 1) != 0 ? WithoutCase : WithCase;

    public abstract int Compare(string? x, string? y);

    public abstract bool Equals(string? x, string? y);

    public abstract int GetHashCode(string obj);

    private sealed class OrdinalComparer(StringComparison comparison) : StringComparer
    {
        public override int Compare(string? x, string? y) => string.Compare(x, y, comparison);

        public override bool Equals(string? x, string? y) => string.Equals(x, y, comparison);

        public override int GetHashCode(string obj) => obj.GetHashCode(comparison);
    }
}
