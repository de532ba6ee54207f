namespace System.Collections.Generic;

/// <summary>The order of values, as they see it themselves: by <see cref="IComparable{T}"/>, or <see cref="IComparable"/>.</summary>
public abstract class Comparer<T> : IComparer<T>
{
    private static readonly Comparer<T> OfValuesThemselves = new DefaultComparer<T>();

    public static Comparer<T> Default => OfValuesThemselves;

    public static Comparer<T> Create(Comparison<T> comparison) => new ComparisonComparer<T>(comparison);

    public abstract int Compare(T? x, T? y);
}

internal sealed class DefaultComparer<T> : Comparer<T>
{
    public override int Compare(T? x, T? y)
    {
        if (x is null)
            return y is null ? 0 : -1;
        if (y is null)
            return 1;

        // For a struct the JIT knows the answers, and the casts box nothing.
        if (x is IComparable<T>)
            return ((IComparable<T>)x).CompareTo(y);
        if (x is IComparable)
            return ((IComparable)x).CompareTo(y);
        throw new ArgumentException("At least one object must implement IComparable.");
    }
}

internal sealed class ComparisonComparer<T>(Comparison<T> comparison) : Comparer<T>
{
    public override int Compare(T? x, T? y) => comparison(x!, y!);
}
