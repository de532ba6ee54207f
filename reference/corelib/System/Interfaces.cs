namespace System;

public interface IDisposable
{
    void Dispose();
}

public interface IComparable
{
    /// <summary>Negative where this comes before the other, 0 where they are equal in order, positive otherwise. Null comes first.</summary>
    int CompareTo(object? obj);
}

public interface IComparable<in T>
{
    /// <summary>Negative where this comes before the other, 0 where they are equal in order, positive otherwise. Null comes first.</summary>
    int CompareTo(T? other);
}

public interface ICloneable
{
    object Clone();
}
