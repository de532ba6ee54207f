using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

public interface IComparer<in T>
{
    /// <summary>Negative where the first comes before the second, 0 where they are equal in order, positive otherwise.</summary>
    int Compare(T? x, T? y);
}

public interface IEqualityComparer<in T>
{
    bool Equals(T? x, T? y);

    int GetHashCode([DisallowNull] T obj);
}
