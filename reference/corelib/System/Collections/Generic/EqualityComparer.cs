namespace System.Collections.Generic;

/// <summary>Whether two values are equal, as they see it themselves: by <see cref="IEquatable{T}"/> where they have it.</summary>
public abstract class EqualityComparer<T> : IEqualityComparer<T>
{
    private static readonly EqualityComparer<T> OfValuesThemselves = new DefaultEqualityComparer<T>();

    public static EqualityComparer<T> Default => OfValuesThemselves;

    public abstract bool Equals(T? x, T? y);

    public abstract int GetHashCode(T obj);
}

internal sealed class DefaultEqualityComparer<T> : EqualityComparer<T>
{
    public override bool Equals(T? x, T? y)
    {
        if (x is null || y is null)
            return x is null && y is null;

        // For a struct the JIT knows the answers, and the casts box nothing.
        if (x is string)
            return x.Equals(y);
        return x is IEquatable<T> ? ((IEquatable<T>)x).Equals(y) : x.Equals(y);
    }

    public override int GetHashCode(T obj) => obj is null ? 0 : obj.GetHashCode();
}
